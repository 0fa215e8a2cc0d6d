package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.place.LastItem;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The refund cases and their lines. */
@ApplicationScoped
class Refunds {

    private static final String COLUMNS = """
            select id, area, division_path, organ, person_id, benefit_year, cause, event_date, amount_fen, ends_levy,
                   verdict::text, payee_masked, state, attempt, requested_by, requested_at, decided_by, decided_at,
                   document_no, paid_on, note, channel, payable_from, payee_relation
            from refund
            """;

    private final Sql database;
    private final RefundBounces bounces;
    private final PayeeDocuments payeeDocuments;
    private final JsonColumn json;
    private final Clock clock;

    Refunds(Sql database, RefundBounces bounces, PayeeDocuments payeeDocuments, JsonColumn json, Clock clock) {
        this.database = database;
        this.bounces = bounces;
        this.payeeDocuments = payeeDocuments;
        this.json = json;
        this.clock = clock;
    }

    /** What of one payment goes back. */
    record Line(UUID paymentId, Money amount) {}

    Optional<RefundCase> find(UUID id) {
        return database.first(COLUMNS + "where id = ?", Refunds::refund, id);
    }

    /** Whoever decides or reports on it waits for whoever else does. */
    Optional<RefundCase> lock(UUID id) {
        return database.first(COLUMNS + "where id = ? for update", Refunds::refund, id);
    }

    /** @param state empty for all; @param after the last one of the page before */
    record Wanted(int benefitYear, String state, Optional<UUID> after, int limit) {}

    /** The newest first. */
    List<RefundCase> list(Wanted wanted) {
        return database.list(
                COLUMNS + "where benefit_year = ? and ? in ('', state) and seq < ? order by seq desc limit ?",
                Refunds::refund,
                wanted.benefitYear(),
                wanted.state(),
                wanted.after().map(this::place).orElse(Long.MAX_VALUE),
                wanted.limit());
    }

    private long place(UUID id) {
        return database.first("select seq from refund where id = ?", row -> row.getLong(1), id)
                .orElseThrow(LastItem::unknown);
    }

    List<Line> lines(UUID id) {
        return database.list(
                "select payment_id, amount_fen from refund_line where refund_id = ? order by payment_id",
                row -> new Line(row.getObject(1, UUID.class), Money.ofFen(row.getLong(2))),
                id);
    }

    void add(RefundCase refund, List<RefundVerdict.Part> parts, String payeeSealed) {
        var where = refund.where();
        database.update(
                """
                insert into refund (id, area, division_path, organ, person_id, benefit_year, cause, ends_levy, event_date,
                       amount_fen, verdict, payee_sealed, payee_masked, state, requested_by, requested_at, note,
                       payable_from, payee_relation, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                refund.id(),
                where.area(),
                where.divisionPath(),
                where.organ(),
                refund.personId(),
                refund.benefitYear(),
                refund.cause(),
                refund.endsLevy(),
                refund.eventDate(),
                refund.amount().fen(),
                refund.verdict(),
                payeeSealed,
                refund.payeeMasked(),
                refund.state().name(),
                refund.hands().requestedBy(),
                refund.hands().requestedAt(),
                refund.note(),
                refund.terms().payableFrom(),
                refund.terms().payee(),
                refund.hands().requestedAt());
        database.updateAll(
                "insert into refund_line (refund_id, payment_id, amount_fen, division_path, organ) values (?, ?, ?, ?, ?)",
                parts.stream()
                        .map(part -> new Object[] {
                            refund.id(), part.paymentId(), part.amount().fen(), where.divisionPath(), where.organ()
                        })
                        .toList());
    }

    void decide(UUID id, RefundCase.State state, String by, OffsetDateTime at) {
        database.update("""
                update refund set state = ?, decided_by = ?, decided_at = ?, changed_at = ?,
                       attempt = case when ? = 'ORDERED' then 1 else attempt end where id = ?
                """, state.name(), by, at, at, state.name(), id);
    }

    void again(UUID id) {
        database.update(
                "update refund set state = 'ORDERED', attempt = attempt + 1, changed_at = ? where id = ?", now(), id);
    }

    void paid(UUID id, String documentNo, LocalDate on) {
        database.update(
                "update refund set state = 'PAID', document_no = ?, paid_on = ?, changed_at = ? where id = ?",
                documentNo,
                on,
                now(),
                id);
        close(id);
    }

    void failed(UUID id, String reason) {
        database.update("update refund set state = 'FAILED', note = ?, changed_at = ? where id = ?", reason, now(), id);
    }

    /** To be paid again; its payments are its own again, unless another refund of what is left of them is open by now. */
    void bounced(UUID id, String note) {
        database.update("""
                update refund set state = 'FAILED', document_no = null, paid_on = null, note = ?, changed_at = ?
                where id = ?
                """, note, now(), id);
        database.update("""
                update refund_line l set open = true
                where refund_id = ? and not exists (select 1 from refund_line o where o.payment_id = l.payment_id and o.open)
                """, id);
    }

    void orderThrough(UUID id, RefundCase.Channel channel, Optional<UUID> enrollment) {
        database.update("update refund set channel = ?, enrollment_id = ? where id = ?", channel, enrollment, id);
    }

    void through(UUID id, RefundCase.Channel channel) {
        database.update("update refund set channel = ? where id = ?", channel, id);
    }

    void withdraw(UUID id, String by, OffsetDateTime at, String note) {
        database.update(
                "update refund set state = 'WITHDRAWN', withdrawn_by = ?, withdrawn_at = ?, changed_at = ?, note = ? where id = ?",
                by,
                at,
                at,
                note,
                id);
        close(id);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** What a withdrawn refund had taken is there again. */
    void giveBack(Line line) {
        database.update(
                "update payment set refunded_fen = refunded_fen - ? where id = ?",
                line.amount().fen(),
                line.paymentId());
    }

    /** What has been or is being refunded to this person under a cause. */
    Money under(UUID personId, int benefitYear, String cause) {
        return Money.ofFen(database.count("""
                select coalesce(sum(amount_fen), 0) from refund
                where person_id = ? and benefit_year = ? and cause = ? and state not in ('REJECTED', 'WITHDRAWN')
                """, personId, benefitYear, cause));
    }

    void note(UUID id, String note) {
        database.update("update refund set note = ? where id = ?", note, id);
    }

    /** The payments of a finished refund are free for another one, as far as money is left. */
    void close(UUID id) {
        database.update("update refund_line set open = false where refund_id = ?", id);
    }

    /** What the payment has given back; the database refuses more than came in. */
    void takeFrom(Line line) {
        database.update(
                "update payment set refunded_fen = refunded_fen + ? where id = ?",
                line.amount().fen(),
                line.paymentId());
    }

    RefundView view(RefundCase refund) {
        var proposed = proposedPayee(refund);
        var payee = proposed.map(RefundView.ProposedPayee::payeeRelation)
                .map(RefundCase.Payee::valueOf)
                .orElse(refund.terms().payee());
        return RefundView.of(
                refund,
                json.tree(refund.verdict()),
                proposed,
                bounces.of(refund.id()),
                payeeDocuments.of(refund, payee));
    }

    private Optional<RefundView.ProposedPayee> proposedPayee(RefundCase refund) {
        return refund.state() != RefundCase.State.FAILED
                ? Optional.empty()
                : database.first(
                        """
                        select payee_masked, payee_relation, proposed_by, proposed_at from refund_payee
                        where refund_id = ? and attempt = ? and decided_by is null and withdrawn_by is null
                        """,
                        row -> new RefundView.ProposedPayee(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class)),
                        refund.id(),
                        refund.attempt());
    }

    /** Whether a refund of this person's year was ordered by which the levy's own money goes back. */
    boolean endedBefore(RefundCase refund) {
        return database.count("""
                select count(*) from refund where person_id = ? and benefit_year = ? and ends_levy and id <> ?
                  and state in ('ORDERED', 'FAILED', 'PAID')
                """, refund.personId(), refund.benefitYear(), refund.id()) > 0;
    }

    private static RefundCase refund(ResultSet row) throws SQLException {
        return new RefundCase(
                row.getObject(1, UUID.class),
                new RefundCase.Where(row.getString(2), row.getString(3), row.getString(4)),
                Optional.ofNullable(row.getObject(5, UUID.class)),
                row.getInt(6),
                row.getString(7),
                Optional.ofNullable(row.getObject(8, LocalDate.class)),
                Money.ofFen(row.getLong(9)),
                row.getBoolean(10),
                new RefundCase.Terms(
                        RefundCase.Channel.valueOf(row.getString(22)),
                        Optional.ofNullable(row.getObject(23, LocalDate.class)),
                        RefundCase.Payee.valueOf(row.getString(24))),
                row.getString(11),
                row.getString(12),
                RefundCase.State.valueOf(row.getString(13)),
                row.getInt(14),
                new RefundCase.Hands(
                        row.getString(15),
                        row.getObject(16, OffsetDateTime.class),
                        Optional.ofNullable(row.getString(17)),
                        Optional.ofNullable(row.getObject(18, OffsetDateTime.class))),
                Optional.ofNullable(row.getString(19)),
                Optional.ofNullable(row.getObject(20, LocalDate.class)),
                row.getString(21));
    }
}
