package jumin.platform.audit;

import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;

/** 审计: who read or changed what. Append-only; no personal data in it but the technical id of the subject. */
@Singleton
public class Audit {

    private static final String WRITE = """
            insert into audit_event (at, actor, action, what, subject, division_path, detail, trace_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String WRITE_ALL = """
            insert into audit_event (at, actor, action, what, subject, division_path, detail, trace_id)
            select ?, ?, ?, ?, subject, division_path, ?, ? from unnest(?::text[], ?::text[]) as seen (subject, division_path)
            """;

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    Audit(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /** Somebody saw personal data of a subject. */
    public void read(String what, Object subject, String divisionPath) {
        write("READ", what, subject, divisionPath, "");
    }

    /** Somebody saw personal data of many at once. */
    public void readAll(String what, List<Subject> subjects) {
        writeAll("READ", what, subjects, "");
    }

    /** Somebody changed something; call inside the transaction of the change. */
    public void changed(String what, Object subject, String divisionPath, String detail) {
        write("CHANGE", what, subject, divisionPath, detail);
    }

    /** One line of the trail. */
    public record Event(
            OffsetDateTime at,
            String actor,
            String action,
            String what,
            String subject,
            String divisionPath,
            String detail,
            String traceId) {}

    /** That something was changed, for whoever writes the line in one statement with the change. */
    public Event change(String what, Object subject, String divisionPath, String detail) {
        return event("CHANGE", what, new Subject(subject, divisionPath), detail);
    }

    /** That lines are shown, for whoever writes them into the trail in one statement with the query that finds them. */
    public Event reading(String what) {
        return event("READ", what, new Subject("", ""), "");
    }

    /** A subject, and where it lies. */
    public record Subject(Object id, String divisionPath) {}

    /** The same happened to many; call inside the transaction of the change. */
    public void changedAll(String what, List<Subject> subjects, String detail) {
        writeAll("CHANGE", what, subjects, detail);
    }

    private void writeAll(String action, String what, List<Subject> subjects, String detail) {
        if (subjects.isEmpty()) {
            return;
        }
        var first = event(action, what, subjects.getFirst(), detail);
        var rows = Columns.of(subjects)
                .with("text", subject -> subject.id().toString())
                .with("text", Subject::divisionPath)
                .values();
        sql.update(WRITE_ALL, first.at(), first.actor(), action, what, detail, first.traceId(), rows[0], rows[1]);
    }

    /** One statement: outside a transaction it commits by itself. */
    private void write(String action, String what, Object subject, String divisionPath, String detail) {
        sql.update(WRITE, values(event(action, what, new Subject(subject, divisionPath), detail)));
    }

    private Event event(String action, String what, Subject subject, String detail) {
        return new Event(
                OffsetDateTime.now(clock),
                caller.get().id(),
                action,
                what,
                subject.id().toString(),
                subject.divisionPath(),
                detail,
                Span.current().getSpanContext().getTraceId());
    }

    private static Object[] values(Event event) {
        return new Object[] {
            event.at(),
            event.actor(),
            event.action(),
            event.what(),
            event.subject(),
            event.divisionPath(),
            event.detail(),
            event.traceId()
        };
    }
}
