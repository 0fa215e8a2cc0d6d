package jumin.regulation.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;
import jumin.regulation.entitlement.Entitlement;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import jumin.regulation.refund.Refund;
import jumin.regulation.refund.RefundDecision;
import jumin.regulation.refund.RefundFacts;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.settlement.SettlementFacts;
import jumin.regulation.subsidy.Subsidy;
import jumin.regulation.subsidy.SubsidyDecision;
import jumin.regulation.subsidy.SubsidyFacts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("征求意见稿（廊坊 第四十五条）")
class DraftLawTest {

    private static final String AREA = "131000";
    private static final LocalDate DAY = LocalDate.of(2024, 5, 20);
    private static final LawLibrary LIBRARY = LawLibrary.load();
    private static final Acceptance ACCEPTANCE = new Acceptance(AREA, LocalDate.of(2024, 4, 1), "廊医保〔2024〕1号");

    @Test
    @DisplayName("未确认的草案在正式运行中不作决定，一律暂缓")
    void whatNobodyAcceptedDecidesNothingInProduction() {
        var law = LIBRARY.law(AREA, DAY, false);

        assertFalse(law.accepted());
        assertInstanceOf(SettlementDecision.Held.class, Adjudicator.adjudicate(stay(DAY), law));
        assertInstanceOf(
                EntitlementDecision.Held.class,
                Entitlement.decide(EntitlementFacts.of("ordinary").paidOn(LocalDate.of(2023, 11, 1)), law));
        assertInstanceOf(SubsidyDecision.Held.class, Subsidy.decide(aided(), law));
        assertInstanceOf(
                RefundDecision.Held.class, Refund.decide(RefundFacts.of("death", DAY, DAY.plusMonths(1)), law));
    }

    @Test
    @DisplayName("演示和测试中可以使用")
    void demonstrationMayUseIt() {
        var law = LIBRARY.law(AREA, DAY, true);

        assertTrue(law.accepted());
        assertInstanceOf(SettlementDecision.Paid.class, Adjudicator.adjudicate(stay(DAY), law));
    }

    @Test
    @DisplayName("确认后自录入的施行日起施行，规则版本随之改变")
    void anAcceptedDraftIsInForceFromTheDayEntered() {
        var accepted = LIBRARY.accepting(ACCEPTANCE);

        assertInstanceOf(
                SettlementDecision.Paid.class, Adjudicator.adjudicate(stay(DAY), accepted.law(AREA, DAY, false)));
        var minimum = new AcceptedMinimum(AREA, "subsidy.fixed_amount", "廊医保〔2024〕2号");
        var both = accepted.accepting(minimum).law(AREA, DAY, false);
        assertInstanceOf(SubsidyDecision.Decided.class, Subsidy.decide(aided(), both));
        var dayBefore = LocalDate.of(2024, 3, 31);
        assertInstanceOf(
                SettlementDecision.Held.class,
                Adjudicator.adjudicate(stay(dayBefore), accepted.law(AREA, dayBefore, false)));
        assertNotEquals(
                LIBRARY.law(AREA, DAY, true).release(),
                accepted.law(AREA, DAY, false).release());
    }

    @Test
    @DisplayName("有效期为5年，自施行日起算")
    void theFiveYearsBeginWithTheDayEntered() {
        var accepted = LIBRARY.accepting(ACCEPTANCE);

        assertTrue(accepted.law(AREA, LocalDate.of(2029, 3, 31), false).inForce());
        assertFalse(accepted.law(AREA, LocalDate.of(2029, 4, 1), false).inForce());
    }

    @Test
    void anAcceptanceNamesItsDecision() {
        var problem = assertThrows(IllegalArgumentException.class, () -> new Acceptance(AREA, DAY, " "));

        assertEquals("确认征求意见稿须有决定文号", problem.getMessage());
    }

    private static SettlementFacts stay(LocalDate discharge) {
        return SettlementFacts.of("inpatient")
                .stay(discharge.minusDays(5), discharge)
                .providerLevel("secondary")
                .items(List.of(FeeItem.of(ItemClass.A, "drug", Money.yuan("2500.00"))));
    }

    private static SubsidyFacts aided() {
        return SubsidyFacts.of(new BenefitYear(2024), Money.yuan("380.00")).categories(List.of("minimum_living"));
    }
}
