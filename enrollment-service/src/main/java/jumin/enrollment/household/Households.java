package jumin.enrollment.household;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.HouseholdId;
import jumin.platform.problem.ProblemException;

/** The households that the caller may see. */
@ApplicationScoped
public class Households implements PanacheRepositoryBase<Household, UUID> {

    public Household get(HouseholdId id) {
        return findByIdOptional(id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.HOUSEHOLD_UNKNOWN, "没有此户，或不在您的辖区。"));
    }
}
