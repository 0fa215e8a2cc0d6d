package jumin.regulation.cases;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.LawSource;

/** What check-cases prints. */
public final class CheckCasesRun {

    private CheckCasesRun() {}

    /** The same, of a folder of law that may have mistakes. */
    public static String of(LawSource source, Path... files) {
        var out = new ByteArrayOutputStream();
        CheckCases.run(source, List.of(files), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    public static String of(LawLibrary library, Path... files) {
        var out = new ByteArrayOutputStream();
        new CheckCases(library, new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of(files));
        return out.toString(StandardCharsets.UTF_8);
    }
}
