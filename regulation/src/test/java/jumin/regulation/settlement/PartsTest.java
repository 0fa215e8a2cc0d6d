package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.Money;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 一笔费用分部分核算（廊坊 第十六条（六）、第二十一条）。 */
class PartsTest {

    private static final Law LAW = LawLibrary.load().law("131000", LocalDate.of(2025, 1, 10), true);

    @Test
    @DisplayName("跨年度住院：只有结算年度的支付计入该年度累计（第二十一条）")
    void aYearCountsWhatWasPaidForIt() {
        var decision = Adjudicator.adjudicate(twoYears(2025), LAW);

        assertEquals(Money.yuan("5100.00"), decision.amounts().poolPay());
        assertTrue(decision.increments().contains(Accumulated.amount("pool_paid_ytd", Money.yuan("3600.00"))));
    }

    @Test
    @DisplayName("没有指明结算年度的，不计入任何年度")
    void withoutTheYearAskedNothingIsCounted() {
        var increments = Adjudicator.adjudicate(twoYears(2026), LAW).increments();

        assertTrue(increments.stream().noneMatch(sum -> sum.name().equals("pool_paid_ytd")));
    }

    @Test
    @DisplayName("转院后的起付标准在核算单上写明已承担部分（第十六条（六））")
    void theWorksheetShowsWhatWasBorneBefore() {
        var facts = stay().items(items("3300.00"))
                .with(Facts.none()
                        .with("previous_stay.transfer", true)
                        .with("previous_stay.discharge_date", LocalDate.of(2025, 1, 2))
                        .with("previous_stay.deductible_borne", Money.yuan("200.00")));

        var sentences = Adjudicator.adjudicate(facts, LAW).worksheet().lines().stream()
                .map(line -> line.sentence())
                .toList();

        assertTrue(sentences.contains("起付标准（二级）  500.00，已承担 200.00"), sentences::toString);
    }

    @Test
    @DisplayName("一部分的比例以该部分的费用为基数")
    void aPartIsShownWithItsOwnBase() {
        var purchase = Facts.none().with("provider_level", "tertiary").with("items", new Fact.Items(items("1000.00")));
        var facts = stay().items(items("2500.00"))
                .with(Facts.none().with("out_of_hospital", new Fact.Many(List.of(purchase))));

        var decision = Adjudicator.adjudicate(facts, LAW);

        var text = decision.worksheet().text();
        assertTrue(text.contains("外检外购支付（三级）  1,000.00 × 60%"), text);
        assertTrue(text.contains("住院支付（二级）  (2,500.00 − 500.00) × 75%"), text);
        assertEquals(
                List.of(Money.yuan("600.00")),
                decision.amounts().parts().stream()
                        .map(Amounts.PartPay::fundPay)
                        .toList());
    }

    private static SettlementFacts twoYears(int settled) {
        var years = List.of(year(2024, "2500.00"), year(2025, "4800.00"));
        return stay().with(Facts.none().with("settlement_year", settled).with("segments", new Fact.Many(years)));
    }

    private static Facts year(int year, String yuan) {
        return Facts.none().with("year", year).with("items", new Fact.Items(items(yuan)));
    }

    private static SettlementFacts stay() {
        return SettlementFacts.of("inpatient")
                .stay(LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 10))
                .providerLevel("secondary");
    }

    private static List<FeeItem> items(String yuan) {
        return List.of(FeeItem.of(ItemClass.A, "drug", Money.yuan(yuan)));
    }
}
