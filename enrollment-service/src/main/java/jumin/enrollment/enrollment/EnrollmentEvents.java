package jumin.enrollment.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 参保变更记录: what happened to an enrollment, only ever added to. */
@ApplicationScoped
public class EnrollmentEvents {

    private static final String ADD = """
            insert into enrollment_event (id, enrollment_id, division_path, school, kind, effective_on, reason, article,
                                          evidence, actor, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    EnrollmentEvents(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What happened.
     *
     * @param effectiveOn since which day it counts
     * @param article on which it rests; empty where no law decides
     * @param evidence what was shown; may be empty
     */
    public record Event(String kind, LocalDate effectiveOn, String reason, String article, String evidence) {}

    /** Counts from the day of the enrollment's own end or beginning. */
    public void add(List<Enrollment> enrollments, String kind, String reason) {
        write(
                enrollments,
                enrollment -> new Event(kind, enrollment.endedOn().orElse(enrollment.registeredOn), reason, "", ""));
    }

    public void add(List<Enrollment> enrollments, Event event) {
        write(enrollments, enrollment -> event);
    }

    private void write(List<Enrollment> enrollments, Function<Enrollment, Event> events) {
        var now = OffsetDateTime.now(clock);
        sql.updateAll(
                ADD,
                enrollments.stream()
                        .map(enrollment -> values(enrollment, events.apply(enrollment), now))
                        .toList());
    }

    private Object[] values(Enrollment enrollment, Event event, OffsetDateTime now) {
        return new Object[] {
            TimeOrderedId.next(),
            enrollment.id,
            enrollment.divisionPath,
            enrollment.school,
            event.kind(),
            event.effectiveOn(),
            event.reason(),
            event.article(),
            event.evidence(),
            caller.get().id(),
            now
        };
    }
}
