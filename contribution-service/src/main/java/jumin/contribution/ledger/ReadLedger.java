package jumin.contribution.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The books as the caller's scope shows them. */
@ApplicationScoped
public class ReadLedger {

    private static final OffsetDateTime BEGINNING = OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime END = OffsetDateTime.of(2900, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Sql database;

    ReadLedger(Sql database) {
        this.database = database;
    }

    /** One posting behind a figure. */
    public record PostingView(
            long id,
            String accountFrom,
            String accountTo,
            Money amount,
            String reason,
            UUID ref,
            Long reverses,
            UUID personId,
            int benefitYear,
            String organ,
            LocalDate occurredOn,
            OffsetDateTime recordedAt) {}

    /** @param next pass as {@code after} for the next page */
    public record PostingPage(List<PostingView> items, long next) {}

    /**
     * Which part of the books.
     *
     * @param benefitYear 0 for all years
     * @param period empty for all time
     * @param book county, or the city's own; empty for all that the caller sees
     */
    public record Part(int benefitYear, Optional<YearMonth> period, String book) {
        private OffsetDateTime from() {
            return period.map(month -> month.atDay(1).atStartOfDay(Periods.ZONE).toOffsetDateTime())
                    .orElse(BEGINNING);
        }

        private OffsetDateTime to() {
            return period.map(month -> month.plusMonths(1)
                            .atDay(1)
                            .atStartOfDay(Periods.ZONE)
                            .toOffsetDateTime())
                    .orElse(END);
        }
    }

    @Transactional
    public TrialBalance trialBalance(Part part) {
        var sums = database
                .list(
                        """
                        select account, coalesce(sum(moved_in - moved_out) filter (where recorded_at < ?), 0),
                               coalesce(sum(moved_in) filter (where recorded_at >= ?), 0),
                               coalesce(sum(moved_out) filter (where recorded_at >= ?), 0)
                        from (
                            select account_to account, amount_fen moved_in, 0 moved_out, recorded_at from posting
                            where ? in (0, benefit_year) and ? in ('', book) and recorded_at < ?
                            union all
                            select account_from, 0, amount_fen, recorded_at from posting
                            where ? in (0, benefit_year) and ? in ('', book) and recorded_at < ?) moves
                        group by account
                        """,
                        ReadLedger::row,
                        part.from(),
                        part.from(),
                        part.from(),
                        part.benefitYear(),
                        part.book(),
                        part.to(),
                        part.benefitYear(),
                        part.book(),
                        part.to())
                .stream()
                .collect(Collectors.toMap(TrialBalance.Row::account, Function.identity()));
        return TrialBalance.of(Arrays.stream(Account.values())
                .map(account -> sums.getOrDefault(account.name(), empty(account)))
                .toList());
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

    /** The postings of an account in the order they were written. */
    @Transactional
    public PostingPage postings(Account account, Part part, long after, int limit) {
        var items = database.list(
                """
                select id, account_from, account_to, amount_fen, reason, ref, reverses, person_id, benefit_year, organ,
                       occurred_on, recorded_at
                from posting where ? in (account_from, account_to) and ? in (0, benefit_year) and ? in ('', book)
                  and recorded_at >= ? and recorded_at < ? and id > ? order by id limit ?
                """,
                row -> new PostingView(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Money.ofFen(row.getLong(4)),
                        row.getString(5),
                        row.getObject(6, UUID.class),
                        row.getObject(7, Long.class),
                        row.getObject(8, UUID.class),
                        row.getInt(9),
                        row.getString(10),
                        row.getObject(11, LocalDate.class),
                        row.getObject(12, OffsetDateTime.class)),
                account.name(),
                part.benefitYear(),
                part.book(),
                part.from(),
                part.to(),
                after,
                limit);
        return new PostingPage(items, items.isEmpty() ? after : items.getLast().id());
    }

    private static TrialBalance.Row empty(Account account) {
        return new TrialBalance.Row(account.name(), account.title(), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }
}
