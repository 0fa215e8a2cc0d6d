package jumin.enrollment.enrollment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.PersonId;
import jumin.platform.problem.ProblemException;

/** The enrollments that the caller may see. */
@ApplicationScoped
public class Enrollments implements PanacheRepositoryBase<Enrollment, UUID> {

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

    /** In the order of the ids given; without those that the caller does not see. */
    public List<Enrollment> ofIds(List<EnrollmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = list("id in ?1", ids.stream().map(EnrollmentId::value).toList()).stream()
                .collect(Collectors.toMap(Enrollment::id, Function.<Enrollment>identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static ProblemException unknown() {
        return new ProblemException(EnrollmentProblem.ENROLLMENT_UNKNOWN, "没有此参保登记，或不在您的辖区。");
    }
}
