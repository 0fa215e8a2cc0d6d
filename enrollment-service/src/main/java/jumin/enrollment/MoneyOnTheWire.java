package jumin.enrollment;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jumin.platform.wire.TextType;
import jumin.regulation.Money;

/** Amounts travel as yuan with two decimals. */
public class MoneyOnTheWire {

    @Produces
    @Singleton
    TextType<Money> money() {
        return TextType.of(Money.class, Money::yuan);
    }
}
