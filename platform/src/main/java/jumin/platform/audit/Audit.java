package jumin.platform.audit;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** 审计: who read or changed what. Append-only; no personal data in it but the technical id of the subject. */
@ApplicationScoped
public class Audit {

    private static final String WRITE = """
            insert into audit_event (at, actor, action, what, subject, division_path, detail, trace_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)
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

    /** Somebody changed something; call inside the transaction of the change. */
    public void changed(String what, Object subject, String divisionPath, String detail) {
        write("CHANGE", what, subject, divisionPath, detail);
    }

    /** A subject, and where it lies. */
    public record Subject(Object id, String divisionPath) {}

    /** The same happened to many; call inside the transaction of the change. */
    public void changedAll(String what, List<Subject> subjects, String detail) {
        sql.updateAll(
                WRITE,
                subjects.stream()
                        .map(subject -> event("CHANGE", what, subject, detail))
                        .toList());
    }

    @Transactional
    void write(String action, String what, Object subject, String divisionPath, String detail) {
        sql.update(WRITE, event(action, what, new Subject(subject, divisionPath), detail));
    }

    private Object[] event(String action, String what, Subject subject, String detail) {
        return new Object[] {
            OffsetDateTime.now(clock),
            caller.get().id(),
            action,
            what,
            subject.id().toString(),
            subject.divisionPath(),
            detail,
            Span.current().getSpanContext().getTraceId()
        };
    }
}
