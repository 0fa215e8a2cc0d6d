package jumin.enrollment.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jumin.enrollment.person.Person;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.TimeOrderedId;

/** 新增参保登记: part of a registration's transaction. */
@ApplicationScoped
public class AddEnrollments {

    private final Enrollments enrollments;
    private final EnrollmentEvents events;
    private final JsonColumn json;
    private final Clock clock;

    AddEnrollments(Enrollments enrollments, EnrollmentEvents events, JsonColumn json, Clock clock) {
        this.enrollments = enrollments;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** @param registeredOn the day on which the registration counts */
    public record NewEnrollment(
            Person person, int benefitYear, EnrollmentType type, LocalDate registeredOn, EnrollmentFacts facts) {}

    public List<Enrollment> run(List<NewEnrollment> wanted) {
        var added = wanted.stream().map(this::enrollment).toList();
        enrollments.persist(added);
        enrollments.flush();
        events.add(added, "REGISTERED", "");
        return added;
    }

    /** What it would be; never stored. */
    public Enrollment trial(NewEnrollment wanted) {
        return enrollment(wanted);
    }

    /** The same enrollment under another person's name, from the day on which it was registered. */
    public Enrollment carried(Enrollment other, Person person) {
        var enrollment = enrollment(
                new NewEnrollment(person, other.benefitYear, other.type, other.registeredOn, EnrollmentFacts.NONE));
        enrollment.facts = other.facts;
        enrollments.persist(enrollment);
        enrollments.flush();
        events.add(List.of(enrollment), "CARRIED", "由同一人的另一登记接续");
        return enrollment;
    }

    private Enrollment enrollment(NewEnrollment wanted) {
        var enrollment = new Enrollment();
        var person = wanted.person();
        enrollment.id = TimeOrderedId.next();
        enrollment.personId = person.id().value();
        enrollment.area = person.area();
        enrollment.divisionPath = person.divisionPath();
        enrollment.school = person.school();
        enrollment.benefitYear = wanted.benefitYear();
        enrollment.type = wanted.type();
        enrollment.state = EnrollmentState.ENROLLED;
        enrollment.registeredOn = wanted.registeredOn();
        enrollment.birthDate = person.birthDate();
        enrollment.facts = json.write(wanted.facts());
        enrollment.endReason = "";
        enrollment.recordedAt = OffsetDateTime.now(clock);
        return enrollment;
    }
}
