package jumin.regulation.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import jumin.regulation.cases.CheckCasesRun;
import jumin.regulation.law.LawFiles;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.LawSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("docs/regulation-authoring.md：照抄其中的最小目录就能通过检查")
class AuthoringGuideTest {

    private static final Pattern BLOCK = Pattern.compile("```(?:yaml)?\\n(.*?)```", Pattern.DOTALL);

    private static List<String> blocks(String heading) throws IOException {
        var guide = Files.readString(LawFiles.FOLDER.resolveSibling("docs").resolve("regulation-authoring.md"));
        var section = guide.substring(guide.indexOf("\n## " + heading + "\n") + 4);
        int end = section.indexOf("\n## ");
        return BLOCK.matcher(end < 0 ? section : section.substring(0, end))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void theSmallestCityOfTheGuideIsClean(@TempDir Path folder) throws IOException {
        var files = blocks("从零录入一个统筹区");
        var law = SixthCity.in(folder);
        var city =
                Files.createDirectories(folder.resolve("cities/mycity/cases")).getParent();
        law.with("index.txt", law.text("index.txt") + "\n" + files.get(0));
        Files.writeString(city.resolve("city.yaml"), files.get(1));
        Files.writeString(city.resolve("instrument.txt"), files.get(2));
        Files.writeString(city.resolve("01-all.yaml"), files.get(3));
        Files.writeString(city.resolve("cases/all.yaml"), files.get(4));
        Files.writeString(city.resolve("cases/more.yaml"), blocks("案例").getFirst());

        var cases = CheckCasesRun.of(LawLibrary.load(LawSource.folder(folder)), city.resolve("cases"));
        var printed = law.checked("mycity", LocalDate.of(2026, 11, 22));

        assertTrue(cases.endsWith("15 passed, 0 failed\n"), cases);
        assertTrue(printed.startsWith("0\n"), printed);
    }
}
