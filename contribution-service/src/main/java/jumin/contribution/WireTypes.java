package jumin.contribution;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jumin.platform.wire.TextType;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** Values that travel as strings. */
public class WireTypes {

    @Produces
    @Singleton
    TextType<Money> money() {
        return TextType.of(Money.class, Money::yuan);
    }

    @Produces
    @Singleton
    TextType<Rate> rate() {
        return new TextType<>(Rate.class, Rate::parse, Rate::decimal);
    }
}
