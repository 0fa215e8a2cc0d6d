package jumin.regulation;

import static java.math.RoundingMode.HALF_UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("金额、比例")
class MoneyTest {

    @Test
    void yuanAreReadExactly() {
        assertEquals(123450, Money.yuan("1234.5").fen());
        assertEquals(-1, Money.yuan("-0.01").fen());
        assertEquals("-0.01", Money.yuan("-0.01").toString());
        assertEquals("1234.50", Money.ofFen(123450).toString());
        assertEquals("0.05", Money.ofFen(5).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.345", "", "1,000", "1e3", ".5", "1.", "－1", "1.2.3", "1234567890123456"})
    void whatIsNotYuanIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Money.yuan(text));
    }

    @Test
    void halfAFenIsRoundedUp() {
        assertEquals(Money.ofFen(1), Money.ofFen(1).times(Rate.parse("50%"), HALF_UP));
        assertEquals(Money.ofFen(0), Money.ofFen(1).times(Rate.parse("49%"), HALF_UP));
        assertEquals(Money.ofFen(-1), Money.ofFen(-1).times(Rate.parse("50%"), HALF_UP));
    }

    @Test
    void sumsThatDoNotFitThrow() {
        assertThrows(
                ArithmeticException.class, () -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)));
        assertThrows(
                ArithmeticException.class, () -> Money.ofFen(Long.MIN_VALUE).minus(Money.ofFen(1)));
    }

    @Test
    void ratesAreReadAsTheLawWritesThem() {
        assertEquals(Rate.parse("0.6"), Rate.parse("60%"));
        assertEquals(Rate.parse("0.6"), Rate.parse("60％"));
        assertEquals("60%", Rate.parse("0.60").toString());
        assertEquals("0.125", Rate.parse("12.5%").decimal());
        assertEquals("0", Rate.NONE.decimal());
        assertEquals(Rate.ALL, Rate.parse("95%").plusPoints(Rate.parse("15%")));
        assertEquals(Rate.parse("40%"), Rate.parse("60%").complement());
    }

    @ParameterizedTest
    @ValueSource(strings = {"101%", "1.1", "-5%", "60 %", "六成", "0.1234567"})
    void whatIsNotARateIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Rate.parse(text));
    }
}
