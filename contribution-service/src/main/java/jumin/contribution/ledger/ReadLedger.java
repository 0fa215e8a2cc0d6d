package jumin.contribution.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The books as the caller's scope shows them. */
@ApplicationScoped
public class ReadLedger {

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

    /** @param benefitYear 0 for all years */
    @Transactional
    public TrialBalance trialBalance(int benefitYear) {
        var sums = database
                .list(
                        """
                        select account, coalesce(sum(moved_in), 0), coalesce(sum(moved_out), 0) from (
                            select account_to account, amount_fen moved_in, 0 moved_out from posting where ? in (0, benefit_year)
                            union all
                            select account_from, 0, amount_fen from posting where ? in (0, benefit_year)) moves
                        group by account
                        """,
                        row -> new TrialBalance.Row(
                                row.getString(1),
                                Account.valueOf(row.getString(1)).title(),
                                Money.ofFen(row.getLong(2)),
                                Money.ofFen(row.getLong(3)),
                                Money.ofFen(row.getLong(2)).minus(Money.ofFen(row.getLong(3)))),
                        benefitYear,
                        benefitYear)
                .stream()
                .collect(Collectors.toMap(TrialBalance.Row::account, Function.identity()));
        return TrialBalance.of(Arrays.stream(Account.values())
                .map(account -> sums.getOrDefault(account.name(), empty(account)))
                .toList());
    }

    /** The postings of an account in the order they were written. */
    @Transactional
    public PostingPage postings(Account account, int benefitYear, long after, int limit) {
        var items = database.list(
                """
                select id, account_from, account_to, amount_fen, reason, ref, reverses, person_id, benefit_year, organ,
                       occurred_on, recorded_at
                from posting where ? in (account_from, account_to) and ? in (0, benefit_year) and id > ? order by id limit ?
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
                benefitYear,
                after,
                limit);
        return new PostingPage(items, items.isEmpty() ? after : items.getLast().id());
    }

    private static TrialBalance.Row empty(Account account) {
        return new TrialBalance.Row(account.name(), account.title(), Money.ZERO, Money.ZERO, Money.ZERO);
    }
}
