package jumin.regulation.refund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import jumin.regulation.Money;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("退费（第二十二条）")
class RefundTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final Law LAW = LawLibrary.load().law("360900", START, true);

    @Test
    @DisplayName("享受期前一日可退，当日不退")
    void theDayBeforeTheStartIsTheLast() {
        assertInstanceOf(RefundDecision.Granted.class, decide("employee_insurance", START.minusDays(1)));
        assertInstanceOf(RefundDecision.Refused.class, decide("employee_insurance", START));
        assertInstanceOf(RefundDecision.Refused.class, decide("employee_insurance", START.plusDays(1)));
    }

    @Test
    void theSubsidyGivenBackIsNeverMoreThanWasPaid() {
        var facts = RefundFacts.of("recognised_special", START, START)
                .paid(Money.yuan("60.00"))
                .subsidyDue(Money.yuan("320.00"))
                .windowEnd(LocalDate.of(2024, 2, 29));

        var granted = assertInstanceOf(RefundDecision.Granted.class, Refund.decide(facts, LAW));

        assertEquals(Money.yuan("60.00"), granted.amount());
        assertEquals("第二十二条", granted.citation().article());
        assertEquals(
                granted.canonicalJson(),
                Refund.replay(facts.canonicalJson(), LAW).canonicalJson());
    }

    @Test
    void withoutAPaymentThereIsNothingToDecide() {
        assertInstanceOf(
                RefundDecision.Held.class, Refund.decide(RefundFacts.of("death", START, START.plusDays(1)), LAW));
    }

    private static RefundDecision decide(String event, LocalDate day) {
        return Refund.decide(RefundFacts.of(event, day, START).paid(Money.yuan("380.00")), LAW);
    }
}
