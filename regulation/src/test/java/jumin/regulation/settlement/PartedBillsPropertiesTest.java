package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 分部分核算的不变量：bills with outside purchases, years and transfers (廊坊 第十六、十七、二十一条). */
class PartedBillsPropertiesTest {

    private static final Law LAW = LawLibrary.load().law("131000", LocalDate.of(2024, 5, 20), true);
    private static final List<String> STAYS = List.of("inpatient", "day_surgery", "emergency_observation");
    private static final Money CAP = Money.yuan("150000.00");

    @Property(tries = 400)
    void theSharesAreTheBill(@ForAll("bills") SettlementFacts facts) {
        var amounts = Adjudicator.adjudicate(facts, LAW).amounts();

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
    void noYearPassesItsCap(@ForAll("bills") SettlementFacts facts) {
        var decision = Adjudicator.adjudicate(facts, LAW);
        var before = facts.facts().amount("accumulators.pool_paid_ytd").orElseThrow();

        var years = decision.amounts().parts().stream()
                .filter(part -> part.group().equals("segments"))
                .toList();
        if (years.isEmpty()) {
            assertTrue(decision.amounts().poolPay().compareTo(CAP.minus(before.min(CAP))) <= 0);
        }
        years.forEach(year -> {
            var paid = year.facts().amount("pool_paid_ytd").orElseThrow();
            assertTrue(year.fundPay().compareTo(CAP.minus(paid.min(CAP))) <= 0);
        });
    }

    /** 外检外购与所结算年度的住院合用限额（第十五、二十一条）: whatever was paid before, the year's sum stays under the cap. */
    @Property(tries = 400)
    void purchasesShareTheCapOfTheYearThatIsSettled(@ForAll("bills") SettlementFacts facts) {
        var decision = Adjudicator.adjudicate(facts, LAW);
        var asked = facts.facts().count("settlement_year");
        var added = decision.increments().stream()
                .filter(sum -> sum.name().equals("pool_paid_ytd"))
                .mapToLong(Accumulated::value)
                .sum();
        var years = facts.facts().many("segments");
        boolean stay = STAYS.contains(facts.facts().word("benefit").orElseThrow());
        if (stay && years.size() == 1 && asked.equals(years.getFirst().count("year"))) {
            var paid = years.getFirst().amount("pool_paid_ytd").orElseThrow();
            assertTrue(added <= CAP.minus(paid.min(CAP)).fen());
            assertEquals(decision.amounts().poolPay().fen(), added);
        }
    }

    @Property(tries = 200)
    void theDeductibleIsBorneOnce(@ForAll("bills") SettlementFacts facts) {
        var amounts = Adjudicator.adjudicate(facts, LAW).amounts();

        assertTrue(amounts.deductible().compareTo(Money.yuan("1500.00")) <= 0);
    }

    @Property(tries = 200)
    void replayYieldsIdenticalBytes(@ForAll("bills") SettlementFacts facts) {
        var decision = Adjudicator.adjudicate(facts, LAW).canonicalJson();

        assertEquals(decision, Adjudicator.replay(facts.canonicalJson(), LAW).canonicalJson());
    }

    @Provide
    Arbitrary<SettlementFacts> bills() {
        var parts = Combinators.combine(
                        purchase().list().ofMaxSize(3), year().list().ofMaxSize(2))
                .as((purchases, years) -> Facts.none()
                        .with("out_of_hospital", new Fact.Many(purchases))
                        .with("segments", new Fact.Many(years)))
                .flatMap(facts -> Arbitraries.of(2024L, 2025L).map(asked -> facts.with("settlement_year", asked)));
        return Combinators.combine(
                        stay(), items(), parts, fen(), Arbitraries.integers().between(0, 100))
                .as((stay, items, further, paid, share) -> stay.items(items)
                        .with(further)
                        .thirdPartyShare(Rate.parse(share + "%"))
                        .accumulated(List.of(Accumulated.amount("pool_paid_ytd", Money.ofFen(paid % 16_000_000)))));
    }

    private static Arbitrary<SettlementFacts> stay() {
        return Combinators.combine(
                        Arbitraries.of(
                                "inpatient",
                                "maternity",
                                "day_surgery",
                                "emergency_observation",
                                "outpatient_pool",
                                "two_disease"),
                        level(),
                        Arbitraries.of("in_area", "in_province", "beijing_tianjin", "cross_province"),
                        Arbitraries.of("referral", "emergency", "long_term_resident", "temporary"),
                        Arbitraries.integers().between(0, 15))
                .as((benefit, level, location, reason, bits) -> SettlementFacts.of(benefit)
                        .stay(LocalDate.of(2024, 5, 10), LocalDate.of(2024, 5, 20))
                        .providerLevel(level)
                        .location(location)
                        .offArea(reason, (bits & 1) != 0)
                        .with(circumstances(bits)));
    }

    private static Facts circumstances(int bits) {
        return Facts.none()
                .with("provider_is_tcm", (bits & 2) != 0)
                .with("fetus", "single")
                .with("delivery", "caesarean")
                .with("complication_confirmed", (bits & 4) != 0)
                .with("observation_days", 4)
                .with("previous_stay.transfer", (bits & 8) != 0)
                .with("previous_stay.discharge_date", LocalDate.of(2024, 5, 10))
                .with("previous_stay.deductible_borne", Money.yuan("200.00"));
    }

    private static Arbitrary<Facts> purchase() {
        return Combinators.combine(level(), Arbitraries.of("in_area", "beijing_tianjin", "cross_province"), items())
                .as((level, location, items) -> Facts.none()
                        .with("provider_level", level)
                        .with("location", location)
                        .with("items", new Fact.Items(items)));
    }

    private static Arbitrary<Facts> year() {
        return Combinators.combine(Arbitraries.integers().between(2024, 2025), fen(), items())
                .as((year, paid, items) -> Facts.none()
                        .with("year", year)
                        .with("pool_paid_ytd", Money.ofFen(paid))
                        .with("items", new Fact.Items(items)));
    }

    private static Arbitrary<String> level() {
        return Arbitraries.of("village", "primary", "secondary", "tertiary");
    }

    private static Arbitrary<Long> fen() {
        return Arbitraries.longs().between(0, 30_000_000);
    }

    private static Arbitrary<List<FeeItem>> items() {
        return Combinators.combine(
                        Arbitraries.of(ItemClass.class),
                        Arbitraries.of("drug", "consumable", "service", "facility", "negotiated_antitumor"),
                        fen(),
                        Arbitraries.integers().between(0, 100))
                .as((itemClass, kind, fen, over) ->
                        FeeItem.of(itemClass, kind, Money.ofFen(fen)).overCeiling(Money.ofFen(fen / 100 * over)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
