package jumin.claims.provider;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The agreements of all providers. */
@ApplicationScoped
class ProviderAgreements implements PanacheRepositoryBase<ProviderAgreement, UUID> {

    List<ProviderAgreement> of(String provider) {
        return list("provider = ?1 order by qualification, validFrom", provider);
    }
}
