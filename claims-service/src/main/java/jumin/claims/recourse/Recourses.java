package jumin.claims.recourse;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.adjudication.BillIdentity;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/** Recourses and what came in; row-level security decides which. */
@ApplicationScoped
class Recourses {

    private static final String CHAIN = """
            with recursive chain (id) as (
                select r.id union all
                select p.replaces from third_party_recourse p join chain on p.id = chain.id where p.replaces is not null)
            """;

    /** Receipts of what a recourse replaces count for it. */
    private static final String RECEIVED = "(" + CHAIN + """
             select coalesce(sum(amount_fen), 0) from recourse_receipt t where recourse in (select id from chain)
               and not exists (select 1 from recourse_receipt_reversal x where x.receipt = t.id))
            """;

    /** Since when the third party owes, by whatever decision. */
    private static final String SINCE =
            "(" + CHAIN + "select min(recorded_at) from third_party_recourse f where f.id in (select id from chain))";

    private static final String COLUMNS =
            "select r.id, r.number, r.settlement_id, r.replaces, r.person_id, r.amount_fen, "
                    + RECEIVED
                    + ", r.state, r.debtor, r.demanded_by, r.demanded_on, r.closed_by, r.reason, r.area, r.division_path,"
                    + " r.benefit_year, " + SINCE + " from third_party_recourse r ";

    private final Sql database;
    private final Clock clock;

    Recourses(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A recourse with where it belongs. */
    record Found(RecourseView view, String area, String divisionPath, Integer benefitYear, LocalDate since) {}

    /** One that replaces another goes on with its debtor and demand; what came in may be all by now. Whether less is given up is decided anew. */
    UUID insert(SettlementRow row, Money amount, BillRecord bill, Optional<UUID> replaces) {
        var id = TimeOrderedId.next();
        var before = replaces.flatMap(this::lock).map(Found::view);
        var identity = Optional.ofNullable(bill.identity());
        database.update(
                """
                insert into third_party_recourse (id, number, settlement_id, replaces, person_id, area, division_path,
                                                  amount_fen, recorded_at, state, debtor, demanded_by, demanded_on,
                                                  benefit_year, care_provider, bill_key, stay, admission)
                values (?, 'ZC' || to_char(?::date, 'YYYYMMDD') || nextval('recourse_number'), ?, ?::uuid, ?, ?, ?, ?, ?,
                        ?, ?, ?, ?::date, ?, ?, ?, ?, ?)
                """,
                id,
                row.settledOn(),
                row.id().value(),
                replaces,
                row.year().person().value(),
                row.law().area(),
                row.origin().divisionPath(),
                amount.fen(),
                OffsetDateTime.now(clock),
                before.map(one -> goingOn(one, amount)).orElse(RecourseState.OPEN),
                before.map(RecourseView::debtor).orElse(""),
                before.map(RecourseView::demandedBy),
                before.map(RecourseView::demandedOn),
                row.year().benefitYear(),
                bill.providerCode(),
                identity.map(BillIdentity::key),
                identity.map(BillIdentity::stay),
                bill.admissionDate());
        return id;
    }

    private static RecourseState goingOn(RecourseView before, Money amount) {
        if (before.debtor().isEmpty()) {
            return RecourseState.OPEN;
        }
        return before.received().compareTo(amount) >= 0 ? RecourseState.RECOVERED : RecourseState.DEMANDED;
    }

    Optional<UUID> of(SettlementId settlement) {
        return database.first(
                "select id from third_party_recourse where settlement_id = ?",
                row -> row.getObject(1, UUID.class),
                settlement.value());
    }

    /**
     * 冲正后另行结算的: of the same bill, or the same stay, in any of the person's records, whose decision is reversed and which nothing
     * replaces yet. The year of the person is held.
     */
    Optional<UUID> withdrawn(List<PersonId> records, BillRecord bill) {
        if (bill.identity() == null) {
            return Optional.empty();
        }
        return database.first(
                """
                select r.id from third_party_recourse r
                where r.person_id = any (?::uuid[]) and r.state = 'CANCELLED' and r.care_provider = ?
                  and (r.bill_key = ? or r.stay and ? and r.admission = ?)
                  and not exists (select 1 from third_party_recourse next where next.replaces = r.id)
                order by r.bill_key = ? desc, r.id desc limit 1
                """,
                row -> row.getObject(1, UUID.class),
                new Sql.ArrayOf("uuid", records.stream().map(PersonId::value).toList()),
                bill.providerCode(),
                bill.identity().key(),
                bill.identity().stay(),
                bill.admissionDate(),
                bill.identity().key());
    }

    /** Why it had been given up before stays on record. */
    void cancel(SettlementId settlement, String reason) {
        database.update(
                "update third_party_recourse set state = 'CANCELLED', reason = case when reason = '' then '' else reason || '；' end || ?"
                        + " where settlement_id = ? and state <> 'CANCELLED'",
                reason,
                settlement.value());
    }

    /** False when it is no longer in that state. */
    boolean demand(UUID id, String debtor, String by) {
        return database.update(
                        "update third_party_recourse set state = 'DEMANDED', debtor = ?, demanded_by = ?, demanded_on = ?"
                                + " where id = ? and state in ('OPEN', 'DEMANDED')",
                        debtor,
                        by,
                        today(),
                        id)
                == 1;
    }

    boolean close(UUID id, RecourseState to, String by, String reason) {
        return database.update(
                        "update third_party_recourse set state = ?, closed_by = ?, reason = ? where id = ? and state = 'DEMANDED'",
                        to,
                        by,
                        reason,
                        id)
                == 1;
    }

    /** By whom a receipt was entered, and when the money came. */
    record Receipt(String voucher, LocalDate on, String by) {}

    /** The voucher of a receipt that was reversed may be entered again. */
    UUID receive(Found recourse, Money amount, Receipt receipt) {
        var id = TimeOrderedId.next();
        database.update(
                """
                insert into recourse_receipt (id, recourse, division_path, amount_fen, voucher, correction, received_on, entered_by,
                                              recorded_at)
                values (?, ?, ?, ?, ?, (select count(*) from recourse_receipt t join recourse_receipt_reversal x on x.receipt = t.id
                                        where t.recourse = ? and t.voucher = ?), ?, ?, ?)
                """,
                id,
                recourse.view().id(),
                recourse.divisionPath(),
                amount.fen(),
                receipt.voucher(),
                recourse.view().id(),
                receipt.voucher(),
                receipt.on(),
                receipt.by(),
                OffsetDateTime.now(clock));
        return id;
    }

    void reverse(UUID recourse, RecourseView.Receipt receipt, String reason, String by) {
        database.update(
                "insert into recourse_receipt_reversal (receipt, recourse, reason, entered_by, reversed_by, reversed_on)"
                        + " values (?, ?, ?, ?, ?, ?)",
                receipt.id(),
                recourse,
                reason,
                receipt.enteredBy(),
                by,
                today());
    }

    /** What a receipt counts for: the recourse in which it was entered, and what replaces it. */
    private static final String ONWARD = """
            with recursive onward (id) as (
                select ?::uuid union all
                select n.id from third_party_recourse n join onward o on n.replaces = o.id)
            """;

    /** Waits for whoever enters a receipt now in what replaces it. */
    void lockOnward(UUID id) {
        database.list(
                ONWARD
                        + "select 1 from third_party_recourse where id in (select id from onward) order by id for update",
                row -> 1,
                id);
    }

    /** Not all has come in after all. */
    void reopen(UUID id) {
        database.update(ONWARD + """
                update third_party_recourse r set state = 'DEMANDED', closed_by = null
                where r.id in (select id from onward) and r.state = 'RECOVERED' and r.amount_fen > %s
                """.formatted(RECEIVED), id);
    }

    /** Waits for whoever enters a receipt now. */
    Optional<Found> lock(UUID id) {
        database.list("select 1 from third_party_recourse where id = ? for update", row -> 1, id);
        return find(id);
    }

    Optional<Found> find(UUID id) {
        return database.first(COLUMNS + "where r.id = ?", this::found, id);
    }

    List<Found> page(RecourseState state, UUID after, int limit) {
        return database.list(
                COLUMNS + "where r.state = ? and r.id > ? order by r.id limit ?", this::found, state, after, limit);
    }

    List<RecourseView.Receipt> receipts(UUID id) {
        return database.list(
                """
                select t.id, t.amount_fen, t.voucher, t.received_on, t.entered_by, x.reversed_by, x.reversed_on, x.reason
                from recourse_receipt t left join recourse_receipt_reversal x on x.receipt = t.id
                where t.recourse = ? order by t.id
                """,
                row -> new RecourseView.Receipt(
                        row.getObject(1, UUID.class),
                        Money.ofFen(row.getLong(2)),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        row.getString(8)),
                id);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private Found found(ResultSet row) throws SQLException {
        var id = row.getObject(1, UUID.class);
        var amount = Money.ofFen(row.getLong(6));
        var received = Money.ofFen(row.getLong(7));
        return new Found(
                new RecourseView(
                        id,
                        row.getString(2),
                        new SettlementId(row.getObject(3, UUID.class)),
                        row.getObject(4, UUID.class),
                        new PersonId(row.getObject(5, UUID.class)),
                        amount,
                        received,
                        amount.minus(received).max(Money.ZERO),
                        RecourseState.valueOf(row.getString(8)),
                        row.getString(9),
                        row.getString(10),
                        row.getObject(11, LocalDate.class),
                        row.getString(12),
                        row.getString(13),
                        receipts(id)),
                row.getString(14),
                row.getString(15),
                row.getObject(16, Integer.class),
                row.getObject(17, OffsetDateTime.class)
                        .atZoneSameInstant(clock.getZone())
                        .toLocalDate());
    }
}
