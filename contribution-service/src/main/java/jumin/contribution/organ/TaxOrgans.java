package jumin.contribution.organ;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The registered tax organs. */
@ApplicationScoped
class TaxOrgans implements PanacheRepositoryBase<TaxOrgan, String> {}
