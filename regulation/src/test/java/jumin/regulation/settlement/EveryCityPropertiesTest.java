package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import jumin.regulation.law.LawLibrary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 各统筹区共同的不变量：whatever the city, the benefit and the bill, fund, person and others are the bill. */
class EveryCityPropertiesTest {

    private static final LawLibrary LIBRARY = LawLibrary.load();
    private static final LocalDate DAY = EveryCityBills.DAY;

    @Property(tries = 1500)
    void theSharesAreTheBill(
            @ForAll("areas") String area, @ForAll("bills") SettlementFacts facts, @ForAll boolean placeholders) {
        var amounts = Adjudicator.adjudicate(facts, LIBRARY.law(area, DAY, placeholders))
                .amounts();

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

    @Property(tries = 300)
    void replayYieldsIdenticalBytes(@ForAll("areas") String area, @ForAll("bills") SettlementFacts facts) {
        var law = LIBRARY.law(area, DAY, true);

        assertEquals(
                Adjudicator.adjudicate(facts, law).canonicalJson(),
                Adjudicator.replay(facts.canonicalJson(), law).canonicalJson());
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
