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
 * 一个统筹区的全部待遇核算案例，共用已编译的规则：the steps alone are run anew for each mutant, which takes milliseconds.
 * For mutation testing of the steps (profile pitest-steps); what compiles the law is the business of {@link CityCases}.
 */
class SettlementCases {

    private static final Checker CHECKER = new Checker(LawLibrary.load());
    private static final Map<String, List<GoldenCase>> CASES = Stream.of(
                    "chaoyang", "chifeng", "langfang", "panzhihua", "yichun")
            .flatMap(city -> CaseFiles.read(Path.of("cities", city, "cases")).stream())
            .map(CaseFiles.Entry::golden)
            .filter(golden -> golden.area().equals("settlement"))
            .collect(Collectors.groupingBy(GoldenCase::city));

    static Stream<Arguments> cities() {
        return CASES.keySet().stream().sorted().map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cities")
    void allCasesHaveTheExpectedAnswers(String city) {
        CASES.get(city).forEach(golden -> assertEquals(new Verdict.Passed(), CHECKER.check(golden), golden::id));
    }
}
