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
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/** Recourses and what came in; row-level security decides which. */
@ApplicationScoped
class Recourses {

    /** Receipts of what a recourse replaces count for it. */
    private static final String RECEIVED = """
            (with recursive chain (id) as (
                select r.id union all
                select p.replaces from third_party_recourse p join chain on p.id = chain.id where p.replaces is not null)
             select coalesce(sum(amount_fen), 0) from recourse_receipt where recourse in (select id from chain))
            """;

    private static final String COLUMNS =
            "select r.id, r.number, r.settlement_id, r.replaces, r.person_id, r.amount_fen, "
                    + RECEIVED
                    + ", r.state, r.debtor, r.demanded_by, r.demanded_on, r.closed_by, r.reason, r.area, r.division_path, r.benefit_year"
                    + " from third_party_recourse r ";

    private final Sql database;
    private final Clock clock;

    Recourses(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A recourse with where it belongs. */
    record Found(RecourseView view, String area, String divisionPath, Integer benefitYear) {}

    /** One that replaces another goes on with its debtor and demand; what came in may be all by now. Whether less is given up is decided anew. */
    UUID insert(SettlementRow row, Money amount, Optional<UUID> replaces) {
        var id = TimeOrderedId.next();
        var before = replaces.flatMap(this::find).map(Found::view);
        database.update(
                """
                insert into third_party_recourse (id, number, settlement_id, replaces, person_id, area, division_path,
                                                  amount_fen, recorded_at, state, debtor, demanded_by, demanded_on,
                                                  benefit_year)
                values (?, 'ZC' || to_char(?::date, 'YYYYMMDD') || nextval('recourse_number'), ?, ?::uuid, ?, ?, ?, ?, ?,
                        ?, ?, ?, ?::date, ?)
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
                row.year().benefitYear());
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

    void receive(Found recourse, Money amount, String voucher, String by) {
        database.update(
                """
                insert into recourse_receipt (id, recourse, division_path, amount_fen, voucher, received_on, entered_by,
                                              recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                TimeOrderedId.next(),
                recourse.view().id(),
                recourse.divisionPath(),
                amount.fen(),
                voucher,
                today(),
                by,
                OffsetDateTime.now(clock));
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

    private List<RecourseView.Receipt> receipts(UUID id) {
        return database.list(
                "select amount_fen, voucher, received_on, entered_by from recourse_receipt where recourse = ? order by id",
                row -> new RecourseView.Receipt(
                        Money.ofFen(row.getLong(1)),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4)),
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
                row.getObject(16, Integer.class));
    }
}
