package jumin.regulation.settlement;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** 任意的费用单，for properties that hold in each city. */
final class EveryCityBills {

    static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    private static final List<String> BENEFITS = List.of(
            "inpatient",
            "maternity",
            "emergency_rescue",
            "chronic_outpatient",
            "outpatient_pool",
            "outpatient_observation",
            "accident_outpatient",
            "two_disease");

    private EveryCityBills() {}

    /** Bills of every benefit, with what was paid before, parameters of the further layers, and a third party's share. */
    static Arbitrary<SettlementFacts> bills() {
        return Combinators.combine(
                        Arbitraries.of(BENEFITS),
                        Arbitraries.of("township", "primary", "secondary", "tertiary"),
                        Arbitraries.of("in_area", "in_province", "cross_province"),
                        Arbitraries.of("vaginal", "caesarean"),
                        items(),
                        Arbitraries.longs().between(0, 30_000_000),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(true, false))
                .as((benefit, level, location, delivery, items, before, share, flag) -> new SettlementFacts(
                                visit(benefit, level, location, flag).with("delivery", delivery))
                        .items(items)
                        .thirdPartyShare(Rate.parse(share + "%"))
                        .with(parameters(flag))
                        .accumulated(List.of(
                                Accumulated.amount("pool_paid_ytd", Money.ofFen(before)),
                                Accumulated.amount("outpatient_paid_quarter", Money.ofFen(before / 5000)),
                                Accumulated.amount("cii_eligible_ytd", Money.ofFen(before / 7)),
                                Accumulated.count("in_region_stays_ytd", before % 3))));
    }

    private static Facts visit(String benefit, String level, String location, boolean flag) {
        return SettlementFacts.of(benefit)
                .stay(DAY.minusDays(10), DAY)
                .service(DAY)
                .providerLevel(level)
                .location(location)
                .offArea(flag ? "referral" : "temporary", true)
                .person(LocalDate.of(2015, 1, 1), List.of("minimum_living"))
                .facts()
                .with("provider_is_tcm", flag)
                .with("died", flag);
    }

    private static Facts parameters(boolean given) {
        var assistance = Facts.none().with("assistance.ratio", Rate.parse("70%"));
        return given
                ? assistance
                        .with("critical_illness.deductible", Money.yuan("3000.00"))
                        .with("critical_illness.ratio", Rate.parse("60%"))
                        .with("critical_illness.include_prepay", true)
                : assistance.with("critical_illness", "supplement");
    }

    private static Arbitrary<List<FeeItem>> items() {
        return Combinators.combine(
                        Arbitraries.of(ItemClass.class),
                        Arbitraries.of("drug", "consumable", "service", "facility"),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 3),
                                Arbitraries.longs().between(0, 5_000_000),
                                Arbitraries.longs().between(0, 9_999_999_999L)),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(true, false))
                .as((itemClass, kind, fen, over, tcm) -> {
                    var item = FeeItem.of(itemClass, kind, Money.ofFen(fen)).overCeiling(Money.ofFen(fen / 100 * over));
                    return tcm ? item.ofTraditionalMedicine() : item;
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
