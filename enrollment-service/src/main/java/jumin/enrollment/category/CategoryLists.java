package jumin.enrollment.category;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.recognition.Recognitions;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The stored lists: each row as it came, masked, with its verdict. */
@ApplicationScoped
public class CategoryLists {

    private static final String ADD = """
            insert into category_list (id, area, division_path, organ, list_month, kind, state, categories, standing, ending,
                                       counts, submitted_by, recorded_at, places)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?::jsonb)
            """;
    private static final String ADD_ROW = """
            insert into category_list_row (list_id, row_no, division_path, organ, name_masked, id_masked, category, verdict,
                                           reason, person_id, valid_from, valid_to, unemployed, id_blind_index, sealed,
                                           named_path)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String NOWHERE = "-";
    private static final String LATER = """
            select list_month from category_list
            where area = ? and organ = ? and kind = 'FULL' and state in ('APPLIED', 'UNDO_PENDING') and list_month > ?
              and jsonb_exists_any(categories, ?) and category_places_meet(places, ?::jsonb)
            order by list_month desc limit 1
            """;
    /** Whoever was merged since the list came is recognised as the person into whom, once. */
    private static final String RECOGNISED = """
            select distinct on (holder, named.category) survivor_of(named.person_id, person.merged_into) as holder, named.category,
                   named.valid_from, named.valid_to, named.unemployed
            from category_list_row named left join person on person.id = named.person_id
            where named.list_id = ? and named.verdict = 'MATCHED' order by holder, named.category, named.row_no
            """;

    private static final String CHANGED = """
            select standing.id, named.valid_from from category_list_row named
            left join person on person.id = named.person_id
            join recognition standing on standing.person_id = survivor_of(named.person_id, person.merged_into)
                 and standing.category = named.category
            where named.list_id = ? and named.verdict = 'MATCHED' and standing.superseded_by is null
              and standing.unemployed <> named.unemployed and standing.valid_from < named.valid_from
              and (standing.valid_to is null or standing.valid_to >= named.valid_from)
            order by standing.id
            """;
    private static final String ONE = "select id, area, organ, list_month, kind, state, counts::text, categories::text,"
            + " standing, ending, decision_reason, recorded_at, undo_share, undo_reason, places::text,"
            + " undo_decision from category_list ";

    private final Sql sql;
    private final JsonColumn json;
    private final NamedRows named;
    private final Clock clock;

    CategoryLists(Sql sql, JsonColumn json, NamedRows named, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.named = named;
        this.clock = clock;
    }

    /** Whose list it is, and where it lies. */
    public record Sender(String area, String divisionPath, String organ, String login) {}

    /** A list to store. */
    record NewList(
            CategoryListId id,
            Sender sender,
            CategoryListSubmission submission,
            List<String> categories,
            List<String> places,
            ListState state,
            Endings.Plan plan) {}

    /** Of a row that recognises somebody what is needed to do so. */
    record RecognisedRow(
            PersonId person, String category, LocalDate from, Optional<LocalDate> to, boolean unemployed) {}

    /** Who decided a pending list, and why. */
    record Ruling(String login, String reason) {}

    /** Lists of one organ follow each other. */
    void oneAtATime(String organ) {
        sql.list("select pg_advisory_xact_lock(hashtext(?))", row -> true, "category-list " + organ);
    }

    /** The latest month later than that one for which the organ's full list of one of these categories and places is in force. */
    Optional<String> laterFullList(Sender sender, String month, List<String> categories, List<String> places) {
        return sql.first(
                LATER, row -> row.getString(1), sender.area(), sender.organ(), month, categories, json.write(places));
    }

    /** Recognitions whose condition a list says otherwise, and the last day on which they were so. */
    List<Recognitions.Ending> changed(CategoryListId id) {
        return sql.list(
                CHANGED,
                row -> new Recognitions.Ending(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class).minusDays(1)),
                id.value());
    }

    void add(NewList list, List<MatchRows.Match> matches) {
        var sender = list.sender();
        sql.update(
                ADD,
                list.id().value(),
                sender.area(),
                sender.divisionPath(),
                sender.organ(),
                list.submission().listMonth(),
                list.submission().kind(),
                list.state(),
                json.write(list.categories()),
                list.plan().standing(),
                list.plan().endings().size(),
                json.write(counts(matches)),
                sender.login(),
                OffsetDateTime.now(clock),
                json.write(list.places()));
        var places = named.places(sender.area(), list.submission().rows());
        var rows = new ArrayList<Object[]>();
        for (var match : matches) {
            rows.add(new Object[] {
                list.id().value(),
                rows.size() + 1,
                sender.divisionPath(),
                sender.organ(),
                match.maskedName(),
                match.maskedId(),
                match.category(),
                match.verdict().name(),
                match.reason(),
                match.sure().map(PersonId::value),
                match.row().from(),
                match.row().to(),
                match.row().unemployed(),
                match.blindIndex(),
                named.seal(match.row().name().strip()),
                places.getOrDefault(String.valueOf(match.row().divisionCode()), NOWHERE)
            });
        }
        sql.updateAll(ADD_ROW, rows);
    }

    CategoryListView get(CategoryListId id) {
        return sql.first(
                        ONE + "where id = ?",
                        row -> list(row, rows(id, ListState.valueOf(row.getString(6)))),
                        id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.CATEGORY_LIST_UNKNOWN, "没有此名单，或不是您单位的名单。"));
    }

    /** The latest first, without their rows. */
    List<CategoryListView> page(Optional<ListState> state, int page, int size) {
        var word = state.map(ListState::name).orElse("");
        return sql.list(
                ONE + "where (? = '' or state = ?) order by recorded_at desc, id limit ? offset ?",
                row -> list(row, List.of()),
                word,
                word,
                size,
                (page - 1) * size);
    }

    long count(Optional<ListState> state) {
        var word = state.map(ListState::name).orElse("");
        return sql.count("select count(*) from category_list where (? = '' or state = ?)", word, word);
    }

    String submittedBy(CategoryListId id) {
        return sql.first("select submitted_by from category_list where id = ?", row -> row.getString(1), id.value())
                .orElseThrow();
    }

    List<RecognisedRow> recognised(CategoryListId id) {
        return sql.list(
                RECOGNISED,
                row -> new RecognisedRow(
                        new PersonId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        Optional.ofNullable(row.getObject(4, LocalDate.class)),
                        row.getBoolean(5)),
                id.value());
    }

    /** False when it is not pending. */
    boolean decide(CategoryListId id, boolean approved, Ruling ruling) {
        return sql.update(
                        "update category_list set state = ?, decided_by = ?, decided_at = ?, decision_reason = ?"
                                + " where id = ? and state = 'PENDING'",
                        approved ? ListState.APPLIED : ListState.REJECTED,
                        ruling.login(),
                        OffsetDateTime.now(clock),
                        ruling.reason(),
                        id.value())
                == 1;
    }

    private CategoryListView list(ResultSet row, List<CategoryListView.RowView> rows) throws SQLException {
        var state = ListState.valueOf(row.getString(6));
        return new CategoryListView(
                new CategoryListId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                CategoryListSubmission.Kind.valueOf(row.getString(5)),
                state,
                json.read(row.getString(7), new TypeReference<Map<String, Integer>>() {}),
                json.read(row.getString(8), new TypeReference<List<String>>() {}),
                row.getInt(9),
                row.getInt(10),
                note(state, row),
                row.getObject(12, OffsetDateTime.class),
                json.read(row.getString(15), new TypeReference<List<String>>() {}).stream()
                        .map(CategoryLists::lastCode)
                        .toList(),
                rows);
    }

    private static String lastCode(String path) {
        return path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
    }

    private static Optional<String> note(ListState state, ResultSet row) throws SQLException {
        var decided = said(row.getString(11));
        return switch (state) {
            case PENDING -> Optional.of("名单将终止" + row.getInt(9) + "人次认定中的" + row.getInt(10) + "人次，超过限定比例，须由第二人确认后生效。");
            case UNDO_PENDING ->
                Optional.of("撤销将变动" + row.getInt(13) + "％的认定，超过限定比例，须由第二人确认后撤销；确认前名单仍有效。撤销理由：" + row.getString(14));
            case WITHDRAWN -> Optional.of("报送机关撤回：" + row.getString(14));
            case APPLIED -> said(row.getString(16)).map("撤销未获确认："::concat).or(() -> decided);
            default -> decided;
        };
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    private List<CategoryListView.RowView> rows(CategoryListId id, ListState state) {
        return sql.list(
                "select row_no, name_masked, id_masked, category, verdict, reason, person_id from category_list_row"
                        + " where list_id = ? order by row_no",
                row -> new CategoryListView.RowView(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        ListVerdict.valueOf(row.getString(5)),
                        ListVerdict.valueOf(row.getString(5)).chinese(state),
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
