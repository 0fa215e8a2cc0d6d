package jumin.contribution.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.contribution.scope.Widened;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 试算平衡表 of the book that the caller answers for. */
@ApplicationScoped
public class ReadLedger {

    private static final OffsetDateTime BEGINNING = OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime END = OffsetDateTime.of(2900, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Sql database;
    private final CurrentCaller caller;
    private final Widened widened;

    ReadLedger(Sql database, CurrentCaller caller, Widened widened) {
        this.database = database;
        this.caller = caller;
        this.widened = widened;
    }

    /**
     * Which part of the books.
     *
     * @param benefitYear 0 for all years
     * @param period empty for all time
     * @param book county, or the city's own; empty for all that the caller sees
     */
    public record Part(int benefitYear, Optional<YearMonth> period, String book) {
        OffsetDateTime from() {
            return period.map(month -> month.atDay(1).atStartOfDay(Periods.ZONE).toOffsetDateTime())
                    .orElse(BEGINNING);
        }

        OffsetDateTime to() {
            return period.map(month -> month.plusMonths(1)
                            .atDay(1)
                            .atStartOfDay(Periods.ZONE)
                            .toOffsetDateTime())
                    .orElse(END);
        }
    }

    /** The figures of the caller's book: a month that is closed as it was closed, whoever has moved since. */
    public TrialBalance trialBalance(Part part) {
        var book = Book.of(caller.get().scope(), part.book());
        if (!book.whole()) {
            return TrialBalance.of(rows(fold(part, book)));
        }
        return widened.call(() -> TrialBalance.of(
                rows(part.benefitYear() == 0 && closed(book, part) ? kept(book, part) : fold(part, book))));
    }

    private boolean closed(Book book, Part part) {
        return part.period()
                .filter(month -> database.count(
                                "select count(*) from accounting_period where area = ? and period = ? and closed_by is not null",
                                book.area(),
                                month.toString())
                        > 0)
                .isPresent();
    }

    private List<TrialBalance.Row> kept(Book book, Part part) {
        return database.list(
                """
                select account, sum(opening_fen), sum(in_fen), sum(out_fen) from period_balance
                where area = ? and period = ? and ? in ('', book) group by account
                """, ReadLedger::row, book.area(), part.period().orElseThrow().toString(), book.code());
    }

    private List<TrialBalance.Row> fold(Part part, Book book) {
        var code = book.whole() ? book.code() : part.book();
        return database.list(
                """
                select account, coalesce(sum(moved_in - moved_out) filter (where recorded_at < ?), 0),
                       coalesce(sum(moved_in) filter (where recorded_at >= ?), 0),
                       coalesce(sum(moved_out) filter (where recorded_at >= ?), 0)
                from (
                    select account_to account, amount_fen moved_in, 0 moved_out, recorded_at from posting
                    where ? in (0, benefit_year) and ? in ('', area) and ? in ('', book) and recorded_at < ?
                    union all
                    select account_from, 0, amount_fen, recorded_at from posting
                    where ? in (0, benefit_year) and ? in ('', area) and ? in ('', book) and recorded_at < ?) moves
                group by account
                """,
                ReadLedger::row,
                part.from(),
                part.from(),
                part.from(),
                part.benefitYear(),
                book.area(),
                code,
                part.to(),
                part.benefitYear(),
                book.area(),
                code,
                part.to());
    }

    private static List<TrialBalance.Row> rows(List<TrialBalance.Row> found) {
        var sums = found.stream().collect(Collectors.toMap(TrialBalance.Row::account, Function.identity()));
        return Arrays.stream(Account.values())
                .map(account -> sums.getOrDefault(account.name(), empty(account)))
                .toList();
    }

    private static TrialBalance.Row row(ResultSet row) throws SQLException {
        var opening = Money.ofFen(row.getLong(2));
        var in = Money.ofFen(row.getLong(3));
        var out = Money.ofFen(row.getLong(4));
        return new TrialBalance.Row(
                row.getString(1),
                Account.valueOf(row.getString(1)).title(),
                opening,
                in,
                out,
                opening.plus(in).minus(out));
    }

    private static TrialBalance.Row empty(Account account) {
        return new TrialBalance.Row(account.name(), account.title(), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }
}
