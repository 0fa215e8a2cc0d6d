package jumin.enrollment.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jumin.enrollment.jdbc.Jdbc;
import jumin.enrollment.jdbc.TimeOrderedId;
import jumin.platform.scope.CurrentCaller;

/** 参保变更记录: what happened to an enrollment, only ever added to. */
@ApplicationScoped
public class EnrollmentEvents {

    private static final String ADD = """
            insert into enrollment_event (id, enrollment_id, division_path, school, kind, effective_on, reason, actor,
                                          recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Jdbc jdbc;
    private final CurrentCaller caller;
    private final Clock clock;

    EnrollmentEvents(Jdbc jdbc, CurrentCaller caller, Clock clock) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.clock = clock;
    }

    public void add(List<Enrollment> enrollments, String kind, String reason) {
        var now = OffsetDateTime.now(clock);
        jdbc.writeAll(
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
