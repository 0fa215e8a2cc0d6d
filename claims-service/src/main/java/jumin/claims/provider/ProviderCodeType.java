package jumin.claims.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jumin.platform.wire.TextType;

/** A provider code travels as a string. */
@ApplicationScoped
public class ProviderCodeType {

    @Produces
    @Singleton
    TextType<ProviderCode> providerCode() {
        return TextType.of(ProviderCode.class, ProviderCode::new);
    }
}
