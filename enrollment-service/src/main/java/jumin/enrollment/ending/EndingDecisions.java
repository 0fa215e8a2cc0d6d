package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.person.PersonId;
import jumin.platform.personal.Masked;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** The stored decisions of the counties about endings. */
@ApplicationScoped
class EndingDecisions {

    private static final String SELECT = """
            select decided.id, decided.enrollment_id, decided.person_id, person.name, person.id_masked,
                   enrollment.benefit_year, decided.event, decided.happened_on, decided.last_covered_day, decided.reason,
                   decided.evidence, decided.document, decided.state, decided.proposed_by, decided.recorded_at,
                   decided.decision, decided.decided_at, decided.ending_id
            from ending_decision decided join person on person.id = decided.person_id
            join enrollment on enrollment.id = decided.enrollment_id
            """;
    private static final String ADD = """
            insert into ending_decision (id, enrollment_id, person_id, area, division_path, school, event, happened_on,
                last_covered_day, reason, evidence, document, proposed_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    EndingDecisions(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    EndingDecisionId add(Enrollment enrollment, EndingDecisionSubmission submission) {
        var id = EndingDecisionId.next();
        sql.update(
                ADD,
                id.value(),
                enrollment.id().value(),
                enrollment.person().value(),
                enrollment.area(),
                enrollment.divisionPath(),
                enrollment.school(),
                submission.event(),
                submission.on(),
                submission.lastCoveredDay(),
                submission.reason(),
                submission.evidence(),
                submission.document(),
                caller.get().id(),
                OffsetDateTime.now(clock));
        return id;
    }

    EndingDecisionView get(EndingDecisionId id) {
        return one(SELECT + " where decided.id = ?", id);
    }

    /** Locked: two people do not decide one. */
    EndingDecisionView lock(EndingDecisionId id) {
        return one(SELECT + " where decided.id = ? for update of decided", id);
    }

    private EndingDecisionView one(String select, EndingDecisionId id) {
        return sql.first(select, EndingDecisions::view, id.value())
                .orElseThrow(
                        () -> new ProblemException(EnrollmentProblem.ENDING_DECISION_UNKNOWN, "没有此县级终止决定，或不在您的辖区。"));
    }

    List<EndingDecisionView> page(String state, int page, int size) {
        return sql.list(
                SELECT + " where decided.state = ? order by decided.recorded_at, decided.id limit ? offset ?",
                EndingDecisions::view,
                state,
                size,
                (page - 1) * size);
    }

    long count(String state) {
        return sql.count("select count(*) from ending_decision where state = ?", state);
    }

    /** @param ending what came of it; empty when it was refused */
    void decide(EndingDecisionId id, String decision, Optional<EndingId> ending) {
        sql.update(
                "update ending_decision set state = ?, decision = ?, ending_id = ?, decided_by = ?, decided_at = ? where id = ?",
                ending.isPresent() ? "APPROVED" : "REFUSED",
                decision,
                ending.map(EndingId::value),
                caller.get().id(),
                OffsetDateTime.now(clock),
                id.value());
    }

    private static EndingDecisionView view(ResultSet row) throws SQLException {
        var event = EndingEvent.valueOf(row.getString(7));
        return new EndingDecisionView(
                new EndingDecisionId(row.getObject(1, UUID.class)),
                new EnrollmentId(row.getObject(2, UUID.class)),
                new PersonId(row.getObject(3, UUID.class)),
                Masked.name(row.getString(4)),
                row.getString(5),
                row.getInt(6),
                event,
                event.chinese(),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getObject(15, OffsetDateTime.class),
                Optional.of(row.getString(16)).filter(text -> !text.isEmpty()),
                Optional.ofNullable(row.getObject(17, OffsetDateTime.class)),
                Optional.ofNullable(row.getObject(18, UUID.class)).map(EndingId::new));
    }
}
