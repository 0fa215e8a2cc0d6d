package jumin.contribution.organ;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Optional;

/** Which tax organ collects where. */
@ApplicationScoped
public class ResponsibleOrgans {

    private final TaxOrgans organs;

    ResponsibleOrgans(TaxOrgans organs) {
        this.organs = organs;
    }

    /** A registered organ and its place. */
    public record Organ(String code, String area, String divisionPath) {}

    public Optional<Organ> find(String code) {
        return organs.findByIdOptional(code).map(ResponsibleOrgans::organ);
    }

    /** The organ with the longest path that contains this division. */
    public Optional<Organ> of(String divisionPath) {
        return organs.listAll().stream()
                .filter(organ -> divisionPath.startsWith(organ.divisionPath))
                .max(Comparator.comparingInt(organ -> organ.divisionPath.length()))
                .map(ResponsibleOrgans::organ);
    }

    private static Organ organ(TaxOrgan organ) {
        return new Organ(organ.organ, organ.area, organ.divisionPath);
    }
}
