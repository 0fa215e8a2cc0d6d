package jumin.contribution.levy;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jumin.contribution.scope.Widened;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Delivery of levies by page, in commit order: what is served once is never preceded later. */
@ApplicationScoped
public class DeliverLevies {

    private static final String SQL = """
            select l.id, l.version, l.state, l.reason, l.area, l.organ, l.benefit_year, l.person_id, p.person_no, p.name,
                   p.id_sealed, p.id_masked, l.division_path, l.individual_fen, l.subsidy_fen, l.due_fen, l.tier,
                   l.category, l.payer, l.articles::text, l.issued_at, n.id, a.acknowledged_at,
                   e.epoch || ':' || l.tx::text || ':' || l.seq
            from levy l join insured_person p using (person_id) left join levy_acknowledgement a on a.levy_id = l.id
                 left join levy n on n.id = l.superseded_by and (? = '' or n.organ = l.organ)
                 cross join feed_epoch e
            where l.benefit_year = ? and (l.tx, l.seq) > (?::xid8, ?) and l.tx < pg_snapshot_xmin(pg_current_snapshot())
              and (? = '' or l.organ = ?) and ? in ('', l.state) and (not ? or a.levy_id is null)
              and l.division_path >= ? and l.division_path < ?
            order by l.tx, l.seq limit ?
            """;

    private final Sql database;
    private final JsonColumn json;
    private final PersonalData personalData;
    private final CurrentCaller caller;
    private final Widened widened;
    private final Audit audit;

    DeliverLevies(
            Sql database,
            JsonColumn json,
            PersonalData personalData,
            CurrentCaller caller,
            Widened widened,
            Audit audit) {
        this.database = database;
        this.json = json;
        this.personalData = personalData;
        this.caller = caller;
        this.widened = widened;
        this.audit = audit;
    }

    /** @param onlyNew only versions that were not acknowledged: asking again sends them again; @param state empty for all */
    public record Wanted(int benefitYear, String after, int limit, boolean onlyNew, String state) {}

    private record Placed(LevyView view, String cursor) {}

    public LevyView.LevyPage page(Wanted wanted) {
        var asking = caller.get();
        var organ = asking.has(Roles.TAX) ? widened.organ() : "";
        var division = asking.scope().division();
        var cursor = cursor(wanted.after());
        return widened.call(() -> {
            var found = database.list(
                    SQL,
                    row -> placed(row, !organ.isEmpty()),
                    organ,
                    wanted.benefitYear(),
                    cursor.transaction(),
                    cursor.sequence(),
                    organ,
                    organ,
                    wanted.state(),
                    wanted.onlyNew(),
                    division.from(),
                    division.to(),
                    wanted.limit());
            audit(found, !organ.isEmpty());
            var items = new ArrayList<LevyView>();
            found.forEach(placed -> items.add(placed.view()));
            var next = found.isEmpty() ? wanted.after() : found.getLast().cursor();
            return new LevyView.LevyPage(List.copyOf(items), next, found.size() < wanted.limit());
        });
    }

    /** Each opened id number is a line of its own where its person lies; a masked page is one. */
    private void audit(List<Placed> found, boolean opened) {
        if (opened) {
            audit.readAll(
                    "levies",
                    found.stream()
                            .map(placed -> new Audit.Subject(
                                    placed.view().personId(), placed.view().divisionPath()))
                            .distinct()
                            .toList());
        } else if (!found.isEmpty()) {
            var first = found.getFirst();
            audit.read(
                    "levies", first.cursor() + "+" + found.size(), first.view().divisionPath());
        }
    }

    private record Cursor(String transaction, long sequence) {}

    private Cursor cursor(String after) {
        if (after.equals("0")) {
            return new Cursor("0", 0);
        }
        var parts = after.split(":", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,19}") || !parts[2].matches("\\d{1,18}")) {
            throw ProblemException.field(
                    PlatformProblem.PARAMETER_INVALID, "?after", "游标格式不对", "从头读取请用 0，否则用上一页的 next");
        }
        var epoch = database.first("select epoch from feed_epoch", row -> row.getString(1));
        if (!epoch.orElse("").equals(parts[0])) {
            throw new ProblemException(PlatformProblem.FEED_EPOCH_CHANGED, "数据库已恢复过，请从 0 重新读取。");
        }
        return new Cursor(parts[1], Long.parseLong(parts[2]));
    }

    private Placed placed(ResultSet row, boolean forTax) throws SQLException {
        var name = row.getString(10);
        var view = new LevyView(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                forTax ? name : Masked.name(name),
                forTax ? personalData.open(row.getString(11)) : null,
                row.getString(12),
                row.getString(13),
                Money.ofFen(row.getLong(14)),
                Money.ofFen(row.getLong(15)),
                Money.ofFen(row.getLong(16)),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                json.read(row.getString(20), new TypeReference<List<String>>() {}),
                row.getObject(21, OffsetDateTime.class),
                row.getObject(22, UUID.class),
                row.getObject(23, OffsetDateTime.class));
        return new Placed(view, row.getString(24));
    }
}
