package jumin.enrollment.category;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.PersonId;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The stored lists: each row as it came, masked, with its verdict. */
@ApplicationScoped
public class CategoryLists {

    private static final String ADD = """
            insert into category_list (id, area, division_path, organ, list_month, kind, counts, submitted_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """;
    private static final String ADD_ROW = """
            insert into category_list_row (list_id, row_no, division_path, organ, name_masked, id_masked, category, verdict,
                                           reason, person_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final Clock clock;

    CategoryLists(Sql sql, JsonColumn json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** Whose list it is. */
    record Sender(String area, String organ, String login) {}

    void add(CategoryListId id, Sender sender, CategoryListSubmission submission, List<MatchRows.Match> matches) {
        sql.update(
                ADD,
                id.value(),
                sender.area(),
                sender.area() + "/",
                sender.organ(),
                submission.listMonth(),
                submission.kind(),
                json.write(counts(matches)),
                sender.login(),
                OffsetDateTime.now(clock));
        var rows = new ArrayList<Object[]>();
        for (var match : matches) {
            rows.add(new Object[] {
                id.value(),
                rows.size() + 1,
                sender.area() + "/",
                sender.organ(),
                match.maskedName(),
                match.maskedId(),
                match.category(),
                match.verdict().name(),
                match.reason(),
                match.person().map(person -> person.id().value()).orElse(null)
            });
        }
        sql.updateAll(ADD_ROW, rows);
    }

    CategoryListView get(CategoryListId id) {
        return sql.first(
                        "select area, organ, list_month, kind, state, counts::text, recorded_at from category_list"
                                + " where id = ?",
                        row -> new CategoryListView(
                                id,
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                CategoryListSubmission.Kind.valueOf(row.getString(4)),
                                row.getString(5),
                                json.read(row.getString(6), new TypeReference<Map<String, Integer>>() {}),
                                row.getObject(7, OffsetDateTime.class),
                                rows(id)),
                        id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.CATEGORY_LIST_UNKNOWN, "没有此名单，或不是您单位的名单。"));
    }

    /** False when it had been undone before. */
    boolean undo(CategoryListId id, String reason) {
        return sql.update(
                        "update category_list set state = 'UNDONE', undone_at = ?, undo_reason = ?"
                                + " where id = ? and state = 'APPLIED'",
                        OffsetDateTime.now(clock),
                        reason,
                        id.value())
                == 1;
    }

    private List<CategoryListView.RowView> rows(CategoryListId id) {
        return sql.list(
                "select row_no, name_masked, id_masked, category, verdict, reason, person_id from category_list_row"
                        + " where list_id = ? order by row_no",
                row -> new CategoryListView.RowView(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        ListVerdict.valueOf(row.getString(5)),
                        ListVerdict.valueOf(row.getString(5)).chinese(),
                        row.getString(6),
                        Optional.ofNullable(row.getObject(7, UUID.class)).map(PersonId::new)),
                id.value());
    }

    private static Map<ListVerdict, Integer> counts(List<MatchRows.Match> matches) {
        var counts = new EnumMap<ListVerdict, Integer>(ListVerdict.class);
        for (var verdict : ListVerdict.values()) {
            counts.put(verdict, 0);
        }
        matches.forEach(match -> counts.merge(match.verdict(), 1, Integer::sum));
        return counts;
    }
}
