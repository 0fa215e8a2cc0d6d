package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import org.postgresql.PGConnection;

/**
 * Lays the tax organ's details beside our payments, in temporary tables of the current transaction, and finds the
 * differences with sets: the database does the comparing, so memory does not grow with the number of records.
 */
@ApplicationScoped
class Comparison {

    private static final int LINES_PER_COPY = 10_000;

    private static final String COMPARED = """
            create temp table compared on commit drop as
            with theirs as (
                select voucher_no, count(*) times, min(amount_fen) amount_fen, bool_or(reversed) reversed
                from tax_detail group by voucher_no),
            ours as (
                select p.*, l.due_fen, s.window_to,
                       (select sum(o.allocated_fen) from payment_position o
                        where o.person_id = p.person_id and o.benefit_year = p.benefit_year) person_paid_fen
                from payment_position p
                     left join levy l on l.person_id = p.person_id and l.benefit_year = p.benefit_year
                          and l.superseded_by is null and l.state = 'ISSUED'
                     left join standard s on s.area = p.area and s.benefit_year = p.benefit_year
                          and s.state = 'PUBLISHED' and s.superseded_by is null
                where p.organ = ? and p.benefit_year = ? and p.paid_on between ? and ?)
            select coalesce(o.voucher_no, t.voucher_no) voucher_no, o.id payment_id, o.person_id, o.division_path,
                   o.amount_fen our_fen, t.amount_fen their_fen, t.times, o.reversed our_reversed,
                   t.reversed their_reversed, o.paid_on, o.due_fen, o.window_to, o.allocated_fen, o.refunded_fen,
                   o.person_paid_fen,
                   coalesce(o.id is not null and t.times = 1 and o.amount_fen = t.amount_fen
                            and o.reversed = t.reversed, false) agreed
            from ours o full join theirs t using (voucher_no)
            """;

    /** One row per difference: class, and how much the tax side has more (or less). */
    private static final String DIFFERENCES = """
            insert into difference (id, reconciliation_id, division_path, organ, class, voucher_no, payment_id, person_id,
                   our_fen, their_fen, difference_fen)
            select gen_random_uuid(), ?, coalesce(division_path, ?), ?, class, voucher_no, payment_id, person_id,
                   our_fen, their_fen, difference_fen
            from (
                select c.*, 'ONLY_OURS' class, -our_fen difference_fen from compared c where their_fen is null
                union all
                select c.*, 'ONLY_THEIRS', their_fen from compared c where our_fen is null
                union all
                select c.*, 'DUPLICATE_RECORD', their_fen * (times - 1) from compared c where times > 1
                union all
                select c.*, 'AMOUNT_DIFFERS', their_fen - our_fen from compared c where their_fen <> our_fen
                union all
                select c.*, 'STATUS_DIFFERS', case when our_reversed then their_fen else -our_fen end
                from compared c where our_reversed <> their_reversed
                union all
                select c.*, 'NOBODY', our_fen - refunded_fen
                from compared c where agreed and not our_reversed and person_id is null and our_fen > refunded_fen
                union all
                select c.*, 'NOT_REGISTERED', our_fen - refunded_fen from compared c
                where agreed and not our_reversed and person_id is not null and due_fen is null and our_fen > refunded_fen
                union all
                select c.*, case when allocated_fen = 0 and due_fen > 0 then 'TWICE' else 'SURPLUS' end,
                       our_fen - refunded_fen - allocated_fen
                from compared c where agreed and not our_reversed and due_fen is not null
                  and our_fen - refunded_fen > allocated_fen
                union all
                select c.*, 'AFTER_WINDOW', 0 from compared c
                where agreed and not our_reversed and person_id is not null and paid_on > window_to
                union all
                select * from (
                    select distinct on (person_id) c.*, 'SHORT', person_paid_fen - due_fen from compared c
                    where agreed and not our_reversed and due_fen > coalesce(person_paid_fen, 0)
                    order by person_id, paid_on desc, voucher_no desc) short_paid
            ) found
            order by class, voucher_no
            """;

    private final Sql database;
    private final DataSource source;

    Comparison(Sql database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    /** What our side has. */
    record Ours(long count, Money sum, long matched) {}

    Ours compare(ReconciliationSubmission submission) {
        database.update("create temp table tax_detail (voucher_no text, amount_fen bigint, paid_on date,"
                + " reversed boolean) on commit drop");
        var details = submission.details();
        for (var from = 0; from < details.size(); from += LINES_PER_COPY) {
            copy(details.subList(from, Math.min(details.size(), from + LINES_PER_COPY)));
        }
        database.update(COMPARED, submission.taxOrgan(), submission.benefitYear(), submission.from(), submission.to());
        return database.first("""
                        select count(*) filter (where not our_reversed), coalesce(sum(our_fen) filter (where not our_reversed), 0),
                               count(*) filter (where agreed) from compared
                        """, row -> new Ours(row.getLong(1), Money.ofFen(row.getLong(2)), row.getLong(3)))
                .orElseThrow();
    }

    void storeDifferences(UUID run, String organ, String divisionPath) {
        database.update(DIFFERENCES, run, divisionPath, organ);
    }

    private void copy(List<ReconciliationSubmission.Detail> details) {
        var lines = new StringBuilder();
        details.forEach(detail -> lines.append(detail.voucherNo())
                .append(',')
                .append(detail.amount().fen())
                .append(',')
                .append(detail.paidOn())
                .append(',')
                .append(detail.reversed())
                .append('\n'));
        try (var connection = source.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy tax_detail from stdin (format csv)", new StringReader(lines.toString()));
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
