package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import jumin.regulation.Money;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** 各统筹区共同的上限和单调：no year passes its cap; who has a larger bill gets no less; who got more before gets no more. */
class EveryCityLimitsPropertiesTest {

    private static final LawLibrary LIBRARY = LawLibrary.load();

    /** Each component is rounded by itself: pool, bonus, critical illness, assistance. */
    private static final Money ROUNDING = Money.ofFen(2);

    private static Law law(String area) {
        return LIBRARY.law(area, EveryCityBills.DAY, true);
    }

    private static Money paidBefore(SettlementFacts facts) {
        return facts.facts().amount("accumulators.pool_paid_ytd").orElseThrow();
    }

    @Property(tries = 1000)
    void whatCountsTowardTheCapStaysUnderIt(@ForAll("areas") String area, @ForAll("bills") SettlementFacts facts) {
        var cap = law(area).money("pool.annual_cap") instanceof Cited<Money> cited ? cited.value() : Money.ZERO;
        var before = paidBefore(facts);

        long added = Adjudicator.adjudicate(facts, law(area)).increments().stream()
                .filter(sum -> sum.name().equals("pool_paid_ytd"))
                .mapToLong(Accumulated::value)
                .sum();

        assertTrue(added <= cap.minus(before.min(cap)).fen(), area + " " + added);
    }

    @Property(tries = 1000)
    void aLargerBillIsNeverPaidLess(
            @ForAll("areas") String area,
            @ForAll("bills") SettlementFacts facts,
            @ForAll @LongRange(min = 1, max = 50_000_000) long more) {
        var items = new ArrayList<>(facts.facts().items("items"));
        items.add(FeeItem.of(ItemClass.A, "drug", Money.ofFen(more)));

        var smaller = Adjudicator.adjudicate(facts, law(area)).amounts();
        var larger = Adjudicator.adjudicate(facts.items(items), law(area)).amounts();

        assertTrue(larger.poolPay().compareTo(smaller.poolPay()) >= 0, area + " pool");
        assertTrue(larger.fundPay().plus(ROUNDING).compareTo(smaller.fundPay()) >= 0, area + " fund");
        assertTrue(larger.personPay().plus(ROUNDING).compareTo(smaller.personPay()) >= 0, area + " person");
    }

    @Property(tries = 600)
    void whoGotMoreBeforeGetsNoMoreNow(
            @ForAll("areas") String area,
            @ForAll("bills") SettlementFacts facts,
            @ForAll @LongRange(min = 0, max = 30_000_000) long more) {
        var later = new SettlementFacts(facts.facts()
                .with("accumulators.pool_paid_ytd", paidBefore(facts).plus(Money.ofFen(more))));

        var now = Adjudicator.adjudicate(facts, law(area)).amounts().poolPay();

        assertTrue(Adjudicator.adjudicate(later, law(area)).amounts().poolPay().compareTo(now) <= 0, area);
    }

    @Provide
    Arbitrary<String> areas() {
        return Arbitraries.of(LIBRARY.areas());
    }

    @Provide
    Arbitrary<SettlementFacts> bills() {
        return EveryCityBills.bills();
    }
}
