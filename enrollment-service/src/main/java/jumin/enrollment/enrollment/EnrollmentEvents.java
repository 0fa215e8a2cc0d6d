package jumin.enrollment.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 参保变更记录: what happened to an enrollment, only ever added to. */
@ApplicationScoped
public class EnrollmentEvents {

    private static final String ADD = """
            insert into enrollment_event (id, enrollment_id, division_path, school, kind, effective_on, reason, actor,
                                          recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    EnrollmentEvents(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    public void add(List<Enrollment> enrollments, String kind, String reason) {
        var now = OffsetDateTime.now(clock);
        sql.updateAll(
                ADD,
                enrollments.stream()
                        .map(enrollment -> new Object[] {
                            TimeOrderedId.next(),
                            enrollment.id,
                            enrollment.divisionPath,
                            enrollment.school,
                            kind,
                            enrollment.endedOn().orElse(enrollment.registeredOn),
                            reason,
                            caller.get().id(),
                            now
                        })
                        .toList());
    }
}
