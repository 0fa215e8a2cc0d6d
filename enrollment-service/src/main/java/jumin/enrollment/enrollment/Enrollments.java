package jumin.enrollment.enrollment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.PersonId;
import jumin.platform.problem.ProblemException;

/** The enrollments that the caller may see. */
@ApplicationScoped
public class Enrollments implements PanacheRepositoryBase<Enrollment, UUID> {

    private static final String OF_YEAR = "benefitYear = ?1 and divisionPath >= ?2 and divisionPath < ?3"
            + " and not (state = jumin.enrollment.enrollment.EnrollmentState.CANCELLED"
            + " and exists (select 1 from Person person where person.id = personId"
            + " and person.status = jumin.enrollment.person.PersonStatus.WITHDRAWN))";

    public Enrollment get(EnrollmentId id) {
        return findByIdOptional(id.value()).orElseThrow(Enrollments::unknown);
    }

    /** For a change: nobody else changes it meanwhile. */
    public Enrollment lock(EnrollmentId id) {
        return hold(get(id));
    }

    /** For a change of one that was read already: read again, and nobody else changes it meanwhile. */
    public Enrollment hold(Enrollment enrollment) {
        getEntityManager().refresh(enrollment, LockModeType.PESSIMISTIC_WRITE);
        return enrollment;
    }

    public List<Enrollment> ofPerson(PersonId person) {
        return list("personId = ?1 order by benefitYear, recordedAt", person.value());
    }

    /** The enrollments in force of these persons, in all years. */
    public List<Enrollment> activeOf(Collection<PersonId> persons) {
        return persons.isEmpty()
                ? List.of()
                : list(
                        "personId in ?1 and state = ?2",
                        persons.stream().map(PersonId::value).toList(),
                        EnrollmentState.ENROLLED);
    }

    public Optional<Enrollment> active(PersonId person, int benefitYear) {
        return find(
                        "personId = ?1 and benefitYear = ?2 and state = ?3",
                        person.value(),
                        benefitYear,
                        EnrollmentState.ENROLLED)
                .firstResultOptional();
    }

    /** The next enrollments in force of an area and year, in the order of their ids. */
    public List<Enrollment> activeAfter(String area, int benefitYear, UUID after, int most) {
        return find(
                        "area = ?1 and benefitYear = ?2 and state = ?3 and id > ?4",
                        Sort.by("id"),
                        area,
                        benefitYear,
                        EnrollmentState.ENROLLED,
                        after)
                .page(0, most)
                .list();
    }

    public List<Enrollment> ofYear(int benefitYear, String path, int page, int size) {
        return find(OF_YEAR + " order by divisionPath, id", benefitYear, path, path + "~")
                .page(page - 1, size)
                .list();
    }

    public long countOfYear(int benefitYear, String path) {
        return count(OF_YEAR, benefitYear, path, path + "~");
    }

    private static ProblemException unknown() {
        return new ProblemException(EnrollmentProblem.ENROLLMENT_UNKNOWN, "没有此参保登记，或不在您的辖区。");
    }
}
