package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.Money;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("数值未定的法规：演示用代用值，正式运行时暂缓")
class UnfinishedLawTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    private static final String LOST_TABLE = "150400";
    private static final LawLibrary LIBRARY = LawLibrary.load();

    @ParameterizedTest
    @ValueSource(strings = {"150400", "211300", "510400"})
    @DisplayName("住院：演示时按代用值并在核算单写明，正式运行时 PARAMETER_MISSING，全部由个人先负担")
    void aPlaceholderIsSeenInDemonstrationAndHeldInProduction(String area) {
        var stay = stay("inpatient").items(Stays.classA("5000.00"));

        var demo = Adjudicator.adjudicate(stay, LIBRARY.law(area, DAY, true));
        var production = Adjudicator.adjudicate(stay, LIBRARY.law(area, DAY, false));

        assertInstanceOf(SettlementDecision.Paid.class, demo);
        assertTrue(demo.outcome().placeholdersUsed());
        assertTrue(demo.worksheet().text().contains("演示用代用值"));
        var held = assertInstanceOf(SettlementDecision.Held.class, production);
        assertEquals("PARAMETER_MISSING", held.cause().code());
        assertEquals(Money.yuan("5000.00"), held.amounts().personPay());
        assertFalse(held.outcome().placeholdersUsed());
        assertFalse(held.worksheet().text().contains("代用值"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"150400", "211300", "510400"})
    @DisplayName("每种待遇在每个时期都能编译，无论是否允许代用值")
    void everyBenefitAnswersInEveryStretch(String area) {
        for (var day : LIBRARY.turningDays(area)) {
            for (var benefit : List.of("inpatient", "outpatient_pool", "maternity", "two_disease", "dual_channel")) {
                for (boolean placeholders : new boolean[] {true, false}) {
                    var facts = stay(benefit).items(Stays.classA("10.00"));
                    var decision = Adjudicator.adjudicate(facts, LIBRARY.law(area, day, placeholders));
                    assertEquals(Money.yuan("10.00"), decision.amounts().totalAmount());
                }
            }
        }
    }

    @Test
    @DisplayName("赤峰 第十八条：原文写明的一般门诊观察，甲类正式运行时照付")
    void whatTheTextSaysIsPaidInProduction() {
        var decision = Adjudicator.adjudicate(
                stay("outpatient_observation").items(Stays.classA("300.00")), LIBRARY.law(LOST_TABLE, DAY, false));

        assertInstanceOf(SettlementDecision.Paid.class, decision);
        assertEquals(Money.yuan("150.00"), decision.amounts().poolPay());
    }

    @Test
    @DisplayName("赤峰 第二十六条：乙类比例在自治区目录，正式运行时暂缓，并指出是哪一类")
    void aClassWithoutARateHoldsTheBill() {
        var items = List.of(FeeItem.of(ItemClass.B, "drug", Money.yuan("300.00")));

        var decision = Adjudicator.adjudicate(
                stay("outpatient_observation").items(items), LIBRARY.law(LOST_TABLE, DAY, false));

        assertInstanceOf(SettlementDecision.Held.class, decision);
        assertTrue(
                decision.worksheet().text().contains("乙类药品先行自付"),
                decision.worksheet().text());
    }

    @Test
    @DisplayName("赤峰 第二十条：减半和降低支付比例各有一行依据")
    void whatAdjustsAStandardHasItsOwnLine() {
        var stay = stay("inpatient")
                .items(Stays.classA("5000.00"))
                .accumulated(List.of(Accumulated.count("in_region_stays_ytd", 1)));

        var text = Adjudicator.adjudicate(stay, LIBRARY.law(LOST_TABLE, DAY, true))
                .worksheet()
                .text();

        assertTrue(text.contains("起付标准减半（第二次及以上）  50%"), text);
    }

    private static SettlementFacts stay(String benefit) {
        return new SettlementFacts(SettlementFacts.of(benefit)
                .stay(DAY.minusDays(10), DAY)
                .service(DAY)
                .providerLevel("township")
                .facts()
                .with("delivery", "vaginal")
                .with("disease", "diabetes"));
    }
}
