package jumin.regulation.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import jumin.regulation.Money;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一条费用明细不到一百亿元")
class LargeAmountsTest {

    @Test
    void oneFenBelowTenBillionYuanIsSettledToTheFen() {
        var amounts =
                Adjudicator.adjudicate(stay("9999999999.99", 5), Stays.LAW).amounts();

        assertEquals(Money.yuan("49999999999.95"), amounts.totalAmount());
        assertEquals(Money.yuan("42499999999.95"), amounts.eligibleAmount());
        assertEquals(amounts.totalAmount(), amounts.fundPay().plus(amounts.personPay()));
    }

    @Test
    void tenBillionYuanAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> Adjudicator.adjudicate(stay("10000000000.00", 1), Stays.LAW));
    }

    /** Class B drugs, of which the person bears 15% first. */
    private static SettlementFacts stay(String each, int items) {
        return Stays.stay("tertiary")
                .designated(true)
                .location("in_area")
                .items(Collections.nCopies(items, FeeItem.of(ItemClass.B, "drug", Money.yuan(each))));
    }
}
