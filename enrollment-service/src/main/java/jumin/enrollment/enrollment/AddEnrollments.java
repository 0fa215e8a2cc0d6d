package jumin.enrollment.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jumin.enrollment.person.Person;
import jumin.platform.sql.Columns;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 新增参保登记: part of a registration's transaction. */
@ApplicationScoped
public class AddEnrollments {

    private static final String ADD = """
            insert into enrollment (id, person_id, area, division_path, school, benefit_year, type, state, registered_on,
                                    birth_date, facts, end_reason, version, recorded_at)
            select added.*, '', 0, ? from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[],
                ?::text[], ?::date[], ?::date[], ?::text[]) as added
            """;

    private final Sql sql;
    private final EnrollmentEvents events;
    private final JsonColumn json;
    private final Clock clock;

    AddEnrollments(Sql sql, EnrollmentEvents events, JsonColumn json, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** @param registeredOn the day on which the registration counts */
    public record NewEnrollment(
            Person person, int benefitYear, EnrollmentType type, LocalDate registeredOn, EnrollmentFacts facts) {}

    public List<Enrollment> run(List<NewEnrollment> wanted) {
        var added = wanted.stream().map(this::enrollment).toList();
        store(added);
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
        store(List.of(enrollment));
        events.add(List.of(enrollment), "CARRIED", "由同一人的另一登记接续");
        return enrollment;
    }

    /** One statement however many; what is given back is not watched by the mapper. */
    private void store(List<Enrollment> added) {
        var columns = Columns.of(added)
                .with("uuid", enrollment -> enrollment.id)
                .with("uuid", enrollment -> enrollment.personId)
                .with("text", enrollment -> enrollment.area)
                .with("text", enrollment -> enrollment.divisionPath)
                .with("text", enrollment -> enrollment.school)
                .with("int4", enrollment -> enrollment.benefitYear)
                .with("text", enrollment -> enrollment.type)
                .with("text", enrollment -> enrollment.state)
                .with("date", enrollment -> enrollment.registeredOn)
                .with("date", enrollment -> enrollment.birthDate)
                .with("text", enrollment -> enrollment.facts);
        sql.update(ADD, columns.after(OffsetDateTime.now(clock)));
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
