package jumin.enrollment.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** 文件格式与编码, as found in the bytes: a name says nothing. Never GBK, which cannot write all names. */
public enum TableFormat {
    WORKBOOK("xlsx", StandardCharsets.UTF_8),
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    GB18030("GB18030", Charset.forName("GB18030")),
    /** What spreadsheets call Unicode text. */
    UTF_16("UTF-16", StandardCharsets.UTF_16);

    private static final int BUFFER = 64 * 1024;

    private final String shown;
    private final Charset charset;

    TableFormat(String shown, Charset charset) {
        this.shown = shown;
        this.charset = charset;
    }

    /** As people know it. */
    public String shown() {
        return shown;
    }

    public Charset charset() {
        return charset;
    }

    /** Opens the text or workbook for one pass. */
    public <H extends TableHeader> TableReading<H> open(InputStream file, HeaderFinder<H> finder) throws Unreadable {
        return this == WORKBOOK ? TableSheet.open(file, finder) : TableText.open(file, charset, finder);
    }

    /** The encoding of a text: by its mark, else strict UTF-8, else GB18030; empty when it is no text. */
    public static Optional<TableFormat> ofText(Path file) throws IOException {
        var head = new byte[2];
        try (var in = Files.newInputStream(file)) {
            in.readNBytes(head, 0, head.length);
        }
        if ((head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE
                || (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return Optional.of(UTF_16);
        }
        for (var format : new TableFormat[] {UTF_8, GB18030}) {
            if (decodes(file, format.charset)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        var strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(Files.newInputStream(file), strict)) {
            var buffer = new char[BUFFER];
            for (var read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                if (new String(buffer, 0, read).indexOf('\u0000') >= 0) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }
}
