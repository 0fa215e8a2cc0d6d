package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.LawSource;
import jumin.regulation.law.ReadLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("目录为单个项目所定的先行自付比例（攀枝花 第十三条）")
class OwnPrepaymentTest {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 20);
    private static final Law DEMO = LawLibrary.load().law("510400", DAY, true);
    private static final Law PRODUCTION = LawLibrary.load().law("510400", DAY, false);

    private static FeeItem classB(String yuan) {
        return FeeItem.of(ItemClass.B, "drug", Money.yuan(yuan));
    }

    private static SettlementFacts stay(FeeItem... items) {
        return SettlementFacts.of("inpatient")
                .stay(DAY.minusDays(10), DAY)
                .providerLevel("secondary")
                .items(List.of(items));
    }

    @Test
    @DisplayName("核算单上每个比例一行；没有写明比例的单列，合计等于先行自付")
    void everyRateHasItsLine() {
        var decision = Adjudicator.adjudicate(
                stay(
                        classB("1000.00"),
                        classB("100.00").prepaid(Rate.parse("5%")),
                        classB("200.00").prepaid(Rate.parse("30%")).ofTraditionalMedicine(),
                        classB("300.00").prepaid(Rate.parse("5%")),
                        classB("50.00").prepaid(Rate.NONE)),
                DEMO);

        var text = decision.worksheet().text();
        assertTrue(text.contains("乙类药品先行自付  1,000.00 × 10%"), text);
        assertTrue(text.contains("乙类药品先行自付（目录所定比例）  400.00 × 5%"), text);
        assertTrue(text.contains("乙类药品先行自付（目录所定比例）  200.00 × 30%"), text);
        assertEquals(Money.yuan("180.00"), decision.amounts().prepayment());
        assertEquals(Money.yuan("1470.00"), decision.amounts().eligibleAmount());
    }

    @Test
    @DisplayName("正式运行没有统一的比例：目录写明的照算，没有写明的暂缓并说明缺什么")
    void withoutAGeneralRateOnlyTheCataloguesCounts() {
        var named = Adjudicator.adjudicate(stay(classB("1000.00").prepaid(Rate.parse("5%"))), PRODUCTION);
        var unnamed = Adjudicator.adjudicate(stay(classB("1000.00")), PRODUCTION);

        // Held as well, for the deductible, which is a placeholder: the rate is no reason for it.
        assertFalse(rateIsMissing(named), named.worksheet().text());
        assertEquals(Money.yuan("50.00"), named.amounts().prepayment());
        assertInstanceOf(SettlementDecision.Held.class, unnamed);
        assertTrue(rateIsMissing(unnamed), unnamed.worksheet().text());
        assertEquals(Money.ZERO, unnamed.amounts().prepayment());
    }

    private static boolean rateIsMissing(SettlementDecision decision) {
        return decision.worksheet().text().lines().anyMatch(line -> line.contains("乙类药品先行自付") && line.contains("未计算"));
    }

    @Test
    @DisplayName("等于统一比例的，各项金额与没有写明时相同；不在支付范围的明细不先行自付")
    void theSameRateGivesTheSameAmounts() {
        var general =
                Adjudicator.adjudicate(stay(classB("333.33"), classB("77.77").refused()), DEMO);
        var own = Adjudicator.adjudicate(
                stay(
                        classB("333.33").prepaid(Rate.parse("10%")),
                        classB("77.77").prepaid(Rate.parse("10%")).refused()),
                DEMO);

        assertEquals(amounts(general), amounts(own));
    }

    @Test
    @DisplayName("比例是事实的一部分：写出、读回、重放得到相同的字节；记录读数时结果相同")
    void theRateIsAFactThatIsKept() {
        var facts = stay(classB("1000.00").prepaid(Rate.parse("12.5%")));
        var json = facts.canonicalJson();
        var decision = Adjudicator.adjudicate(facts, DEMO);
        var noted = LawLibrary.load(LawSource.classpath(), ReadLog.recording()).law("510400", DAY, true);

        assertTrue(json.contains("\"prepayment\":\"0.125\""), json);
        assertEquals(facts, Adjudicator.read(json, DEMO));
        assertEquals(decision.canonicalJson(), Adjudicator.replay(json, DEMO).canonicalJson());
        assertEquals(amounts(decision), amounts(Adjudicator.adjudicate(facts, noted)));
    }

    private static List<Money> amounts(SettlementDecision decision) {
        var amounts = decision.amounts();
        return List.of(
                amounts.prepayment(),
                amounts.eligibleAmount(),
                amounts.ownExpense(),
                amounts.poolPay(),
                amounts.personPay());
    }
}
