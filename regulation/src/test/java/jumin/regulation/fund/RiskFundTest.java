package jumin.regulation.fund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.Money;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 风险基金的提取（廊坊 第十四条）。 */
class RiskFundTest {

    private static final Law LAW = LawLibrary.load().law("131000", LocalDate.of(2024, 1, 1), true);

    @Property(tries = 300)
    void theCountiesTogetherGiveWhatIsExtracted(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 900_000_000_000L) Long> incomes,
            @ForAll @LongRange(min = 0, max = 9_000_000_000_000L) long income,
            @ForAll @LongRange(min = 0, max = 900_000_000_000L) long balance) {
        var extraction = extract(incomes, income, balance);

        var sum = extraction.perCounty().stream().reduce(Money.ZERO, Money::plus);
        assertEquals(extraction.extracted(), sum);
        extraction.perCounty().forEach(county -> assertFalse(county.isNegative(), county::toString));
        assertEquals(Money.ofFen(balance).plus(extraction.extracted()), extraction.balanceAfter());
    }

    @Test
    @DisplayName("正好达到当年收入10%的，不再提取（第十四条）")
    void atTheCeilingNothingIsExtracted() {
        assertTrue(
                extract(List.of(1_000_000_000L), 3_200_000_000L, 320_000_000L).suspended());
        assertEquals(
                Money.ofFen(1),
                extract(List.of(1_000_000_000L), 3_200_000_000L, 319_999_999L).extracted());
    }

    @Test
    @DisplayName("没有当年收入即暂缓")
    void withoutThisYearsIncomeTheQuestionIsHeld() {
        var facts = new FundFacts(Facts.none().with("op", "risk_extract"));

        assertInstanceOf(FundDecision.Held.class, Fund.decide(facts, LAW));
    }

    private static FundDecision.Extraction extract(List<Long> incomes, long income, long balance) {
        var counties = incomes.stream()
                .map(fen -> Facts.none().with("prior_income", Money.ofFen(fen)))
                .toList();
        var facts = Facts.none()
                .with("op", "risk_extract")
                .with("counties", new Fact.Many(counties))
                .with("current_income", Money.ofFen(income))
                .with("risk_balance", Money.ofFen(balance));
        return assertInstanceOf(FundDecision.Extraction.class, Fund.decide(new FundFacts(facts), LAW));
    }
}
