package jumin.regulation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 一个统筹区、一个领域的全部案例：one test each, ending at the first difference, with a law of its own. For mutation testing
 * (profile pitest), where {@link GoldenCasesTest} with a test per case would be too slow; the normal build does not run it.
 */
class CityCases {

    private static final Map<String, List<GoldenCase>> CASES = read();

    private static Map<String, List<GoldenCase>> read() {
        return Stream.of("chaoyang", "chifeng", "langfang", "panzhihua", "yichun")
                .flatMap(city -> CaseFiles.read(Path.of("cities", city, "cases")).stream())
                .map(CaseFiles.Entry::golden)
                .collect(Collectors.groupingBy(golden -> golden.city() + " " + golden.area()));
    }

    static Stream<Arguments> questions() {
        return CASES.keySet().stream().sorted().map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void allCasesHaveTheExpectedAnswers(String question) {
        var checker = new Checker(LawLibrary.load());

        CASES.get(question).forEach(golden -> assertEquals(new Verdict.Passed(), checker.check(golden), golden::id));
    }
}
