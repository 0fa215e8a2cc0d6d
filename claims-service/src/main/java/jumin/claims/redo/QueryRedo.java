package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.Payers;
import jumin.claims.settlement.SettlementId;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Reads redos within the caller's scope: a hospital sees its own lines. */
@ApplicationScoped
public class QueryRedo {

    private static final String LINES = """
            select l.settlement_id, o.number, l.replaced_by, n.number, l.provider, l.pool_fen, l.critical_illness_fen,
                   l.medical_assistance_fen, l.third_party_fen, l.person_fen
            from redo_line l join settlement o on o.id = l.settlement_id join settlement n on n.id = l.replaced_by
            where l.redo = ? order by n.place
            """;

    private final Sql database;
    private final Audit audit;

    QueryRedo(Sql database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    @Transactional
    public RedoView view(UUID id) {
        var lines = database.list(LINES, QueryRedo::line, id);
        var view = database.first("""
                select cause, person_id, benefit_year, reason, ordered_by, occurred_on, division_path
                from redo where id = ?
                """, row -> new Found(view(id, row, lines), row.getString(7)), id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此重算单，或不在您的数据范围。"));
        audit.read("redo", id, view.divisionPath());
        return view.view();
    }

    private record Found(RedoView view, String divisionPath) {}

    private static RedoView view(UUID id, ResultSet row, List<RedoView.Line> lines) throws SQLException {
        return new RedoView(
                id,
                Cause.valueOf(row.getString(1)),
                new PersonId(row.getObject(2, UUID.class)),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                lines,
                sum(lines, Difference::toPay),
                sum(lines, Difference::toRecover));
    }

    private static Money sum(List<RedoView.Line> lines, Function<Difference, Money> part) {
        return lines.stream().map(line -> part.apply(line.difference())).reduce(Money.ZERO, Money::plus);
    }

    private static RedoView.Line line(ResultSet row) throws SQLException {
        var payers = new Payers(
                Money.ZERO,
                Money.ofFen(row.getLong(6)),
                Money.ofFen(row.getLong(7)),
                Money.ofFen(row.getLong(8)),
                Money.ofFen(row.getLong(9)),
                Money.ofFen(row.getLong(10)));
        return new RedoView.Line(
                new SettlementId(row.getObject(1, UUID.class)),
                row.getString(2),
                new SettlementId(row.getObject(3, UUID.class)),
                row.getString(4),
                row.getString(5),
                Difference.of(payers));
    }
}
