package jumin.regulation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jumin.regulation.law.LawFiles;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("验算案例")
class GoldenCasesTest {

    private static final Path CITIES = LawFiles.FOLDER.resolve("cities");

    private static List<Path> folders() throws IOException {
        try (Stream<Path> cities = Files.list(CITIES)) {
            return cities.map(city -> city.resolve("cases"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCaseHasTheExpectedAnswer() throws IOException {
        var checker = new Checker(LawLibrary.load());
        return folders().stream()
                .flatMap(folder -> CaseFiles.read(folder).stream())
                .map(entry -> DynamicTest.dynamicTest(
                        entry.readable()
                                ? entry.golden().id() + " " + entry.golden().title()
                                : entry.complaint(),
                        () -> assertEquals(new Verdict.Passed(), checker.check(entry.golden()))));
    }

    @Test
    @DisplayName("有误的案例：指出行和键；没有法规的城市；不一致的写出应为、实为和核算单")
    void aWrongCaseSaysWhereAndWhy(@TempDir Path folder) throws IOException {
        var cases = """
            {"id": "1", "city": "yichun", "area": "settlement", "facts": {"provider_levle": "tertiary"}, "expected": {}}
            {"id": "2", "city": "atlantis", "area": "settlement", "facts": {}, "expected": {}}
            {"id": "3", "city": "yichun", "area": "settlement", "wrong": 1, "facts": {}, "expected": {}}
            {"id": "4", "city": "yichun", "area": "levy", "facts": {"op": "full_payment", "due": "1.00", "paid": "1.00"}, "expected": {"difference": "5.00"}}
            {"id": "5", "city": "yichun", "area": "provider", "facts": {}, "expected": {}}
            {"id": "6", "city": "yichun", "area": "levy", "facts": {"op": "full_payment", "due": "1.00", "paid": "1.00"}, "expected": {"difference": "0.00"}}
            {"id": "7", "city": "yichun", "area":
            {"id": "8", "city": "yichun", "area": "weather", "facts": {}, "expected": {}}
            """;
        Files.writeString(folder.resolve("wrong.jsonl"), cases);
        var out = new ByteArrayOutputStream();

        var runner = new CheckCases(LawLibrary.load(), new PrintStream(out, true, StandardCharsets.UTF_8));
        boolean clean = runner.run(List.of(folder));

        var text = out.toString(StandardCharsets.UTF_8);
        assertTrue(!clean);
        assertTrue(text.contains("wrong.jsonl:1 不认识的事实“provider_levle”"), text);
        assertTrue(text.contains("没有 atlantis 的法规（no law）"), text);
        assertTrue(text.contains("wrong.jsonl:3 不认识的键“wrong”"), text);
        assertTrue(text.contains("difference：应为 \"5.00\"，实为 \"0.00\""), text);
        assertTrue(text.contains("跳过 1 例：领域 provider"), text);
        assertTrue(text.contains("wrong.jsonl:7 格式有误"), text);
        assertTrue(text.contains("不认识的领域 area“weather”"), text);
        assertTrue(text.endsWith("1 passed, 6 failed\n"), text);
    }
}
