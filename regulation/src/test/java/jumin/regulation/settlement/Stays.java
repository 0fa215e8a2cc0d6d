package jumin.regulation.settlement;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.Money;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;

/** Stays and the law for tests. */
final class Stays {

    static final Law LAW = LawLibrary.load().law("360900", LocalDate.of(2024, 3, 20), true);

    private Stays() {}

    /** The bill of example-statement.md. */
    static SettlementFacts example() {
        return stay("tertiary")
                .person(LocalDate.of(1970, 5, 5), List.of("minimum_living"))
                .perCapitaIncome(Money.yuan("35000"))
                .items(List.of(
                        FeeItem.of(ItemClass.C, "drug", Money.yuan("2340.00")),
                        FeeItem.of(ItemClass.B, "consumable", Money.yuan("36000.00"))
                                .overCeiling(Money.yuan("6000.00")),
                        FeeItem.of(ItemClass.B, "drug", Money.yuan("21460.00")),
                        FeeItem.of(ItemClass.A, "service", Money.yuan("48200.00"))));
    }

    static SettlementFacts stay(String level) {
        return SettlementFacts.of("inpatient")
                .stay(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 20))
                .providerLevel(level);
    }

    static List<FeeItem> classA(String yuan) {
        return List.of(FeeItem.of(ItemClass.A, "drug", Money.yuan(yuan)));
    }
}
