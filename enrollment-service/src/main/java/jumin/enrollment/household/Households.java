package jumin.enrollment.household;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.HouseholdId;
import jumin.platform.problem.ProblemException;

/** The households that the caller may see. */
@ApplicationScoped
public class Households implements PanacheRepositoryBase<Household, UUID> {

    private static final String UNDER = "divisionPath >= ?1 and divisionPath < ?2 and withdrawnAt is null";

    public Household get(HouseholdId id) {
        return findByIdOptional(id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.HOUSEHOLD_UNKNOWN, "没有此户，或不在您的辖区。"));
    }

    List<Household> under(String path, int page, int size) {
        return find(UNDER + " order by divisionPath, houseNumber", path, path + "~")
                .page(page - 1, size)
                .list();
    }

    long countUnder(String path) {
        return count(UNDER, path, path + "~");
    }
}
