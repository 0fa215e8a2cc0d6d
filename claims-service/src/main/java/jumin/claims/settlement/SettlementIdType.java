package jumin.claims.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jumin.platform.wire.TextType;

/** A settlement id travels as a string. */
@ApplicationScoped
public class SettlementIdType {

    @Produces
    @Singleton
    TextType<SettlementId> settlementId() {
        return TextType.of(SettlementId.class, SettlementId::fromString);
    }
}
