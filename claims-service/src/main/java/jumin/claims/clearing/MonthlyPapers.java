package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** What a month's paper says beside the statement itself; the statement was found within the reader's scope before. */
@ApplicationScoped
class MonthlyPapers {

    private final Sql database;

    MonthlyPapers(Sql database) {
        this.database = database;
    }

    Optional<String> providerName(String code) {
        return database.first("select name from provider where code = ?", row -> row.getString(1), code);
    }

    Optional<MonthlyPaperView.Rejected> rejected(UUID statement) {
        return database.first(
                "select rejected_by, opinion from monthly_statement where id = ? and state = 'REJECTED'",
                row -> new MonthlyPaperView.Rejected(row.getString(1), row.getString(2)),
                statement);
    }

    List<MonthlyPaperView.Deducted> deductions(UUID statement) {
        return database.list(
                """
                select f.id, s.number, f.rule_title, f.rule_instrument, f.rule_article, d.amount_fen
                from monthly_deduction d join finding f on f.id = d.finding_id left join settlement s on s.id = f.settlement_id
                where d.statement_id = ? order by f.id
                """,
                row -> new MonthlyPaperView.Deducted(
                        row.getObject(1, UUID.class),
                        Optional.ofNullable(row.getString(2)).orElse(""),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Money.ofFen(row.getLong(6))),
                statement);
    }
}
