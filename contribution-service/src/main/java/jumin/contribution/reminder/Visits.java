package jumin.contribution.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.platform.sql.Sql;

/** The visits; only ever added. */
@ApplicationScoped
class Visits {

    private final Sql database;

    Visits(Sql database) {
        this.database = database;
    }

    /** The latest first. */
    List<VisitView> of(UUID personId, int benefitYear) {
        return database.list("""
                select id, person_id, benefit_year, visited_on, reason, note, visited_by, recorded_at
                from visit where person_id = ? and benefit_year = ? order by seq desc
                """, Visits::visit, personId, benefitYear);
    }

    /** Where the visited person is. */
    record Place(String area, String divisionPath) {}

    void add(VisitView visit, Place place) {
        database.update(
                """
                insert into visit (id, area, division_path, person_id, benefit_year, reason, note, visited_on, visited_by,
                       recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                visit.visitId(),
                place.area(),
                place.divisionPath(),
                visit.personId(),
                visit.benefitYear(),
                visit.reason(),
                visit.note(),
                visit.visitedOn(),
                visit.visitedBy(),
                visit.recordedAt());
    }

    private static VisitView visit(ResultSet row) throws SQLException {
        var reason = VisitReason.valueOf(row.getString(5));
        return new VisitView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                reason,
                reason.title(),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class));
    }
}
