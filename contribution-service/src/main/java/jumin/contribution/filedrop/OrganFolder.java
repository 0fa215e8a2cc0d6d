package jumin.contribution.filedrop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jumin.platform.sql.TimeOrderedId;

/**
 * 投递目录 of one tax organ: files are put into it by the organ, taken out of its reach by a rename, and end in {@code done} or
 * {@code rejected} beside a report. Nothing is ever deleted, and every step may be repeated.
 */
final class OrganFolder {

    private static final String TAKEN = ".taken";
    private static final String DONE = "done";
    private static final String REJECTED = "rejected";

    /** Which of them there is says which encoding the organ reads. */
    private static final SortedMap<String, Charset> PLACES =
            new TreeMap<>(Map.of("out", StandardCharsets.UTF_8, "out-gb18030", Charset.forName("GB18030")));

    private static final char MARK = '~';

    private final Path folder;

    OrganFolder(Path folder) {
        this.folder = folder;
    }

    String organ() {
        return folder.getFileName().toString();
    }

    /** What the organ has put here and not hidden; names of unfinished transfers are left alone. */
    List<Path> waiting() {
        return files(folder).stream()
                .filter(file -> !file.getFileName().toString().matches("\\..*|.*\\.(tmp|part|filepart)"))
                .toList();
    }

    List<Path> taken() {
        return Files.isDirectory(folder.resolve(TAKEN)) ? files(folder.resolve(TAKEN)) : List.of();
    }

    /** Out of the organ's reach in one step: from now on its bytes stay what they are. Nothing when another was faster. */
    void take(Path file) {
        move(file, inside(TAKEN).resolve(TimeOrderedId.next() + String.valueOf(MARK) + file.getFileName()));
    }

    /** As the organ had named it. */
    static String nameOf(Path taken) {
        var name = taken.getFileName().toString();
        return name.substring(name.indexOf(MARK) + 1);
    }

    /** Empty when another has just settled it. */
    static Optional<byte[]> content(Path taken) {
        try {
            return Optional.of(Files.readAllBytes(taken));
        } catch (NoSuchFileException settled) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** First the report, then the file: a file that lies there has its report. */
    void done(Path taken, String hash, byte[] result) {
        settle(taken, DONE, hash, "result", result);
    }

    void rejected(Path taken, String hash, byte[] report) {
        settle(taken, REJECTED, hash, "report", report);
    }

    /** 应缴 for the organ: whether its folder has a place for them, and in which encoding. */
    Optional<Charset> out() {
        return place().map(PLACES::get);
    }

    /** Named by number and content, so that writing it again writes the same. */
    void handOut(String name, byte[] content) {
        write(folder.resolve(place().orElseThrow()).resolve(name), content);
    }

    private Optional<String> place() {
        return PLACES.keySet().stream()
                .filter(place -> Files.isDirectory(folder.resolve(place)))
                .findFirst();
    }

    private void settle(Path taken, String where, String hash, String kind, byte[] report) {
        // Named by its content as well: the same name with other content takes nobody's place.
        var name = nameOf(taken) + "." + hash.substring(0, 12);
        write(inside(where).resolve(name + "." + kind + ".txt"), report);
        move(taken, inside(where).resolve(name));
    }

    private Path inside(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(Path target, byte[] content) {
        var unfinished = target.resolveSibling("." + TimeOrderedId.next() + ".tmp");
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(content));
            channel.force(true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        move(unfinished, target);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException | FileAlreadyExistsException another) {
            // Whoever was faster has done the same.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> files(Path directory) {
        try (var entries = Files.list(directory)) {
            return entries.filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
