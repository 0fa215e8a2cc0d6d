package jumin.contribution.organ;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
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

    public List<Organ> all() {
        return organs.listAll().stream().map(ResponsibleOrgans::organ).toList();
    }

    /** The organ with the longest path that contains this division. */
    public static Optional<Organ> responsible(List<Organ> organs, String divisionPath) {
        return organs.stream()
                .filter(organ -> divisionPath.startsWith(organ.divisionPath()))
                .max(Comparator.comparingInt(organ -> organ.divisionPath().length()));
    }

    private static Organ organ(TaxOrgan organ) {
        return new Organ(organ.organ, organ.area, organ.divisionPath);
    }
}
