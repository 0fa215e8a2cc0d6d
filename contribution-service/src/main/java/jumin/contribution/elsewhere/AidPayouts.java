package jumin.contribution.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.place.DivisionRange;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The stored payouts. */
@ApplicationScoped
class AidPayouts {

    private static final String COLUMNS = """
            select id, seq, area, division_path, person_id, benefit_year, amount_fen, category, payer, article, state, attempt,
                   payee_sealed, payee_masked, payee_relation, prepared_by, ordered_by, ordered_at, document_no, paid_on,
                   recovered_document, recovered_on, note, changed_at
            from elsewhere_aid
            """;

    private final Sql database;
    private final AidReceipts receipts;
    private final Clock clock;

    AidPayouts(Sql database, AidReceipts receipts, Clock clock) {
        this.database = database;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** @param benefitYear 0 for all; @param state empty for all; @param after {@code seq} of the last one that is known */
    record Wanted(int benefitYear, String state, DivisionRange division, long after, int limit) {}

    Optional<AidPayout> find(UUID claimId) {
        return withReceipts(database.list(COLUMNS + "where id = ?", AidPayouts::payout, claimId)).stream()
                .findFirst();
    }

    /** The feed, the office and finance come one after the other; what came in meanwhile is read once it is held. */
    Optional<AidPayout> lock(UUID claimId) {
        database.list("select 1 from elsewhere_aid where id = ? for update", row -> 1, claimId);
        return find(claimId);
    }

    private List<AidPayout> withReceipts(List<AidPayout> payouts) {
        var came = receipts.of(payouts.stream().map(AidPayout::claimId).toList());
        return payouts.stream()
                .map(payout -> payout.with(came.getOrDefault(payout.claimId(), List.of())))
                .toList();
    }

    /** In the order in which they were granted. */
    List<AidPayout> list(Wanted wanted) {
        return withReceipts(database.list(
                COLUMNS + """
                where ? in (0, benefit_year) and ? in ('', state) and division_path >= ? and division_path < ? and seq > ?
                order by seq limit ?
                """,
                AidPayouts::payout,
                wanted.benefitYear(),
                wanted.state(),
                wanted.division().from(),
                wanted.division().to(),
                wanted.after(),
                wanted.limit()));
    }

    /** False when it is known already. */
    boolean add(UUID claimId, AidPayout.Whose whose, Money amount, AidPayout.Grounds grounds) {
        var now = OffsetDateTime.now(clock);
        return database.update(
                        """
                        insert into elsewhere_aid (id, area, division_path, person_id, benefit_year, amount_fen, category, payer,
                               article, state, granted_at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'DUE', ?, ?) on conflict (id) do nothing
                        """,
                        claimId,
                        whose.area(),
                        whose.divisionPath(),
                        whose.personId(),
                        whose.benefitYear(),
                        amount.fen(),
                        grounds.category(),
                        grounds.payer(),
                        grounds.article(),
                        now,
                        now)
                == 1;
    }

    /** What was ordered to another account before stands no more. */
    void prepare(UUID claimId, AidPayout.Payee payee, String by) {
        database.update("""
                update elsewhere_aid set state = 'PREPARED', payee_sealed = ?, payee_masked = ?, payee_relation = ?,
                       prepared_by = ?, ordered_by = null, ordered_at = null, changed_at = ? where id = ?
                """, payee.sealed(), payee.masked(), payee.relation(), by, OffsetDateTime.now(clock), claimId);
    }

    void order(UUID claimId, String by) {
        var now = OffsetDateTime.now(clock);
        database.update("""
                update elsewhere_aid set state = 'ORDERED', attempt = attempt + 1, ordered_by = ?, ordered_at = ?, changed_at = ?
                where id = ?
                """, by, now, now, claimId);
    }

    /** No order stands any more; a withdrawn payout stays withdrawn. */
    void failed(UUID claimId, String reason) {
        database.update("""
                update elsewhere_aid set state = case state when 'WITHDRAWN' then state else 'FAILED' end, note = ?,
                       ordered_by = null, ordered_at = null, changed_at = ? where id = ?
                """, reason, OffsetDateTime.now(clock), claimId);
    }

    void paid(UUID claimId, AidPayout.State state, String documentNo, LocalDate on) {
        database.update(
                "update elsewhere_aid set state = ?, document_no = ?, paid_on = ?, changed_at = ? where id = ?",
                state,
                documentNo,
                on,
                OffsetDateTime.now(clock),
                claimId);
    }

    void recovered(UUID claimId, String documentNo, LocalDate on) {
        database.update(
                "update elsewhere_aid set state = 'RECOVERED', recovered_document = ?, recovered_on = ?, changed_at = ?"
                        + " where id = ?",
                documentNo,
                on,
                OffsetDateTime.now(clock),
                claimId);
    }

    /** A receipt was reversed, so that not all has come back. */
    void reopened(UUID claimId) {
        database.update(
                "update elsewhere_aid set state = 'TO_RECOVER', recovered_document = null, recovered_on = null, changed_at = ?"
                        + " where id = ?",
                OffsetDateTime.now(clock),
                claimId);
    }

    void move(UUID claimId, AidPayout.State state, String note) {
        database.update(
                "update elsewhere_aid set state = ?, note = ?, changed_at = ? where id = ?",
                state,
                note,
                OffsetDateTime.now(clock),
                claimId);
    }

    private static AidPayout payout(ResultSet row) throws SQLException {
        return new AidPayout(
                row.getObject(1, UUID.class),
                row.getLong(2),
                new AidPayout.Whose(row.getString(3), row.getString(4), row.getObject(5, UUID.class), row.getInt(6)),
                Money.ofFen(row.getLong(7)),
                new AidPayout.Grounds(row.getString(8), row.getString(9), row.getString(10)),
                AidPayout.State.valueOf(row.getString(11)),
                row.getInt(12),
                new AidPayout.Payee(row.getString(13), row.getString(14), row.getString(15)),
                new AidPayout.Hands(
                        Optional.ofNullable(row.getString(16)),
                        Optional.ofNullable(row.getString(17)),
                        Optional.ofNullable(row.getObject(18, OffsetDateTime.class))),
                paper(row, 19),
                paper(row, 21),
                List.of(),
                row.getString(23),
                row.getObject(24, OffsetDateTime.class));
    }

    private static AidPayout.Paper paper(ResultSet row, int at) throws SQLException {
        return new AidPayout.Paper(
                Optional.ofNullable(row.getString(at)), Optional.ofNullable(row.getObject(at + 1, LocalDate.class)));
    }
}
