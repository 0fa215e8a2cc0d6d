package jumin.regulation.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import jumin.regulation.law.LawLibrary;

/** 一个目录的案例，run for the values that they read. */
public final class CaseFolder {

    private CaseFolder() {}

    /** Runs all readable cases; how many differ is the business of {@link CheckCases}. */
    public static void run(LawLibrary library, Path folder) {
        if (Files.isDirectory(folder)) {
            var checker = new Checker(library);
            CaseFiles.read(folder).stream()
                    .filter(CaseFiles.Entry::readable)
                    .forEach(entry -> checker.check(entry.golden()));
        }
    }
}
