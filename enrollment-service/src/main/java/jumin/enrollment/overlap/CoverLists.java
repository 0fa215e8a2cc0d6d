package jumin.enrollment.overlap;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.category.CategoryLists;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The stored lists. */
@ApplicationScoped
class CoverLists {

    private static final String SELECT =
            "select id, source, list_month, state, total, counts::text, message, recorded_at,"
                    + " undone_at, area from cover_list ";

    private final Sql sql;
    private final JsonColumn json;
    private final CurrentCaller caller;
    private final Clock clock;

    CoverLists(Sql sql, JsonColumn json, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** A list with the area whose enrollments it is matched with. */
    record Stored(CoverListView view, String area) {

        boolean matching() {
            return view.state().equals("MATCHING");
        }
    }

    /** What somebody sends. */
    record Header(CoverSource source, String listMonth, String fileName) {}

    CoverListId add(CategoryLists.Sender sender, Header header) {
        var id = CoverListId.next();
        sql.update(
                """
                insert into cover_list (id, area, division_path, organ, source, list_month, file_name, state, counts,
                                        submitted_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, 'MATCHING', '{}', ?, ?)
                """,
                id.value(),
                sender.area(),
                sender.divisionPath(),
                sender.organ(),
                header.source(),
                header.listMonth(),
                header.fileName(),
                sender.login(),
                OffsetDateTime.now(clock));
        return id;
    }

    void total(CoverListId id, int total) {
        sql.update("update cover_list set total = ? where id = ?", total, id.value());
    }

    void matchedBy(CoverListId id, UUID job) {
        sql.update("update cover_list set job_id = ?, state = 'MATCHING', message = '' where id = ?", job, id.value());
    }

    Stored get(CoverListId id) {
        return sql.first(SELECT + "where id = ?", this::stored, id.value()).orElseThrow(CoverLists::unknown);
    }

    /** The latest first. */
    List<CoverListView> page(CoverListFilter filter, int page, int size) {
        var values = new ArrayList<Object>(filter.values());
        values.addAll(List.of(size, (page - 1) * size));
        return sql.list(
                SELECT + CoverListFilter.WHERE + " order by recorded_at desc, id limit ? offset ?",
                row -> stored(row).view(),
                values.toArray());
    }

    long count(CoverListFilter filter) {
        return sql.count(
                "select count(*) from cover_list " + CoverListFilter.WHERE,
                filter.values().toArray());
    }

    /** For a change of state. */
    Stored lock(CoverListId id) {
        return sql.first(SELECT + "where id = ? for update", this::stored, id.value())
                .orElseThrow(CoverLists::unknown);
    }

    void requireOf(CoverListId id, String organ) {
        if (sql.count("select count(*) from cover_list where id = ? and organ = ?", id.value(), organ) == 0) {
            throw unknown();
        }
    }

    void counts(CoverListId id, Map<String, Integer> counts) {
        sql.update("update cover_list set counts = ?::jsonb where id = ?", json.write(counts), id.value());
    }

    void state(CoverListId id, String state, String message) {
        sql.update("update cover_list set state = ?, message = ? where id = ?", state, message, id.value());
    }

    void undone(CoverListId id, String reason) {
        sql.update(
                "update cover_list set state = 'UNDONE', undone_at = ?, undone_by = ?, undo_reason = ? where id = ?",
                OffsetDateTime.now(clock),
                caller.get().id(),
                reason,
                id.value());
    }

    private Stored stored(ResultSet row) throws SQLException {
        var view = new CoverListView(
                new CoverListId(row.getObject(1, UUID.class)),
                CoverSource.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                json.read(row.getString(6), new TypeReference<Map<String, Integer>>() {}),
                List.of(),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class),
                Optional.ofNullable(row.getObject(9, OffsetDateTime.class)));
        return new Stored(view, row.getString(10));
    }

    private static ProblemException unknown() {
        return new ProblemException(EnrollmentProblem.COVER_LIST_UNKNOWN, "没有此参保名单，或不是您报送的。");
    }
}
