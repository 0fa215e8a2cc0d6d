package jumin.regulation.fund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 基金缺口的分担（朝阳 第二十二条）：nothing of the gap is lost. */
class GapSharingTest {

    private static final Law LAW = LawLibrary.load().law("211300", LocalDate.of(2026, 1, 1), true);
    private static final long MOST = 9_000_000_000_000L;

    @Property(tries = 300)
    void theSharesAreTheGap(
            @ForAll @LongRange(max = MOST) long gap,
            @ForAll @LongRange(max = MOST) long surplus,
            @ForAll @LongRange(max = MOST) long raised) {
        var facts = gap(gap).with("county_surplus", Money.ofFen(surplus)).with("county_raised", Money.ofFen(raised));

        var shares = assertInstanceOf(FundDecision.Sums.class, Fund.decide(new FundFacts(facts), LAW))
                .amounts();

        assertEquals(Money.ofFen(gap), shares.values().stream().reduce(Money.ZERO, Money::plus));
        shares.values().forEach(share -> assertFalse(share.isNegative()));
    }

    @Test
    @DisplayName("重放得到相同的字节")
    void replayYieldsIdenticalBytes() {
        var facts = new FundFacts(gap(100_000).with("county_surplus", Money.ofFen(70_000)));

        assertEquals(
                Fund.decide(facts, LAW).canonicalJson(),
                Fund.replay(facts.canonicalJson(), LAW).canonicalJson());
    }

    @Test
    @DisplayName("没有给出缺口：暂缓")
    void withoutAGapTheQuestionIsHeld() {
        assertInstanceOf(
                FundDecision.Held.class, Fund.decide(new FundFacts(Facts.none().with("op", "gap")), LAW));
    }

    private static Facts gap(long fen) {
        return Facts.none().with("op", "gap").with("gap", Money.ofFen(fen));
    }
}
