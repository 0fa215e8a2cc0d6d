package jumin.regulation.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("门诊慢特病病种（宜春 第二十五条：Ⅰ类9种，Ⅱ类26种）")
class ChronicDiseasesTest {

    private static final WrittenRules RULES = WrittenRules.of(LawFiles.source(), "yichun");

    private static Node version(String key) {
        return RULES.all().stream()
                .filter(rule -> rule.key().equals(key))
                .map(rule -> rule.node().get("values").list().getFirst())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> firstClass() {
        return version("settlement.class.chronic").get("first").list().stream()
                .flatMap(option -> option.find("when").flatMap(when -> when.find("diseases")).stream())
                .flatMap(diseases -> diseases.texts().stream())
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theListsHaveAsManyDiseasesAsTheTextSays() {
        var second = version("chronic.limit").get("cells").members().keySet();

        assertEquals(9, firstClass().size());
        assertEquals(26, second.size());
        assertEquals(Set.of(), intersection(second));
    }

    private static Set<String> intersection(Set<String> second) {
        var both = firstClass();
        both.retainAll(second);
        return both;
    }
}
