package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jumin.regulation.Money;
import jumin.regulation.law.LawFiles;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("结算单范例：三级医院，低保对象，108,000.00 元")
class ExampleStatementTest {

    private final SettlementDecision decision = Adjudicator.adjudicate(Stays.example(), Stays.LAW);

    @Test
    void everyAmountIsTheOneOfTheExample() {
        var amounts = decision.amounts();

        assertInstanceOf(SettlementDecision.Paid.class, decision);
        assertEquals(Money.yuan("108000.00"), amounts.totalAmount());
        assertEquals(Money.yuan("2340.00"), amounts.ownExpense());
        assertEquals(Money.yuan("6000.00"), amounts.overCeiling());
        assertEquals(Money.yuan("6219.00"), amounts.prepayment());
        assertEquals(Money.yuan("93441.00"), amounts.eligibleAmount());
        assertEquals(Money.yuan("600.00"), amounts.deductible());
        assertEquals(Money.yuan("55704.60"), amounts.poolPay());
        assertEquals(Money.yuan("49955.40"), amounts.get("cii_eligible"));
        assertEquals(Money.yuan("26783.51"), amounts.criticalIllnessPay());
        assertEquals(Money.yuan("82488.11"), amounts.fundPay());
        assertEquals(Money.yuan("25511.89"), amounts.personPay());
    }

    @Test
    @DisplayName("每一行有基数、比例、金额和条款；医疗救助写明未计算")
    void everyLineSaysWhatWasDoneAndByWhichArticle() {
        var text = decision.worksheet().text();

        assertLine(text, "乙类药品先行自付  21,460.00 × 15%", "−3,219.00", "第二十九条");
        assertLine(text, "乙类医用耗材超过支付标准部分（36,000.00 中超出 6,000.00）", "−6,000.00", "第二十九条");
        assertLine(text, "起付标准（三级）", "−600.00", "第二十八条");
        assertLine(text, "统筹基金支付（三级）  (93,441.00 − 600.00) × 60%", "55,704.60", "第二十八条");
        assertLine(text, "大病保险起付线  35,000.00 × 50%，降低 50%", "8,750.00", "第三十三条");
        assertLine(text, "大病保险支付  (49,955.40 − 8,750.00) × (60% + 5%)", "26,783.51", "第三十三条");
        assertLine(text, "医疗救助：标准由另文规定，参数缺失", "未计算", "第六十七条");
        assertTrue(decision.worksheet().lines().stream()
                .noneMatch(line -> line.citation().article().isBlank()));
    }

    private static void assertLine(String text, String sentence, String amount, String article) {
        assertTrue(
                text.lines()
                        .anyMatch(line -> line.contains(sentence) && line.contains(amount) && line.endsWith(article)),
                () -> sentence + " in\n" + text);
    }

    @Test
    @DisplayName("重放得到相同的字节")
    void replayYieldsIdenticalBytes() {
        var facts = Stays.example().canonicalJson();

        assertEquals(
                decision.canonicalJson(), Adjudicator.replay(facts, Stays.LAW).canonicalJson());
        assertEquals(facts, Adjudicator.read(facts, Stays.LAW).canonicalJson());
        assertEquals(Stays.example(), Adjudicator.read(facts, Stays.LAW));
    }

    @Test
    void theDecisionNamesTheReleaseOfTheLaw() {
        assertEquals(Stays.LAW.release(), decision.release());
        assertTrue(decision.canonicalJson().contains(Stays.LAW.release()));
    }

    @Test
    @DisplayName("改动起付标准即改变结论")
    void anotherNumberInTheDataGivesAnotherDecision() {
        var law = LawLibrary.load(LawFiles.withHigherDeductible()).law("360900", Stays.LAW.on(), true);

        assertEquals(
                Money.yuan("55644.60"),
                Adjudicator.adjudicate(Stays.example(), law).amounts().poolPay());
    }

    @Test
    void incrementsAreWhatTheYearGainsByThisStay() {
        assertEquals(
                java.util.List.of(
                        Accumulated.amount("pool_paid_ytd", Money.yuan("55704.60")),
                        Accumulated.count("in_region_stays_ytd", 1),
                        Accumulated.amount("cii_eligible_ytd", Money.yuan("49955.40")),
                        Accumulated.amount("cii_paid_ytd", Money.yuan("26783.51"))),
                decision.increments());
    }
}
