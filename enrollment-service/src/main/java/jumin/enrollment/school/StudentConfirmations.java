package jumin.enrollment.school;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** The stored confirmations: what was said before is superseded, never changed. */
@ApplicationScoped
public class StudentConfirmations {

    private static final String STANDING = """
            select enrollment_id, state, basis, evidence, evidence_by, decided_by, reason, recorded_at from student_confirmation
            where enrollment_id = any (?::uuid[]) and superseded_by is null
            """;
    private static final String SUPERSEDE = """
            update student_confirmation set superseded_by = next.id, superseded_at = next.at
            from (select id, enrollment, ?::timestamptz as at from unnest(?::uuid[], ?::uuid[]) as said (id, enrollment)) next
            where enrollment_id = next.enrollment and superseded_by is null
            """;
    private static final String ADD = """
            insert into student_confirmation (id, enrollment_id, person_id, division_path, school, state, basis, evidence,
                                              evidence_by, decided_by, reason, recorded_at)
            select said.id, enrollment.id, person_id, division_path, school, ?, ?, ?, ?, ?, ?, ?
            from unnest(?::uuid[], ?::uuid[]) as said (id, enrollment) join enrollment on enrollment.id = said.enrollment
            """;

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    StudentConfirmations(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /** Of each enrollment that has any. */
    public Map<EnrollmentId, StudentConfirmation> of(Collection<EnrollmentId> enrollments) {
        return enrollments.isEmpty()
                ? Map.of()
                : sql
                        .list(
                                STANDING,
                                StudentConfirmations::confirmation,
                                enrollments.stream().map(EnrollmentId::toString).toList())
                        .stream()
                        .collect(Collectors.toMap(StudentConfirmation::enrollment, Function.identity()));
    }

    /** Says the same of many students. */
    public void say(List<EnrollmentId> enrollments, StudentConfirmation.Said said) {
        say(
                enrollments,
                said,
                said.state() == ConfirmationState.PENDING ? "" : caller.get().id());
    }

    private void say(List<EnrollmentId> enrollments, StudentConfirmation.Said said, String decider) {
        if (enrollments.isEmpty()) {
            return;
        }
        var now = OffsetDateTime.now(clock);
        var columns = Columns.of(enrollments.stream().map(New::of).toList())
                .with("uuid", New::id)
                .with("uuid", one -> one.enrollment().value());
        sql.update(SUPERSEDE, columns.after(now));
        sql.update(
                ADD,
                columns.after(
                        said.state(), said.basis(), said.evidence(), said.evidenceBy(), decider, said.reason(), now));
    }

    private record New(UUID id, EnrollmentId enrollment) {

        static New of(EnrollmentId enrollment) {
            return new New(TimeOrderedId.next(), enrollment);
        }
    }

    /** 合并、撤销合并: what was said of the one enrollment goes for the other that takes its place. */
    public void carry(Enrollment from, Enrollment to) {
        of(List.of(from.id()))
                .values()
                .forEach(standing -> say(
                        List.of(to.id()),
                        new StudentConfirmation.Said(
                                standing.state(),
                                standing.basis(),
                                standing.evidence(),
                                standing.evidenceBy(),
                                standing.reason()),
                        standing.decidedBy()));
    }

    private static StudentConfirmation confirmation(ResultSet row) throws SQLException {
        return new StudentConfirmation(
                new EnrollmentId(row.getObject(1, UUID.class)),
                ConfirmationState.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class));
    }
}
