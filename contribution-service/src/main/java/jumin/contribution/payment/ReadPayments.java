package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.InsuredPersons;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Payments of a person, and money that waits in suspense, as far as the caller may see them. */
@ApplicationScoped
public class ReadPayments {

    private static final String COLUMNS = """
            select id, voucher_no, organ, benefit_year, person_id, stated_id_masked, amount_fen, paid_on, received_on,
                   outcome, late, reversed, allocated_fen, refunded_fen, early and not accepted,
                   (select due_fen from levy l where l.person_id = q.person_id and l.benefit_year = q.benefit_year
                        and l.superseded_by is null and l.state = 'ISSUED'),
                   (select sum(other.allocated_fen) from payment_position other
                        where other.person_id = q.person_id and other.benefit_year = q.benefit_year),
                   stated_name, remitted_on, returned_on
            from payment_position q
                 cross join lateral (select max(confirmed_on) filter (where stage = 'RECEIVED') as received_on,
                        max(confirmed_on) filter (where stage = 'REMITTED') as remitted_on,
                        max(confirmed_on) filter (where stage = 'RETURNED') as returned_on
                    from treasury_receipt t where t.payment_id = q.id) treasury
            """;

    private final Sql database;
    private final InsuredPersons persons;
    private final Audit audit;
    private final Clock clock;

    ReadPayments(Sql database, InsuredPersons persons, Audit audit, Clock clock) {
        this.database = database;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param next pass as {@code after} for the next page */
    public record SuspensePage(List<PaymentView> items, String next) {}

    @Transactional
    public List<PaymentView> ofPerson(UUID personId) {
        var person = persons.find(personId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的辖区。"));
        audit.read("payments", personId, person.divisionPath());
        return database.list(COLUMNS + "where person_id = ? order by paid_on, voucher_no", this::view, personId);
    }

    /**
     * Which money in suspense is wanted.
     *
     * @param organ empty for all; @param unowned only that for nobody; @param ageDays paid at least so long ago
     */
    public record Suspended(int benefitYear, String organ, boolean unowned, int ageDays) {}

    @Transactional
    public SuspensePage inSuspense(Suspended wanted, String after, int limit) {
        var items = database.list(
                COLUMNS + """
                        where benefit_year = ? and voucher_no > ? and not reversed
                          and amount_fen > refunded_fen + allocated_fen
                          and (? = '' or organ = ?) and (not ? or person_id is null) and paid_on <= ?
                        order by voucher_no limit ?
                        """,
                this::view,
                wanted.benefitYear(),
                after,
                wanted.organ(),
                wanted.organ(),
                wanted.unowned(),
                LocalDate.now(clock).minusDays(wanted.ageDays()),
                limit);
        return new SuspensePage(items, items.isEmpty() ? after : items.getLast().voucherNo());
    }

    private PaymentView view(ResultSet row) throws SQLException {
        var outcome = PaymentOutcome.valueOf(row.getString(10));
        var amount = Money.ofFen(row.getLong(7));
        var allocated = Money.ofFen(row.getLong(13));
        var refunded = Money.ofFen(row.getLong(14));
        var reversed = row.getBoolean(12);
        var paidOn = row.getObject(8, LocalDate.class);
        var due = row.getLong(16);
        var levied = !row.wasNull();
        var state = MoneyState.of(new MoneyState.Facts(
                outcome,
                row.getObject(5, UUID.class) != null,
                reversed,
                row.getBoolean(15),
                levied,
                amount,
                allocated,
                refunded,
                Money.ofFen(due),
                Money.ofFen(row.getLong(17))));
        var waiting = reversed ? Money.ZERO : amount.minus(refunded).minus(allocated);
        return new PaymentView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                Optional.of(row.getString(18))
                        .filter(name -> !name.isBlank())
                        .map(Masked::name)
                        .orElse(null),
                amount,
                paidOn,
                row.getObject(9, LocalDate.class),
                row.getObject(19, LocalDate.class),
                row.getObject(20, LocalDate.class),
                outcome,
                state,
                state.title(),
                row.getBoolean(11),
                reversed,
                allocated,
                waiting,
                refunded,
                waiting.isZero() ? 0 : Math.max(0, ChronoUnit.DAYS.between(paidOn, LocalDate.now(clock))),
                state.advice());
    }
}
