package jumin.regulation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import jumin.regulation.law.LawFiles;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.LawSource;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.settlement.SettlementFacts;
import jumin.regulation.worksheet.Line;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("核算单逐行如所存：每一种行至少一例（JUMIN_WORKSHEET_UPDATE=true 重写，改动须读过）")
class WorksheetsTest {

    private static final Path SHEETS = LawFiles.FOLDER.resolve("src/test/resources/worksheets");
    private static final Path SIXTH = LawFiles.FOLDER.resolve("src/test/resources/sixth");
    private static final LawLibrary LAW = LawLibrary.load();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"chaoyang", "chifeng", "langfang", "panzhihua", "yichun"})
    void eachKindOfLineReadsAsItDid(String city) throws IOException {
        stays(city, sheets(LAW, LawFiles.FOLDER, city));
    }

    @Test
    @DisplayName("虚构的第六个城市")
    void theInventedCityToo() throws IOException {
        var own = LawSource.folder(SIXTH);
        LawSource withNational = path -> (path.startsWith("national/") ? LawFiles.source() : own).text(path);
        stays("haixin", sheets(LawLibrary.load(withNational), SIXTH, "haixin"));
    }

    private static void stays(String city, String now) throws IOException {
        var path = SHEETS.resolve(city + ".txt");
        if ("true".equals(System.getenv("JUMIN_WORKSHEET_UPDATE"))) {
            Files.createDirectories(SHEETS);
            Files.writeString(path, now);
        }
        assertEquals(Files.readString(path), now);
    }

    /** Cases in their order; one is left out when those before it have shown all its kinds of lines. */
    private static String sheets(LawLibrary library, Path root, String city) {
        var shown = new HashSet<String>();
        return CaseFiles.read(root.resolve("cities").resolve(city).resolve("cases")).stream()
                .map(CaseFiles.Entry::golden)
                .filter(golden -> golden.area().equals("settlement"))
                .map(golden -> new Sheet(golden, decision(library, golden)))
                .filter(sheet -> shown.addAll(sheet.kinds()))
                .map(Sheet::text)
                .collect(Collectors.joining("\n"));
    }

    private static SettlementDecision decision(LawLibrary library, GoldenCase golden) {
        var question = Question.of(golden, library.areaOf(golden.city()).orElseThrow(), library);
        return Adjudicator.adjudicate(new SettlementFacts(question.facts("settlement")), question.law());
    }

    /** 一个案例的核算单。 */
    private record Sheet(GoldenCase golden, SettlementDecision decision) {

        Set<String> kinds() {
            return decision.worksheet().lines().stream().map(Sheet::kind).collect(Collectors.toSet());
        }

        private static String kind(Line line) {
            var figures = line.figures();
            return line.kind()
                    + line.step()
                    + line.citation()
                    + Long.signum(figures.less())
                    + Long.signum(figures.points())
                    + Long.signum(figures.standard());
        }

        String text() {
            return "# " + golden.id() + " " + golden.title() + "\n"
                    + decision.worksheet().text() + "\n";
        }
    }
}
