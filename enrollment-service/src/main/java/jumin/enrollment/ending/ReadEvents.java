package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.Enrollments;
import jumin.platform.audit.Audit;
import jumin.platform.sql.Sql;

/** 查看参保变更记录 */
@ApplicationScoped
public class ReadEvents {

    private final Enrollments enrollments;
    private final Sql sql;
    private final Audit audit;

    ReadEvents(Enrollments enrollments, Sql sql, Audit audit) {
        this.enrollments = enrollments;
        this.sql = sql;
        this.audit = audit;
    }

    @Transactional
    public List<EventView> run(EnrollmentId id) {
        var enrollment = enrollments.get(id);
        audit.read("enrollment-events", enrollment.person(), enrollment.divisionPath());
        return sql.list(
                """
                select kind, effective_on, reason, article, evidence, actor, recorded_at from enrollment_event
                where enrollment_id = ? order by recorded_at, id
                """,
                row -> new EventView(
                        row.getString(1),
                        EventView.name(row.getString(1)),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class)),
                id.value());
    }
}
