package jumin.platform.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.platform.scope.Roles;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 操作日志 and 敏感信息查看记录, for the auditor. */
@Path("audit-events")
@RunOnVirtualThread
@Tag(name = "audit", description = "审计")
public class AuditResource {

    private final Sql sql;

    AuditResource(Sql sql) {
        this.sql = sql;
    }

    /** One entry: who did what to which subject. */
    public record AuditView(
            long id,
            OffsetDateTime at,
            String actor,
            String action,
            String what,
            String subject,
            String detail,
            String traceId) {}

    /** @param next pass as {@code after} for the next page */
    public record AuditPage(List<AuditView> items, long next) {}

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Transactional
    @Operation(
            operationId = "listAuditEvents",
            summary = "按时间顺序查看审计记录",
            description = "subject 写编号，只看与它有关的（如谁看过某人）；actor 写登录名，只看此人做过的。")
    public AuditPage list(
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit,
            @RestQuery String subject,
            @RestQuery String actor) {
        var about = Optional.ofNullable(subject);
        var by = Optional.ofNullable(actor);
        var items = sql.list("""
                select id, at, actor, action, what, subject, detail, trace_id from audit_event
                where id > ? and (?::text is null or subject = ?) and (?::text is null or actor = ?)
                order by id limit ?
                """, AuditResource::view, after, about, about, by, by, limit);
        return new AuditPage(items, items.isEmpty() ? after : items.getLast().id());
    }

    private static AuditView view(ResultSet row) throws SQLException {
        return new AuditView(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
