package jumin.enrollment.ending;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The stored endings; none is ever deleted. */
@ApplicationScoped
class Endings {

    private static final String SELECT = """
            select id, person_id, event, happened_on, reason, evidence, effects::text, household::text, recorded_at,
                   undone_at, undo_reason
            from person_ending
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final CurrentCaller caller;
    private final Clock clock;

    Endings(Sql sql, JsonColumn json, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** An ending as it stands. */
    record Ending(
            EndingId id,
            PersonId person,
            EndingSubmission submission,
            List<EndingEffect> effects,
            LeftHousehold household,
            OffsetDateTime recordedAt,
            Optional<OffsetDateTime> undoneAt,
            String undoReason) {}

    EndingId add(Person person, EndingSubmission submission, List<EndingEffect> effects, LeftHousehold household) {
        var id = EndingId.next();
        sql.update(
                """
                insert into person_ending (id, person_id, area, division_path, school, event, happened_on, reason, evidence,
                                           effects, household, actor, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
                """,
                id.value(),
                person.id().value(),
                person.area(),
                person.divisionPath(),
                person.school(),
                submission.event(),
                submission.on(),
                submission.reason(),
                submission.evidence(),
                json.write(effects),
                json.write(household),
                caller.get().id(),
                OffsetDateTime.now(clock));
        return id;
    }

    Ending get(EndingId id) {
        return sql.first(SELECT + " where id = ?", this::ending, id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.ENDING_UNKNOWN, "没有此终止记录，或不在您的辖区。"));
    }

    List<Ending> ofPerson(PersonId person) {
        return sql.list(SELECT + " where person_id = ? order by recorded_at, id", this::ending, person.value());
    }

    /** 死亡登记 that nobody took back. */
    Optional<Ending> death(PersonId person) {
        return sql.first(
                SELECT
                        + " where person_id = ? and event = ? and undone_at is null order by recorded_at desc, id desc limit 1",
                this::ending,
                person.value(),
                EndingEvent.DEATH);
    }

    /** The event reached one enrollment more than was known when it was recorded. */
    void reaches(Ending ending, EndingEffect effect) {
        sql.update(
                "update person_ending set effects = ?::jsonb where id = ?",
                json.write(Stream.concat(ending.effects().stream(), Stream.of(effect))
                        .toList()),
                ending.id().value());
    }

    /** Once: whoever comes second is told so. */
    void undone(EndingId id, String reason) {
        var undone = sql.update(
                "update person_ending set undone_at = ?, undone_by = ?, undo_reason = ?"
                        + " where id = ? and undone_at is null",
                OffsetDateTime.now(clock),
                caller.get().id(),
                reason,
                id.value());
        if (undone == 0) {
            throw new ProblemException(EnrollmentProblem.ENDING_UNDONE, "此终止已撤销，不能再次撤销。");
        }
    }

    private Ending ending(ResultSet row) throws SQLException {
        return new Ending(
                new EndingId(row.getObject(1, UUID.class)),
                new PersonId(row.getObject(2, UUID.class)),
                new EndingSubmission(
                        EndingEvent.valueOf(row.getString(3)),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6)),
                json.read(row.getString(7), new TypeReference<List<EndingEffect>>() {}),
                json.read(row.getString(8), LeftHousehold.class),
                row.getObject(9, OffsetDateTime.class),
                Optional.ofNullable(row.getObject(10, OffsetDateTime.class)),
                row.getString(11));
    }
}
