package jumin.claims.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jumin.platform.wire.TextType;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** How values travel: as strings. */
@ApplicationScoped
public class ValueTypes {

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

    @Produces
    @Singleton
    TextType<Decimal> decimal() {
        return TextType.of(Decimal.class, Decimal::parse);
    }
}
