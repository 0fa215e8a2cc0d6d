package jumin.contribution.reconciliation;

/** The statements of a comparison. One pass over both sides; what agrees in everything is not written down. */
final class ComparisonSql {

    /**
     * Everything that is not plainly in order, with what is needed to say why. A person who paid once, and just what is owed, has
     * that money in the levy; where the money of all others lies is looked up in the books afterwards.
     */
    static final String ODD = """
            create temp table odd on commit drop as
            with theirs as (
                select voucher_no, count(*) times, min(amount_fen) amount_fen, bool_or(reversed) reversed, min(paid_on) paid_on
                from tax_detail where run_id = ? group by voucher_no),
            several as (
                select person_id from payment where benefit_year = ? and kind = 'NORMAL' and person_id is not null
                group by person_id having count(*) > 1),
            owed as (
                select person_id, due_fen from levy where benefit_year = ? and superseded_by is null and state = 'ISSUED'),
            ours as (
                select p.*, r.reverses is not null our_reversed, coalesce(s.extended_to, s.window_to) window_to,
                       p.early and p.paid_on < s.window_from and a.payment_id is null held
                from payment p
                     left join (select reverses from payment where reverses is not null) r on r.reverses = p.id
                     left join payment_acceptance a on a.payment_id = p.id
                     left join standard s on s.area = p.area and s.benefit_year = p.benefit_year
                          and s.state = 'PUBLISHED' and s.superseded_by is null
                where p.kind = 'NORMAL' and p.organ = ? and p.benefit_year = ? and p.reconciliation_day between ? and ?)
            select coalesce(o.voucher_no, t.voucher_no) voucher_no, o.id payment_id, o.person_id, o.division_path,
                   o.amount_fen our_fen, t.amount_fen their_fen, t.times, o.our_reversed, t.reversed their_reversed,
                   o.paid_on our_day, t.paid_on their_day, o.late_for, o.outcome, l.due_fen, o.window_to,
                   0::bigint allocated_fen, o.refunded_fen, 0::bigint person_paid_fen,
                   o.amount_fen = t.amount_fen and o.our_reversed = t.reversed and t.times = 1 as agreed, false as elsewhere,
                   coalesce(o.held, false) early
            from ours o
                 full join theirs t using (voucher_no)
                 left join owed l on l.person_id = o.person_id
                 left join several m on m.person_id = o.person_id
            where (o.amount_fen = t.amount_fen and not o.our_reversed and not t.reversed and t.times = 1 and o.paid_on = t.paid_on
                   and o.late_for is null and m.person_id is null and o.refunded_fen = 0 and o.amount_fen = l.due_fen
                   and o.paid_on <= o.window_to and not o.held) is not true
            """;

    /** Where the money of the odd ones lies: what their levies took of the payment, and of all the person paid for the year. */
    static final String FOLD = """
            update odd set allocated_fen = coalesce((
                    select sum(case account_to when 'SUSPENSE' then amount_fen else -amount_fen end) from posting
                    where ref = odd.payment_id and 'RECEIVABLE' in (account_from, account_to)), 0),
                person_paid_fen = coalesce((
                    select sum(case account_to when 'SUSPENSE' then amount_fen else -amount_fen end) from posting
                    where person_id = odd.person_id and benefit_year = ? and 'RECEIVABLE' in (account_from, account_to)
                      and 'SUSPENSE' in (account_from, account_to)), 0)
            where payment_id is not null
            """;

    /** What they list for these days and we have on others: not missing, only elsewhere. */
    static final String ON_ANOTHER_DAY = """
            update odd set elsewhere = true, payment_id = p.id, person_id = p.person_id, division_path = p.division_path, our_fen = p.amount_fen,
                   our_day = p.paid_on, late_for = p.late_for,
                   our_reversed = exists (select 1 from payment r where r.reverses = p.id),
                   agreed = p.amount_fen = odd.their_fen and odd.times = 1
                            and odd.their_reversed = exists (select 1 from payment r where r.reverses = p.id)
            from payment p where odd.payment_id is null and p.voucher_no = odd.voucher_no and p.organ = ? and p.kind = 'NORMAL'
            """;

    /** One row per difference: class, and how much the tax side has more (or less). */
    static final String DIFFERENCES = """
            insert into difference (id, reconciliation_id, division_path, organ, class, voucher_no, payment_id, person_id,
                   our_fen, their_fen, difference_fen, refers_to)
            select gen_random_uuid(), ?, coalesce(division_path, ?), ?, class, voucher_no, payment_id, person_id,
                   our_fen, their_fen, difference_fen, case when class = 'LATE_RECORD' then late_for end
            from (
                select c.*, 'ONLY_OURS' class, -our_fen difference_fen from odd c where their_fen is null and late_for is null
                union all
                select c.*, 'LATE_RECORD', case when their_fen is null then -our_fen else 0 end
                from odd c where late_for is not null
                union all
                select c.*, 'ONLY_THEIRS', their_fen from odd c where our_fen is null
                union all
                select c.*, 'DUPLICATE_RECORD', their_fen * (times - 1) from odd c where times > 1
                union all
                select c.*, 'AMOUNT_DIFFERS', their_fen - our_fen from odd c where their_fen <> our_fen
                union all
                select c.*, 'STATUS_DIFFERS', case when our_reversed then their_fen else -our_fen end
                from odd c where our_reversed <> their_reversed
                union all
                select c.*, 'DAY_DIFFERS', 0 from odd c where our_day <> their_day and agreed
                union all
                select c.*, case outcome when 'FOR_ANOTHER' then 'FOR_ANOTHER' else 'NOBODY' end, our_fen - refunded_fen
                from odd c where agreed and not our_reversed and person_id is null and our_fen > refunded_fen
                union all
                select c.*, 'NOT_REGISTERED', our_fen - refunded_fen from odd c
                where agreed and not our_reversed and person_id is not null and due_fen is null and our_fen > refunded_fen
                  and not early
                union all
                select c.*, 'BEFORE_WINDOW', our_fen - refunded_fen from odd c
                where agreed and not our_reversed and person_id is not null and early and our_fen > refunded_fen
                union all
                select c.*, case when allocated_fen = 0 and due_fen > 0 then 'TWICE' else 'SURPLUS' end,
                       our_fen - refunded_fen - allocated_fen
                from odd c where agreed and not our_reversed and due_fen is not null and not early
                  and our_fen - refunded_fen > allocated_fen
                union all
                select c.*, 'AFTER_WINDOW', 0 from odd c
                where agreed and not our_reversed and person_id is not null and our_day > window_to
                union all
                select * from (
                    select distinct on (person_id) c.*, 'SHORT', person_paid_fen - due_fen from odd c
                    where agreed and not our_reversed and person_id is not null and due_fen > person_paid_fen and not early
                    order by person_id, our_day desc, voucher_no desc) short_paid
            ) found
            order by class, voucher_no
            """;

    /** Reversals of what a closed day holds: the closed day keeps its totals, the open one shows the reversal. */
    static final String LATE_REVERSALS = """
            insert into difference (id, reconciliation_id, division_path, organ, class, voucher_no, payment_id, person_id,
                   our_fen, their_fen, difference_fen, refers_to)
            select gen_random_uuid(), ?, division_path, ?, 'LATE_REVERSAL', voucher_no, id, person_id, -amount_fen, null, 0,
                   late_for
            from payment where kind = 'REVERSAL' and late_for is not null and organ = ? and benefit_year = ?
              and reconciliation_day between ? and ?
            """;

    static final String DAYS = """
            insert into reconciliation_day_total (reconciliation_id, day, our_count, our_fen, their_count, their_fen,
                   division_path, organ)
            select ?, coalesce(o.day, t.day), coalesce(o.n, 0), coalesce(o.fen, 0), coalesce(t.n, 0), coalesce(t.fen, 0), ?, ?
            from (select p.reconciliation_day as day, count(*) n, sum(p.amount_fen) fen
                  from payment p left join (select reverses from payment where reverses is not null) r on r.reverses = p.id
                  where p.kind = 'NORMAL' and r.reverses is null and p.organ = ? and p.benefit_year = ?
                    and p.reconciliation_day between ? and ? group by 1) o
                 full join (select paid_on as day, count(*) n, sum(amount_fen) fen from tax_detail
                            where run_id = ? and not reversed group by 1) t on t.day = o.day
            """;

    /** Out of the totals of the days; {@code matched} counts what was reversed on both sides, too. */
    static final String OUR_TOTALS = """
            update reconciliation set our_count = o.n, our_fen = o.fen, compared_at = ?, state = 'OPEN',
                   matched = o.n + o.reversed - (select count(*) from odd where payment_id is not null and not elsewhere
                                                 and agreed is not true)
            from (select coalesce(sum(our_count), 0) n, coalesce(sum(our_fen), 0) fen,
                         (select count(*) from payment p join payment r on r.reverses = p.id and r.reverses is not null
                          where p.kind = 'NORMAL' and p.organ = ? and p.benefit_year = ?
                            and p.reconciliation_day between ? and ?) reversed
                  from reconciliation_day_total where reconciliation_id = ?) o
            where id = ?
            """;

    static final String TREASURY = """
            insert into difference (id, reconciliation_id, division_path, organ, class, voucher_no, payment_id, person_id,
                   our_fen, their_fen, difference_fen)
            select gen_random_uuid(), ?, p.division_path, ?,
                   case when t.id is null then 'NOT_IN_TREASURY' else 'TREASURY_DIFFERS' end,
                   p.voucher_no, p.id, p.person_id, case when r.id is null then p.amount_fen else 0 end,
                   coalesce(t.amount_fen, 0), coalesce(t.amount_fen, 0) - case when r.id is null then p.amount_fen else 0 end
            from payment p
                 left join (select id, reverses from payment where reverses is not null) r on r.reverses = p.id
                 left join treasury_receipt t on t.payment_id = p.id and t.stage = 'RECEIVED'
                 left join treasury_receipt b on b.payment_id = p.id and b.stage = 'RETURNED'
            where p.kind = 'NORMAL' and p.organ = ? and p.benefit_year = ? and p.reconciliation_day between ? and ?
              and p.paid_on <= ?
              and (case when r.id is null then t.id is null or t.amount_fen <> p.amount_fen
                   else t.id is not null and b.id is null end)
            """;

    static final String ONLY_TREASURY = """
            insert into difference (id, reconciliation_id, division_path, organ, class, voucher_no, our_fen, their_fen,
                   difference_fen)
            select gen_random_uuid(), ?, ?, ?, 'ONLY_TREASURY', voucher_no, 0, amount_fen, amount_fen
            from treasury_receipt where organ = ? and stage = 'RECEIVED' and payment_id is null
              and confirmed_on between ? and ?
            """;

    static final String TREASURY_TOTALS = """
            update reconciliation set treasury_count = o.n, treasury_fen = o.fen
            from (select count(*) n, coalesce(sum(t.amount_fen), 0) fen
                  from payment p join treasury_receipt t on t.payment_id = p.id and t.stage = 'RECEIVED'
                  where p.kind = 'NORMAL' and p.organ = ? and p.benefit_year = ? and p.reconciliation_day between ? and ?
                    and p.paid_on <= ?) o
            where id = ?
            """;

    static final String UNPAID = """
            insert into difference (id, reconciliation_id, division_path, organ, class, voucher_no, person_id, our_fen,
                   their_fen, difference_fen)
            select gen_random_uuid(), ?, l.division_path, ?, 'UNPAID', l.id::text, l.person_id, l.due_fen, 0, -l.due_fen
            from levy l left join (
                select distinct p.person_id from payment p
                     left join (select reverses from payment where reverses is not null) r on r.reverses = p.id
                where p.benefit_year = ? and p.kind = 'NORMAL' and p.person_id is not null and r.reverses is null
                  and p.amount_fen > p.refunded_fen) paid on paid.person_id = l.person_id
            where l.organ = ? and l.benefit_year = ? and l.superseded_by is null and l.state = 'ISSUED' and l.due_fen > 0
              and paid.person_id is null
            """;

    private ComparisonSql() {}
}
