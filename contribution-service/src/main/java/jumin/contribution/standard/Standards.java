package jumin.contribution.standard;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The standards of all areas and years. */
@ApplicationScoped
class Standards implements PanacheRepositoryBase<Standard, UUID> {

    List<Standard> of(String area, int benefitYear) {
        return list("area = ?1 and benefitYear = ?2 order by version", area, benefitYear);
    }

    Optional<Standard> inForce(String area, int benefitYear) {
        return find(
                        "area = ?1 and benefitYear = ?2 and state = ?3 and supersededBy is null",
                        area,
                        benefitYear,
                        Standard.State.PUBLISHED)
                .firstResultOptional();
    }
}
