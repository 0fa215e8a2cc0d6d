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
import java.util.stream.IntStream;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.platform.scope.CurrentCaller;
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
            update student_confirmation set superseded_by = ?, superseded_at = ?
            where enrollment_id = ? and superseded_by is null
            """;
    private static final String ADD = """
            insert into student_confirmation (id, enrollment_id, person_id, division_path, school, state, basis, evidence,
                                              evidence_by, decided_by, reason, recorded_at)
            select ?, id, person_id, division_path, school, ?, ?, ?, ?, ?, ?, ? from enrollment where id = ?
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
        var now = OffsetDateTime.now(clock);
        var ids = enrollments.stream().map(any -> TimeOrderedId.next()).toList();
        sql.updateAll(SUPERSEDE, rows(enrollments, ids, (enrollment, id) -> new Object[] {id, now, enrollment}));
        sql.updateAll(ADD, rows(enrollments, ids, (enrollment, id) -> new Object[] {
            id, said.state(), said.basis(), said.evidence(), said.evidenceBy(), decider, said.reason(), now, enrollment
        }));
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

    private interface Row {
        Object[] of(UUID enrollment, UUID id);
    }

    private static List<Object[]> rows(List<EnrollmentId> enrollments, List<UUID> ids, Row row) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> row.of(enrollments.get(i).value(), ids.get(i)))
                .toList();
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
