package jumin.enrollment.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 参保变更记录: what happened to an enrollment, only ever added to. */
@ApplicationScoped
public class EnrollmentEvents {

    private static final String ADD = """
            insert into enrollment_event (id, enrollment_id, division_path, school, kind, effective_on, reason, article,
                                          evidence, actor, recorded_at)
            select added.*, ?, ? from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[],
                ?::text[], ?::text[]) as added
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
        if (enrollments.isEmpty()) {
            return;
        }
        var happened = enrollments.stream()
                .map(enrollment -> new Happened(enrollment, events.apply(enrollment)))
                .toList();
        var columns = Columns.of(happened)
                .with("uuid", one -> TimeOrderedId.next())
                .with("uuid", one -> one.enrollment().id)
                .with("text", one -> one.enrollment().divisionPath)
                .with("text", one -> one.enrollment().school)
                .with("text", one -> one.event().kind())
                .with("date", one -> one.event().effectiveOn())
                .with("text", one -> one.event().reason())
                .with("text", one -> one.event().article())
                .with("text", one -> one.event().evidence());
        sql.update(ADD, columns.after(caller.get().id(), OffsetDateTime.now(clock)));
    }

    private record Happened(Enrollment enrollment, Event event) {}
}
