package jumin.regulation.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.regulation.law.LawFiles;

/** A folder of law with the real national rules and an invented sixth city, to be broken piece by piece. */
public record SixthCity(Path folder) {

    public static final String AREA = "990100";
    static final String KEY = "haixin";
    static final String INPATIENT = "cities/haixin/02-inpatient.yaml";

    /** A copy in a folder of the test's own. */
    public static SixthCity in(Path folder) {
        copy(LawFiles.FOLDER.resolve("src/test/resources/sixth"), folder);
        copy(LawFiles.FOLDER.resolve("national"), folder.resolve("national"));
        return new SixthCity(folder);
    }

    SixthCity with(String file, String from, String to) {
        var original = text(file);
        if (!original.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        return with(file, original.replace(from, to));
    }

    SixthCity with(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SixthCity without(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What check-law prints, with its exit code in the first line. */
    String checked(LocalDate day) {
        return checked(KEY, day);
    }

    String checked(String city, LocalDate day) {
        var written = new ByteArrayOutputStream();
        var out = new PrintStream(written, true, StandardCharsets.UTF_8);
        int code = new CheckLaw(folder, day, out).run(Optional.of(city));
        return code + "\n" + written.toString(StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
