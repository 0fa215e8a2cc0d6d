package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.LawFiles;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("暂缓、不予支付、代用值")
class HoldTest {

    private static final String PLACEHOLDER = """
            chapter: 演示用代用值
            rules:
              benefit.dual_channel:
                title: 双通道药品
                placeholder: 无来源，仅供演示
                unit: benefit
                values: [{from: 2024-01-01, like: benefit.inpatient}]
            """;

    @Test
    @DisplayName("第二十七条由省规定：暂缓，不是零，也不是错误")
    void aHoleInTheLawIsAHeldDecision() {
        var decision = Adjudicator.adjudicate(dualChannel(), Stays.LAW);

        var held = assertInstanceOf(SettlementDecision.Held.class, decision);
        assertEquals("PARAMETER_MISSING", held.cause().code());
        assertEquals("第二十七条", held.cause().citation().article());
        assertEquals(decision.amounts().totalAmount(), decision.amounts().personPay());
        assertTrue(decision.increments().isEmpty());
    }

    @Test
    @DisplayName("代用值只在演示时有效，并在结论中标明")
    void aPlaceholderCountsOnlyWhereItIsAllowed() {
        var library = LawLibrary.load(LawFiles.with(Map.of("cities/yichun/supplement.yaml", PLACEHOLDER)));
        var day = LocalDate.of(2024, 3, 20);

        var demo = Adjudicator.adjudicate(dualChannel(), library.law("360900", day, true));
        var production = Adjudicator.adjudicate(dualChannel(), library.law("360900", day, false));

        assertInstanceOf(SettlementDecision.Paid.class, demo);
        assertTrue(demo.outcome().placeholdersUsed());
        assertInstanceOf(SettlementDecision.Held.class, production);
        assertFalse(production.outcome().placeholdersUsed());
    }

    private static SettlementFacts dualChannel() {
        var facts = Stays.stay("secondary").items(Stays.classA("1000.00")).facts();
        return new SettlementFacts(facts.with("benefit", "dual_channel"));
    }

    @Test
    @DisplayName("待遇享受期有间断的，按明细日期拆分")
    void onlyDaysOfCoverAreInScope() {
        var items = List.of(
                Stays.classA("100.00").getFirst().on(LocalDate.of(2024, 3, 2)),
                Stays.classA("200.00").getFirst().on(LocalDate.of(2024, 3, 10)),
                Stays.classA("400.00").getFirst().on(LocalDate.of(2024, 3, 20)));
        var cover = List.of(
                new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 5)),
                new DateRange(LocalDate.of(2024, 3, 15), LocalDate.of(2024, 12, 31)));

        var amounts = Adjudicator.adjudicate(Stays.stay("primary").items(items).cover(cover), Stays.LAW)
                .amounts();

        assertEquals(Money.yuan("200.00"), amounts.ownExpense());
        assertEquals(Money.yuan("500.00"), amounts.eligibleAmount());
    }

    @Test
    void periodsOfCoverAndEmergencyItemsSurviveTheirText() {
        var cover = List.of(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 5)));
        var emergency = Facts.none()
                .with("pre_hospital.same_hospital", true)
                .with("pre_hospital.observation_hours", 24)
                .with("pre_hospital.items", new Fact.Items(Stays.classA("50.00")));
        var facts =
                Stays.stay("primary").items(Stays.classA("100.00")).cover(cover).with(emergency);

        var read = Adjudicator.read(facts.canonicalJson(), Stays.LAW);

        assertEquals(facts, read);
        assertEquals(
                Money.yuan("150.00"),
                Adjudicator.adjudicate(read, Stays.LAW).amounts().eligibleAmount());
    }

    @Test
    void withoutAnyCoverTheBillIsRefused() {
        var facts = Stays.stay("primary").items(Stays.classA("100.00")).cover(List.of());

        var refused = assertInstanceOf(SettlementDecision.Refused.class, Adjudicator.adjudicate(facts, Stays.LAW));

        assertEquals("NOT_COVERED_ON_DATE", refused.cause().code());
    }

    @Test
    @DisplayName("未公布上年度人均可支配收入：大病保险写明未计算，个人负担照样累计")
    void anUnpublishedIncomeIsSaidAndTheBurdenStillCounts() {
        var decision = Adjudicator.adjudicate(Stays.stay("tertiary").items(Stays.classA("50600.00")), Stays.LAW);

        assertEquals(Money.ZERO, decision.amounts().criticalIllnessPay());
        assertTrue(decision.worksheet().text().matches("(?s).*人均可支配收入未公布 +未计算.*"));
        assertTrue(decision.increments().contains(Accumulated.amount("cii_eligible_ytd", Money.yuan("20600.00"))));
    }

    @Test
    @DisplayName("没有声明的事实和词被拒绝，并指出名称")
    void undeclaredFactsAreRefused() {
        var typo = Stays.stay("tertiary").with(Facts.none().with("provider_levle", "tertiary"));
        var word = Stays.stay("quaternary").items(Stays.classA("1.00"));

        assertTrue(assertThrows(IllegalArgumentException.class, () -> Adjudicator.adjudicate(typo, Stays.LAW))
                .getMessage()
                .contains("provider_levle"));
        assertThrows(IllegalArgumentException.class, () -> Adjudicator.adjudicate(word, Stays.LAW));
        assertThrows(
                IllegalArgumentException.class, () -> Adjudicator.read("{\"items\":[{\"class\":\"A\"}]}", Stays.LAW));
    }

    @Test
    void aMissingProviderLevelHoldsTheDecision() {
        var facts = SettlementFacts.of("inpatient")
                .stay(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 20))
                .items(Stays.classA("1000.00"));

        assertInstanceOf(SettlementDecision.Held.class, Adjudicator.adjudicate(facts, Stays.LAW));
    }
}
