package jumin.claims.provider;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The designated providers. */
@ApplicationScoped
class Providers implements PanacheRepositoryBase<Provider, String> {

    List<Provider> under(String divisionPath) {
        return list("divisionPath >= ?1 and divisionPath < ?2 order by code", divisionPath, divisionPath + "~");
    }
}
