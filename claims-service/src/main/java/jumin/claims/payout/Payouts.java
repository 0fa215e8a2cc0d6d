package jumin.claims.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Payouts; row-level security decides which. */
@ApplicationScoped
class Payouts {

    private static final String COLUMNS = """
            select id, person_id, settlement_id, direction, amount_fen, payee_name, account_last4, state, batch, line,
                   reason, area, division_path, payee_relation, account_by, finding_id,
                   (select coalesce(sum(r.amount_fen), 0) from payout_receipt r where r.payout = payout.id
                      and not exists (select 1 from payout_receipt_reversal x where x.receipt = r.id)),
                   payee_bank, account_version, benefit_year, recorded_at from payout
            """;

    private final Sql database;
    private final PersonalData personal;
    private final Clock clock;

    Payouts(Sql database, PersonalData personal, Clock clock) {
        this.database = database;
        this.personal = personal;
        this.clock = clock;
    }

    /** A payout with where it belongs. */
    record Found(PayoutView view, String area, String divisionPath, Integer benefitYear, OffsetDateTime since) {}

    /** A line of the file for the bank, in clear. */
    record BankLine(int line, String payeeName, String bank, String account, Money amount, UUID payout) {}

    void insert(UUID id, DuePerson due, PayoutState state) {
        database.update(
                """
                insert into payout (id, person_id, area, division_path, settlement_id, direction, amount_fen, state,
                                    recorded_at, finding_id, benefit_year)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, (select benefit_year from settlement where id = ?))
                """,
                id,
                due.person().value(),
                due.area(),
                due.divisionPath(),
                due.settlement().value(),
                due.amount().isNegative() ? PayoutView.Direction.TO_RECOVER : PayoutView.Direction.TO_PAY,
                Math.abs(due.amount().fen()),
                state,
                OffsetDateTime.now(clock),
                due.finding(),
                due.settlement().value());
    }

    /** To pay, to the account of one that is not paid any more. */
    void insertLike(UUID id, DuePerson due, PayoutView before, PayoutState state) {
        database.update(
                """
                insert into payout (id, person_id, area, division_path, settlement_id, direction, amount_fen, state,
                                    recorded_at, payee_name, payee_bank, account_sealed, account_last4, payee_relation,
                                    account_by, account_confirmed_by, account_version, reason, benefit_year)
                select ?, ?, ?, ?, ?, 'TO_PAY', ?, ?, ?, payee_name, payee_bank, account_sealed, account_last4,
                       payee_relation, account_by, account_confirmed_by, account_version, ?,
                       (select benefit_year from settlement where id = ?) from payout where id = ?
                """,
                id,
                due.person().value(),
                due.area(),
                due.divisionPath(),
                due.settlement().value(),
                due.amount().fen(),
                state,
                OffsetDateTime.now(clock),
                before.reason(),
                due.settlement().value(),
                before.id());
    }

    /** Of a care, in whatever form of its decision: what has not gone to the bank. */
    List<PayoutView> notYetPaid(SettlementId settlement) {
        return ofCare(settlement, "state in ('WAITING_FOR_ACCOUNT', 'ACCOUNT_ENTERED', 'READY', 'REJECTED')");
    }

    /** Of a care, in whatever form of its decision: what a redo has taken back and the person has not paid. */
    List<PayoutView> toRecover(SettlementId settlement) {
        return ofCare(settlement, "state = 'TO_RECOVER' and finding_id is null");
    }

    /** The same, and what findings have taken back. */
    List<PayoutView> allToRecover(SettlementId settlement) {
        return ofCare(settlement, "state = 'TO_RECOVER'");
    }

    private List<PayoutView> ofCare(SettlementId settlement, String which) {
        var sql =
                COLUMNS + "where settlement_id in (select id from care_of(?)) and " + which + " order by id for update";
        return database.list(sql, Payouts::found, settlement.value()).stream()
                .map(Found::view)
                .toList();
    }

    /** So that nobody redoes or reverses at the same time what these were made for: the years of the persons, always in one order. */
    void lockYears(List<UUID> ids) {
        database.list(
                "select 1 from person_year where person_id in (select person_id from payout where id = any (?::uuid[]))"
                        + " order by person_id, benefit_year for no key update",
                row -> 1,
                ids);
    }

    Money held(SettlementId settlement) {
        return Money.ofFen(database.count("""
                select coalesce(sum(case direction when 'TO_PAY' then amount_fen else -amount_fen end
                    + (select coalesce(sum(r.amount_fen), 0) from payout_receipt r where r.payout = payout.id and r.set_off)), 0)
                from payout where settlement_id in (select id from care_of(?)) and state not in ('SET_OFF', 'BOUNCED')
                """, settlement.value()));
    }

    /** By which something was recovered for a care. */
    Optional<UUID> lastFinding(SettlementId settlement) {
        return database.first(
                "select finding_id from payout where settlement_id in (select id from care_of(?)) and finding_id is not null"
                        + " and state <> 'SET_OFF' order by id desc limit 1",
                row -> row.getObject(1, UUID.class),
                settlement.value());
    }

    /** The account of a claim that three persons have gone through. */
    void reviewed(UUID id, Payee payee) {
        database.update("""
                update payout set payee_name = ?, payee_bank = ?, account_sealed = ?, account_last4 = ?, state = 'READY',
                   account_version = account_version + 1
                where id = ?
                """, payee.name(), payee.bank(), personal.seal(payee.account()), payee.lastFour(), id);
    }

    /** False when it is not in a state in which its account may still change. */
    boolean enter(UUID id, PayeeEntry entry, String by) {
        var payee = entry.payee();
        return database.update(
                        """
                        update payout set payee_name = ?, payee_bank = ?, account_sealed = ?, account_last4 = ?,
                               payee_relation = ?, account_by = ?, account_confirmed_by = null,
                               account_version = account_version + 1,
                               state = 'ACCOUNT_ENTERED', batch = null, line = null, reason = ''
                        where id = ? and state in ('WAITING_FOR_ACCOUNT', 'ACCOUNT_ENTERED', 'READY', 'REJECTED')
                        """,
                        payee.name(),
                        payee.bank(),
                        personal.seal(payee.account()),
                        payee.lastFour(),
                        entry.relation(),
                        by,
                        id)
                == 1;
    }

    /** False when it is no longer that entry of the account that waits for its confirmation. */
    boolean confirm(UUID id, int version, String by) {
        return database.update(
                        "update payout set state = 'READY', account_confirmed_by = ?"
                                + " where id = ? and state = 'ACCOUNT_ENTERED' and account_version = ?",
                        by,
                        id,
                        version)
                == 1;
    }

    boolean move(UUID id, PayoutState from, PayoutState to, String reason) {
        return database.update(
                        "update payout set state = ?, reason = ? where id = ? and state = ?", to, reason, id, from)
                == 1;
    }

    /** Everything ready within the caller's scope, up to a bound, numbered. */
    int batch(UUID batch, int most) {
        return database.update("""
                with sent as (
                    update payout p set batch = ?, line = n.line, state = 'IN_BATCH'
                    from (select id, row_number() over (order by id) as line from
                              (select id from payout where state = 'READY' order by id limit ? for update) ready) n
                    where p.id = n.id
                    returning p.batch, p.line, p.id, p.payee_name, p.payee_bank, p.account_sealed, p.amount_fen)
                insert into payout_batch_line (batch, line, payout, payee_name, payee_bank, account_sealed, amount_fen)
                select batch, line, id, payee_name, payee_bank, account_sealed, amount_fen from sent
                """, batch, most);
    }

    List<BankLine> bankLines(UUID batch) {
        return database.list(
                "select line, payee_name, payee_bank, account_sealed, amount_fen, payout from payout_batch_line"
                        + " where batch = ? order by line",
                row -> new BankLine(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        personal.open(row.getString(4)),
                        Money.ofFen(row.getLong(5)),
                        row.getObject(6, UUID.class)),
                batch);
    }

    List<PayoutBatches.LineView> lines(UUID batch, int after, int limit) {
        return database.list(
                "select line, payout, payee_name, amount_fen from payout_batch_line where batch = ? and line > ?"
                        + " order by line limit ?",
                row -> new PayoutBatches.LineView(
                        row.getInt(1),
                        row.getObject(2, UUID.class),
                        Masked.name(row.getString(3)),
                        Money.ofFen(row.getLong(4))),
                batch,
                after,
                limit);
    }

    /** Waits for whoever enters a receipt now. */
    void lock(UUID id) {
        database.list("select 1 from payout where id = ? for update", row -> 1, id);
    }

    Optional<Found> find(UUID id) {
        return database.first(COLUMNS + "where id = ?", Payouts::found, id);
    }

    List<Found> page(PayoutState state, UUID after, int limit) {
        return database.list(
                COLUMNS + "where state = ? and id > ? order by id limit ?", Payouts::found, state, after, limit);
    }

    /** In whatever state, under any of the records of a person, the latest first. */
    List<Found> of(PersonId person) {
        return database.list(COLUMNS + """
                where person_id = any ((select coalesce(i.merged, '{}') from insured_person i where i.person_id = ?) || ?::uuid)
                order by id desc
                """, Payouts::found, person.value(), person.value());
    }

    private static Found found(ResultSet row) throws SQLException {
        var direction = PayoutView.Direction.valueOf(row.getString(4));
        return new Found(
                new PayoutView(
                        row.getObject(1, UUID.class),
                        new PersonId(row.getObject(2, UUID.class)),
                        new SettlementId(row.getObject(3, UUID.class)),
                        direction,
                        Money.ofFen(row.getLong(5)),
                        row.getString(6),
                        Optional.ofNullable(row.getString(14))
                                .map(PayeeRelation::valueOf)
                                .orElse(null),
                        row.getString(18),
                        row.getString(7),
                        row.getInt(19),
                        row.getString(15),
                        PayoutState.valueOf(row.getString(8)),
                        row.getObject(9, UUID.class),
                        row.getObject(10, Integer.class),
                        row.getString(11),
                        row.getObject(16, UUID.class),
                        direction == PayoutView.Direction.TO_RECOVER ? Money.ofFen(row.getLong(17)) : null,
                        null),
                row.getString(12),
                row.getString(13),
                row.getObject(20, Integer.class),
                row.getObject(21, OffsetDateTime.class));
    }
}
