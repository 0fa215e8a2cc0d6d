package jumin.enrollment.enrollment;

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
import jumin.enrollment.enrollment.EnrollmentChange.Grounds;
import jumin.enrollment.enrollment.EnrollmentChange.Kind;
import jumin.enrollment.enrollment.EnrollmentChange.Said;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The stored changes of enrollments: each is written with the change itself, and can be taken back. */
@ApplicationScoped
public class EnrollmentChanges {

    private static final String SELECT = """
            select id, enrollment_id, kind, effective_on, before::text, after::text, reason, evidence, article, recorded_at,
                   undone_at, undo_reason from enrollment_change
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final CurrentCaller caller;
    private final Clock clock;

    EnrollmentChanges(Sql sql, JsonColumn json, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** What an enrollment says now. */
    public Said said(Enrollment enrollment) {
        return new Said(enrollment.type(), json.tree(enrollment.facts()));
    }

    /** Lets the enrollment say something else, and keeps what it said. */
    public ChangeId change(Enrollment enrollment, Kind kind, LocalDate effectiveOn, Said after, Grounds grounds) {
        var id = ChangeId.next();
        var before = said(enrollment);
        enrollment.change(after.type(), after.facts().toString());
        sql.update(
                """
                insert into enrollment_change (id, enrollment_id, person_id, area, division_path, school, kind, effective_on,
                    before, after, reason, evidence, article, actor, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
                """,
                id.value(),
                enrollment.id,
                enrollment.personId,
                enrollment.area,
                enrollment.divisionPath,
                enrollment.school,
                kind,
                effectiveOn,
                json.write(before),
                json.write(after),
                grounds.reason(),
                grounds.evidence(),
                grounds.article(),
                caller.get().id(),
                OffsetDateTime.now(clock));
        return id;
    }

    public EnrollmentChange get(ChangeId id) {
        return sql.first(SELECT + " where id = ?", this::change, id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.ENROLLMENT_CHANGE_UNKNOWN, "没有此变更，或不在您的辖区。"));
    }

    public List<EnrollmentChange> of(EnrollmentId enrollment) {
        return sql.list(SELECT + " where enrollment_id = ? order by recorded_at, id", this::change, enrollment.value());
    }

    /** @throws ProblemException when it was taken back before */
    public void undone(ChangeId id, String reason) {
        var done = sql.update(
                "update enrollment_change set undone_at = ?, undone_by = ?, undo_reason = ?"
                        + " where id = ? and undone_at is null",
                OffsetDateTime.now(clock),
                caller.get().id(),
                reason,
                id.value());
        if (done == 0) {
            throw new ProblemException(EnrollmentProblem.ENROLLMENT_CHANGE_UNDONE, "此变更已撤销，不能再次撤销。");
        }
    }

    private EnrollmentChange change(ResultSet row) throws SQLException {
        return new EnrollmentChange(
                new ChangeId(row.getObject(1, UUID.class)),
                new EnrollmentId(row.getObject(2, UUID.class)),
                Kind.valueOf(row.getString(3)),
                row.getObject(4, LocalDate.class),
                json.read(row.getString(5), Said.class),
                json.read(row.getString(6), Said.class),
                new Grounds(row.getString(7), row.getString(8), row.getString(9)),
                row.getObject(10, OffsetDateTime.class),
                Optional.ofNullable(row.getObject(11, OffsetDateTime.class)),
                row.getString(12));
    }
}
