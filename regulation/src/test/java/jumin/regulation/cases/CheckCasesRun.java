package jumin.regulation.cases;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jumin.regulation.law.LawLibrary;

/** What check-cases prints. */
public final class CheckCasesRun {

    private CheckCasesRun() {}

    public static String of(LawLibrary library, Path... files) {
        var out = new ByteArrayOutputStream();
        new CheckCases(library, new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of(files));
        return out.toString(StandardCharsets.UTF_8);
    }
}
