package jumin.demo.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook is a zip that carries the time of its making in two places; here both are fixed, so that the file is. */
final class FixedZip {

    private static final LocalDateTime WRITTEN = LocalDateTime.of(2024, 1, 9, 17, 30);
    private static final String CORE = "docProps/core.xml";

    private FixedZip() {}

    // Read through the central directory: the writer's entries do not carry their sizes in front.
    static byte[] of(byte[] zip) throws IOException {
        var file = Files.createTempFile("jumin-roster", ".xlsx");
        try {
            Files.write(file, zip);
            return rewritten(file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] rewritten(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipFile(file.toFile());
                var out = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(in.entries())) {
                var fixed = new ZipEntry(entry.getName());
                fixed.setTimeLocal(WRITTEN);
                out.putNextEntry(fixed);
                out.write(content(entry.getName(), in.getInputStream(entry).readAllBytes()));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] content(String name, byte[] content) {
        if (!name.equals(CORE)) {
            return content;
        }
        var xml = new String(content, StandardCharsets.UTF_8);
        return xml.replaceAll(">\\d{4}-\\d\\d-\\d\\dT[^<]*<", ">2024-01-09T09:30:00Z<")
                .getBytes(StandardCharsets.UTF_8);
    }
}
