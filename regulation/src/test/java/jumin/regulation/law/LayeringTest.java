package jumin.regulation.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("层级的合并")
class LayeringTest {

    private static final LawLibrary LIBRARY = LawLibrary.load();
    private static final String DRAFT = "211300";
    private static final String BOUNDED = "510400";
    private static final String BOUNDED_FILE = "cities/panzhihua/03-benefits.yaml";

    @Test
    @DisplayName("朝阳 第四、三十一条：没有写明的等待期，有国家规定的按国家规定，之前暂缓")
    void aGapLetsTheNationalRuleInWhereItsTextSaysSo() {
        assertTrue(wait(DRAFT, LocalDate.of(2024, 12, 31)).version().isEmpty());
        assertEquals(
                Layer.NATIONAL, wait(DRAFT, LocalDate.of(2025, 1, 1)).rule().layer());
    }

    @Test
    @DisplayName("攀枝花 第十一条：国家等待期不超过本市的上限，两条都是依据")
    void theNationalRuleHoldsUnderTheCitysBound() {
        var before = wait(BOUNDED, LocalDate.of(2024, 12, 31));
        var after = wait(BOUNDED, LocalDate.of(2025, 1, 1));

        assertTrue(before.version().orElseThrow().content().find("fixed").isEmpty());
        var content = after.version().orElseThrow().content();
        assertEquals("3m", content.text("fixed"));
        assertEquals("6m", content.text("at_most"));
        assertTrue(
                after.citation().article().startsWith("第十一条、"), after.citation().article());
        assertTrue(after.citation().article().contains("国办发〔2024〕38号"));
    }

    @Test
    @DisplayName("没有说明合并方式的缺口仍是缺口")
    void aHoleWithoutAWordStaysAHole() {
        var source = LawFiles.changed("cities/chaoyang/02-registration.yaml", """
                above:
                  combine: replace
                  cite: 第三十一条
                  quote: 施行后国家和省另有规定的，按国家、省规定执行
            """, "");

        var rule = LawLibrary.load(source)
                .law(DRAFT, LocalDate.of(2025, 1, 1), true)
                .get("waiting.period");

        assertTrue(rule.version().isEmpty());
    }

    @Test
    void anUnknownCombinationIsRefusedWithItsLine() {
        var problem = LawFiles.problems(LawFiles.changed(BOUNDED_FILE, "combine: at_most", "combine: somehow"));

        assertTrue(problem.contains("不认识的“somehow”；可用：replace、at_most"), problem);
    }

    @Test
    @DisplayName("赤峰“减半”、朝阳“三个月”：汉字写的数也须与引文一致")
    void numbersWrittenInWordsAreComparedToo() {
        var halving = LawFiles.changed("cities/chifeng/05-benefits.yaml", "further: 50%", "further: 40%");
        var months = LawFiles.changed("cities/chaoyang/02-funding.yaml", "cells: {all: 3}", "cells: {all: 4}");

        assertTrue(LawFiles.problems(halving).contains("值 40% 不在引文中"));
        assertTrue(LawFiles.problems(months).contains("值 4 不在引文中"));
    }

    private static RuleInForce wait(String area, LocalDate day) {
        return LIBRARY.law(area, day, true).get("waiting.period");
    }
}
