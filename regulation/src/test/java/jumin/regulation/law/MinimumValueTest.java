package jumin.regulation.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;
import jumin.regulation.subsidy.Subsidy;
import jumin.regulation.subsidy.SubsidyDecision;
import jumin.regulation.subsidy.SubsidyFacts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文件只写“不低于”的值（冀医保发〔2025〕6号：资助不低于60%）")
class MinimumValueTest {

    private static final String AREA = "131000";
    private static final String RULE = "subsidy.fixed_amount";
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final LawLibrary LIBRARY =
            LawLibrary.load().accepting(new Acceptance(AREA, LocalDate.of(2024, 1, 1), "廊医保〔2024〕1号"));

    private static SubsidyDecision aided(Law law) {
        var facts = SubsidyFacts.of(new BenefitYear(2025), Money.yuan("400.00")).categories(List.of("minimum_living"));
        return Subsidy.decide(facts, law);
    }

    @Test
    @DisplayName("演示和测试中按下限")
    void demonstrationTakesTheLeast() {
        var decided = assertInstanceOf(SubsidyDecision.Decided.class, aided(LIBRARY.law(AREA, DAY, true)));

        assertEquals(Money.yuan("240.00"), decided.subsidyAmount());
    }

    @Test
    @DisplayName("正式运行中没有确认的暂缓，草案已确认也一样")
    void productionHoldsUntilSomebodyAccepts() {
        var held = assertInstanceOf(SubsidyDecision.Held.class, aided(LIBRARY.law(AREA, DAY, false)));

        assertEquals("PARAMETER_MISSING", held.cause().code());
    }

    @Test
    @DisplayName("确认后按确认的值执行，规则版本随之改变")
    void anAcceptedMinimumIsTheAreasOwnValue() {
        var accepted = LIBRARY.accepting(new AcceptedMinimum(AREA, RULE, "廊医保〔2025〕3号"));

        var decided = assertInstanceOf(SubsidyDecision.Decided.class, aided(accepted.law(AREA, DAY, false)));
        assertEquals(Money.yuan("240.00"), decided.subsidyAmount());
        assertNotEquals(
                LIBRARY.law(AREA, DAY, false).release(),
                accepted.law(AREA, DAY, false).release());
    }

    @Test
    @DisplayName("确认须有决定文号，只能确认“不低于”的值")
    void whatCannotBeAccepted() {
        assertThrows(IllegalArgumentException.class, () -> new AcceptedMinimum(AREA, RULE, " "));
        var wrong = new AcceptedMinimum(AREA, "inpatient.ratio", "廊医保〔2025〕3号");
        var problem = assertThrows(IllegalArgumentException.class, () -> LIBRARY.accepting(wrong));
        assertTrue(problem.getMessage().contains("不是“不低于”的值"), problem.getMessage());
    }

    @Test
    @DisplayName("有哪些值待确认，可以列出")
    void whatWaitsForAcceptanceCanBeListed() {
        assertEquals(List.of("incentive.step", RULE), LIBRARY.minimums(AREA));
    }
}
