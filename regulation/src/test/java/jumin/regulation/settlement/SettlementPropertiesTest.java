package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 核算的不变量：whatever the bill, nothing is lost and no limit is passed. */
class SettlementPropertiesTest {

    private static final long LARGEST_FEN = 9_999_999_999L;

    @Property(tries = 400)
    void theSharesAreTheBill(@ForAll("bills") SettlementFacts facts) {
        var amounts = Adjudicator.adjudicate(facts, Stays.LAW).amounts();

        assertEquals(
                amounts.totalAmount(),
                amounts.fundPay().plus(amounts.personPay()).plus(amounts.thirdPartyAmount()));
        assertEquals(
                amounts.totalAmount(),
                amounts.eligibleAmount()
                        .plus(amounts.prepayment())
                        .plus(amounts.overCeiling())
                        .plus(amounts.ownExpense()));
        amounts.byName().forEach((name, amount) -> assertFalse(amount.isNegative(), name));
    }

    @Property(tries = 400)
    void noLimitIsPassed(@ForAll("bills") SettlementFacts facts) {
        var decision = Adjudicator.adjudicate(facts, Stays.LAW);
        var before = facts.facts().amount("accumulators.pool_paid_ytd").orElseThrow();
        var cap = Money.yuan("100000.00");

        assertTrue(decision.amounts().poolPay().compareTo(cap.minus(before.min(cap))) <= 0);
        assertTrue(decision.amounts().fundPay().compareTo(decision.amounts().totalAmount()) <= 0);
    }

    @Property(tries = 200)
    void aLargerBillNeverPaysThePoolLess(@ForAll("amounts") long fen, @ForAll("amounts") long more) {
        var smaller = pool(Math.min(fen, more));
        var larger = pool(Math.max(fen, more));

        assertTrue(smaller.compareTo(larger) <= 0);
    }

    private static Money pool(long fen) {
        var items = List.of(FeeItem.of(ItemClass.A, "drug", Money.ofFen(fen)));
        return Adjudicator.adjudicate(Stays.stay("secondary").items(items), Stays.LAW)
                .amounts()
                .poolPay();
    }

    @Property(tries = 200)
    void replayYieldsIdenticalBytes(@ForAll("bills") SettlementFacts facts) {
        var decision = Adjudicator.adjudicate(facts, Stays.LAW).canonicalJson();

        assertEquals(
                decision, Adjudicator.replay(facts.canonicalJson(), Stays.LAW).canonicalJson());
    }

    @Provide
    Arbitrary<SettlementFacts> bills() {
        var ground = Combinators.combine(
                        Arbitraries.of("inpatient", "maternity", "emergency_rescue", "chronic_outpatient"),
                        Arbitraries.of("village", "primary", "secondary", "tertiary"),
                        Arbitraries.of("in_area", "in_province", "cross_province"),
                        Arbitraries.of("student", "minimum_living", "special_hardship"))
                .as(SettlementPropertiesTest::ground);
        return Combinators.combine(
                        ground, items(), amounts(), Arbitraries.integers().between(0, 100))
                .as((facts, items, before, share) -> facts.items(items)
                        .thirdPartyShare(Rate.parse(share + "%"))
                        .perCapitaIncome(Money.yuan("35000"))
                        .accumulated(List.of(
                                Accumulated.amount("pool_paid_ytd", Money.ofFen(before % 12_000_000)),
                                Accumulated.amount("cii_eligible_ytd", Money.ofFen(before / 7)))));
    }

    private static SettlementFacts ground(String benefit, String level, String location, String category) {
        return new SettlementFacts(Stays.stay(level)
                .location(location)
                .offArea("referral", true)
                .person(java.time.LocalDate.of(1980, 1, 1), List.of(category))
                .facts()
                .with("benefit", benefit)
                .withWords("diseases", List.of("糖尿病", "高血压病")));
    }

    private Arbitrary<List<FeeItem>> items() {
        return Combinators.combine(
                        Arbitraries.of(ItemClass.class),
                        Arbitraries.of("drug", "consumable", "service", "facility", "negotiated_other"),
                        amounts(),
                        Arbitraries.integers().between(0, 100))
                .as((itemClass, kind, fen, over) ->
                        FeeItem.of(itemClass, kind, Money.ofFen(fen)).overCeiling(Money.ofFen(fen / 100 * over)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, LARGEST_FEN),
                Arbitraries.longs().between(0, 3_000_000),
                Arbitraries.of(Stream.of(0L, 1L, LARGEST_FEN).toList()));
    }
}
