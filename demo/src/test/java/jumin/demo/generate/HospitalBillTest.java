package jumin.demo.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import jumin.demo.generate.ChargeTable.Charge;
import jumin.regulation.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("医院的账与范例结算单一致")
class HospitalBillTest {

    @Test
    @DisplayName("总额 108,000.00，明细不少于 30 条")
    void totalIsThatOfTheWorkedStatement() {
        var bill = HospitalBill.of("", "");

        assertEquals("108000.00", bill.totalAmount());
        assertTrue(bill.items().size() >= 30);
    }

    @Test
    @DisplayName("丙类 2,340.00；乙类药 21,460.00；乙类耗材 36,000.00，超支付标准 6,000.00；其余甲类")
    void partsAreThoseOfTheWorkedStatement() {
        assertEquals("2340.00", sum(charge -> charge.itemClass().equals("C")));
        assertEquals(
                "21460.00",
                sum(charge -> charge.itemClass().equals("B") && charge.kind().equals("drug")));
        assertEquals(
                "36000.00",
                sum(charge -> charge.itemClass().equals("B") && charge.kind().equals("consumable")));
        assertEquals("48200.00", sum(charge -> charge.itemClass().equals("A")));
        assertEquals("6000.00", overCeiling().toString());
    }

    @Test
    @DisplayName("目录不少于 40 条，含药品、服务、耗材、床位和甲乙丙三类")
    void catalogueHasAllKindsAndClasses() {
        var catalogue = HospitalBill.catalogue();

        assertTrue(catalogue.size() >= 40);
        assertEquals(4, catalogue.stream().map(item -> item.kind()).distinct().count());
        assertEquals(
                3, catalogue.stream().map(item -> item.itemClass()).distinct().count());
    }

    private static String sum(Predicate<Charge> which) {
        return ChargeTable.ofTheStay().stream()
                .filter(which)
                .map(Charge::amount)
                .reduce(Money.ZERO, Money::plus)
                .toString();
    }

    private static Money overCeiling() {
        return ChargeTable.ofTheStay().stream()
                .filter(charge -> !charge.ceilings().isEmpty())
                .map(charge -> charge.price()
                        .minus(Money.yuan(charge.ceilings().getFirst()))
                        .max(Money.ZERO)
                        .times(charge.quantity()))
                .reduce(Money.ZERO, Money::plus);
    }
}
