package jumin.platform.sql;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * 压缩存放的文本: JSON that is written once and seldom read again, packed by zlib (RFC 1950) with a dictionary of its recurring words.
 * A packed text names its dictionary by checksum, so a dictionary ({@code packing/1.txt}, {@code packing/2.txt} and so on, the
 * last for new texts) must never be changed or removed. What was stored unpacked is JSON, which no packed text can be taken for.
 */
@Singleton
public class Packed {

    /** The first byte of every zlib stream with a window of 32 kB; no JSON begins with it. */
    private static final byte MARK = 0x78;

    /** Where half the time of the default level gives nine tenths of its effect. */
    private static final int LEVEL = 3;

    private static final int IDLE = 16;

    private static final byte[] NONE = {};

    /** Each holds a quarter of a megabyte, which is not asked for anew with every text. */
    private final BlockingQueue<Deflater> idle = new ArrayBlockingQueue<>(IDLE);

    private final Map<Integer, byte[]> dictionaries = new HashMap<>();
    private final byte[] newest;

    Packed() {
        var all = dictionaries();
        all.forEach(one -> dictionaries.put(checksum(one), one));
        newest = all.isEmpty() ? NONE : all.getLast();
    }

    public byte[] pack(byte[] plain) {
        var free = idle.poll();
        var deflater = free == null ? new Deflater(LEVEL) : free;
        try {
            return pack(plain, deflater);
        } finally {
            deflater.reset();
            if (!idle.offer(deflater)) {
                deflater.end();
            }
        }
    }

    private byte[] pack(byte[] plain, Deflater deflater) {
        if (newest.length > 0) {
            deflater.setDictionary(newest);
        }
        deflater.setInput(plain);
        deflater.finish();
        var packed = new ByteArrayOutputStream(1024 + plain.length / 8);
        var chunk = new byte[4096];
        while (!deflater.finished()) {
            packed.write(chunk, 0, deflater.deflate(chunk));
        }
        return packed.toByteArray();
    }

    /** What was packed, byte for byte; what is stored unpacked is given back as it is. */
    public byte[] unpack(byte[] stored) {
        if (stored.length == 0 || stored[0] != MARK) {
            return stored;
        }
        try (var inflater = new Inflater()) {
            inflater.setInput(stored);
            var plain = new ByteArrayOutputStream(8 * stored.length);
            var chunk = new byte[8192];
            while (!inflater.finished()) {
                var length = inflater.inflate(chunk);
                if (length == 0 && !inflater.finished() && !inflater.needsDictionary()) {
                    throw new IllegalStateException("a packed text is cut short");
                }
                if (inflater.needsDictionary()) {
                    inflater.setDictionary(named(inflater.getAdler()));
                }
                plain.write(chunk, 0, length);
            }
            return plain.toByteArray();
        } catch (DataFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private byte[] named(int checksum) {
        var dictionary = dictionaries.get(checksum);
        if (dictionary == null) {
            throw new IllegalStateException("a text is packed with a dictionary that is not there");
        }
        return dictionary;
    }

    private static int checksum(byte[] dictionary) {
        var sum = new Adler32();
        sum.update(dictionary);
        return (int) sum.getValue();
    }

    private static List<byte[]> dictionaries() {
        var found = new ArrayList<byte[]>();
        var loader = Thread.currentThread().getContextClassLoader();
        for (var number = 1; ; number++) {
            try (var text = loader.getResourceAsStream("packing/" + number + ".txt")) {
                if (text == null) {
                    return found;
                }
                found.add(text.readAllBytes());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
