package jumin.platform.audit;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import jumin.platform.scope.CurrentCaller;

/** 审计: who read or changed what. Append-only; no personal data in it but the technical id of the subject. */
@ApplicationScoped
public class Audit {

    private final DataSource database;
    private final CurrentCaller caller;
    private final Clock clock;

    Audit(DataSource database, CurrentCaller caller, Clock clock) {
        this.database = database;
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

    @Transactional
    void write(String action, String what, Object subject, String divisionPath, String detail) {
        var sql = """
                insert into audit_event (at, actor, action, what, subject, division_path, detail, trace_id)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, OffsetDateTime.now(clock));
            insert.setString(2, caller.get().id());
            insert.setString(3, action);
            insert.setString(4, what);
            insert.setString(5, subject.toString());
            insert.setString(6, divisionPath);
            insert.setString(7, detail);
            insert.setString(8, Span.current().getSpanContext().getTraceId());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
