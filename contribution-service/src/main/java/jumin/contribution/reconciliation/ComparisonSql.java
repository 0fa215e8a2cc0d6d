package jumin.contribution.reconciliation;

/** The statements of a comparison. One pass over both sides; what agrees in everything is not written down. */
final class ComparisonSql {

    /**
     * One pass over levies, payments and tax details: what is plainly in order is counted by day, everything else is named. A person
     * who paid once, in time, and just what is owed, has that money in the levy; what else is named here is looked at closely below.
     * A levy is named when nothing was paid for it, and who paid only what went back again is {@code dead}.
     */
    static final String SIDES = """
            create temp table side on commit drop as
            with theirs as (
                select voucher_no, count(*) times, min(amount_fen) amount_fen, bool_or(reversed) reversed, min(paid_on) paid_on
                from tax_detail where run_id = ? group by voucher_no),
            paid as (
                select id, voucher_no, person_id, amount_fen, paid_on, refunded_fen, late_for is not null or early special,
                       organ = ? and reconciliation_day between ? and ? inside, count(*) over (partition by person_id) times
                from payment where benefit_year = ? and kind = 'NORMAL'),
            owed as (
                select id, person_id, due_fen, ? and organ = ? and due_fen > 0 own from levy
                where benefit_year = ? and superseded_by is null and state = 'ISSUED')
            select voucher_no, person_id, levy_id, dead, day, count(*) n, sum(fen) fen
            from (
                select case when not plain then coalesce(paid_no, their_no) end voucher_no,
                       case when not plain then person_id end person_id,
                       case when not plain and paid_no is null and own then levy_id end levy_id,
                       dead and not plain dead, case when plain then paid_on end as day, amount_fen fen
                from (
                    select o.voucher_no paid_no, t.voucher_no their_no, coalesce(o.person_id, l.person_id) person_id,
                           l.id levy_id, l.own, o.inside, o.paid_on, o.amount_fen,
                           coalesce(r.reverses is not null or o.refunded_fen >= o.amount_fen, false) dead,
                           coalesce(o.inside and o.amount_fen = t.amount_fen and o.paid_on = t.paid_on and t.times = 1
                               and o.times = 1 and o.amount_fen = l.due_fen and r.reverses is null and not t.reversed
                               and o.refunded_fen = 0 and not o.special
                               and o.paid_on <= (select min(coalesce(extended_to, window_to)) from standard
                                                 where benefit_year = ? and state = 'PUBLISHED' and superseded_by is null),
                               false) plain
                    from paid o
                         full join owed l on l.person_id = o.person_id
                         left join (select reverses from payment where reverses is not null) r on r.reverses = o.id
                         full join theirs t on t.voucher_no = case when o.inside then o.voucher_no end
                    offset 0) both_sides -- each expression once a row
                where inside or their_no is not null or dead or paid_no is null and own) found
            group by voucher_no, person_id, levy_id, dead, day
            """;

    /** Our side of what is named, row by row through the indexes. */
    static final String ODD_PAID = """
            create temp table odd_paid on commit drop as
            select p.id, p.voucher_no, p.person_id, p.division_path, p.amount_fen, p.paid_on, p.reconciliation_day, p.late_for,
                   p.outcome, p.refunded_fen, (select count(*) from payment r where r.reverses = p.id) > 0 our_reversed,
                   (select due_fen from levy l where l.person_id = p.person_id and l.benefit_year = p.benefit_year
                        and superseded_by is null and state = 'ISSUED') due_fen,
                   coalesce(s.extended_to, s.window_to) window_to,
                   p.early and p.paid_on < s.window_from
                       and not exists (select 1 from payment_acceptance a where a.payment_id = p.id) held
            from (select distinct voucher_no from side) named
                 join payment p on p.voucher_no = named.voucher_no
                 left join standard s on s.area = p.area and s.benefit_year = p.benefit_year
                      and s.state = 'PUBLISHED' and s.superseded_by is null
            where p.kind = 'NORMAL' and p.organ = ? and p.benefit_year = ? and p.reconciliation_day between ? and ?
            """;

    /** Everything that is not plainly in order, with what is needed to say why. */
    static final String ODD = """
            create temp table odd on commit drop as
            with theirs as (
                select voucher_no, count(*) times, min(amount_fen) amount_fen, bool_or(reversed) reversed, min(paid_on) paid_on
                from tax_detail where run_id = ? and voucher_no in (select voucher_no from side) group by voucher_no)
            select coalesce(o.voucher_no, t.voucher_no) voucher_no, o.id payment_id, o.person_id, o.division_path,
                   o.amount_fen our_fen, t.amount_fen their_fen, t.times, o.our_reversed, t.reversed their_reversed,
                   o.paid_on our_day, t.paid_on their_day, o.reconciliation_day, o.late_for, o.outcome, o.due_fen, o.window_to,
                   0::bigint allocated_fen, o.refunded_fen, 0::bigint person_paid_fen,
                   o.amount_fen = t.amount_fen and o.our_reversed = t.reversed and t.times = 1 as agreed, false as elsewhere,
                   coalesce(o.held, false) early
            from odd_paid o full join theirs t using (voucher_no)
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
            where payment_id is not null and agreed and not our_reversed
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
            from payment where kind = 'REVERSAL' and reverses is not null and late_for is not null and organ = ? and benefit_year = ?
              and reconciliation_day between ? and ?
            """;

    static final String DAYS = """
            insert into reconciliation_day_total (reconciliation_id, day, our_count, our_fen, their_count, their_fen,
                   division_path, organ)
            select ?, day, sum(our_n), sum(our_fen), sum(their_n), sum(their_fen), ?, ?
            from (
                select day, n our_n, fen our_fen, n their_n, fen their_fen from side where day is not null
                union all
                select reconciliation_day, 1, our_fen, 0, 0 from odd
                where payment_id is not null and not elsewhere and not our_reversed
                union all
                select paid_on, 0, 0, 1, amount_fen from tax_detail
                where run_id = ? and not reversed and voucher_no in (select voucher_no from side)) both_sides
            group by day
            """;

    /** Out of the totals of the days; {@code matched} counts what was reversed on both sides, too. */
    static final String OUR_TOTALS = """
            update reconciliation set our_count = o.n, our_fen = o.fen, compared_at = ?, state = 'OPEN',
                   matched = o.n + (select count(*) filter (where our_reversed) - count(*) filter (where agreed is not true)
                                    from odd where payment_id is not null and not elsewhere)
            from (select coalesce(sum(our_count), 0) n, coalesce(sum(our_fen), 0) fen
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

    /** Nothing came, or all that came went back again. */
    static final String UNPAID = """
            insert into difference (id, reconciliation_id, division_path, organ, class, voucher_no, person_id, our_fen,
                   their_fen, difference_fen)
            select gen_random_uuid(), ?, division_path, organ, 'UNPAID', id::text, person_id, due_fen, 0, -due_fen
            from levy where id in (
                select levy_id from side where levy_id is not null
                union
                select l.id from levy l
                where l.person_id in (select person_id from side where dead) and l.organ = ? and l.benefit_year = ?
                  and l.superseded_by is null and l.state = 'ISSUED' and l.due_fen > 0
                  and not exists (select 1 from payment p where p.person_id = l.person_id and p.benefit_year = l.benefit_year
                                  and p.kind = 'NORMAL' and p.amount_fen > p.refunded_fen
                                  and not exists (select 1 from payment r where r.reverses = p.id)))
            """;

    private ComparisonSql() {}
}
