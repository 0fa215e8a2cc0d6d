package jumin.claims;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jumin.claims.wire.Decimal;
import jumin.regulation.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DecimalTest {

    @Test
    @DisplayName("数量乘单价四舍五入到分")
    void productsAreRoundedHalfUpToTheFen() {
        assertThat(Decimal.parse("3").at(Decimal.parse("33.335")), is(Money.yuan("100.01")));
        assertThat(Decimal.parse("0.5").at(Decimal.parse("0.01")), is(Money.yuan("0.01")));
        assertThat(Decimal.parse("0.4").at(Money.yuan("0.01")), is(Money.ZERO));
        assertThat(Decimal.parse("74.6").at(Decimal.parse("100.0000")), is(Money.yuan("7460.00")));
    }

    @Test
    @DisplayName("写法不对的数、超出范围的积被拒绝")
    void whatIsNoDecimalIsRefused() {
        for (var wrong :
                new String[] {"", "-1", "1e3", "1.1234567", "１", "1234567890123", "1.", ".5", "1.2.3", "+1", " 1"}) {
            assertThrows(IllegalArgumentException.class, () -> Decimal.parse(wrong), wrong);
        }
        var large = Decimal.parse("999999999999");
        assertThrows(ArithmeticException.class, () -> large.at(large));
        assertThat(Decimal.parse("0.100").toString(), is("0.1"));
        assertThat(Decimal.parse("18000").toString(), is("18000"));
        assertThat(Decimal.parse("0.000001").toString(), is("0.000001"));
        assertThat(Decimal.parse("999999999999.999990").toString(), is("999999999999.99999"));
        assertThat(Decimal.parse("0").toString(), is("0"));
    }
}
