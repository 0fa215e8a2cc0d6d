package jumin.contribution.reconciliation;

/** The statements of a comparison; %1$s stands for the table of the run's details. What agrees in everything is not written down. */
final class ComparisonSql {

    /** Who paid more than once for the year. */
    static final String OFTEN = """
            create temp table often on commit drop as
            select person_id from payment where benefit_year = ? and kind = 'NORMAL' and person_id is not null
            group by person_id having count(*) > 1
            """;

    /** What they list more than once, counted. */
    static final String AGAIN = """
            create temp table again on commit drop as
            select voucher_no, count(*) times, min(amount_fen) amount_fen, bool_or(reversed) reversed, min(paid_on) paid_on
            from %1$s where voucher_no in (select voucher_no from %1$s where again) group by voucher_no
            """;

    /**
     * One pass over levies, payments and tax details: what is plainly in order is left out, everything else kept. A person who
     * paid once, in time, and just what is owed, has that money in the levy; what is kept here is looked at closely below. A levy
     * is kept when nothing was paid for it, and a payment of other days when it went back: its levy may be unpaid then.
     */
    static final String UNCLEAR = """
            create temp table unclear on commit drop as
            with theirs as (
                select voucher_no, 1::bigint times, amount_fen, reversed, paid_on from %1$s once
                where not exists (select 1 from again where again.voucher_no = once.voucher_no)
                union all
                select voucher_no, times, amount_fen, reversed, paid_on from again),
            ours as (
                select id, voucher_no, person_id, division_path, area, amount_fen, paid_on, reconciliation_day, late_for, outcome,
                       refunded_fen, early, organ = ? and reconciliation_day between ? and ? inside,
                       r.reverses is not null reversed, often.person_id is null only
                from payment p
                     left join (select reverses from payment where reverses is not null) r on r.reverses = p.id
                     left join often using (person_id)
                where benefit_year = ? and kind = 'NORMAL'),
            owed as (
                select id, person_id, due_fen, ? and organ = ? and due_fen > 0 own from levy
                where benefit_year = ? and superseded_by is null and state = 'ISSUED')
            select o.id payment_id, coalesce(o.voucher_no, t.voucher_no) voucher_no, o.person_id, o.division_path, o.area,
                   o.amount_fen our_fen, o.paid_on our_day, o.reconciliation_day, o.late_for, o.outcome, o.refunded_fen, o.early,
                   o.inside, o.reversed our_reversed, o.reversed or o.refunded_fen >= o.amount_fen dead, l.due_fen,
                   case when o.id is null and l.own then l.id end levy_id,
                   t.voucher_no is not null listed, o.id is null and t.voucher_no is not null missing, t.times, t.amount_fen their_fen, t.reversed their_reversed, t.paid_on their_day,
                   coalesce(o.amount_fen = t.amount_fen and o.reversed = t.reversed and t.times = 1, false) agreed,
                   false elsewhere
            from ours o
                 full join owed l on l.person_id = o.person_id
                 full join theirs t on t.voucher_no = case when o.inside then o.voucher_no end
            where not coalesce(o.inside and o.amount_fen = t.amount_fen and o.paid_on = t.paid_on and t.times = 1
                      and o.amount_fen = l.due_fen and o.refunded_fen = 0 and not t.reversed and not o.reversed
                      and o.late_for is null and not o.early and o.only
                      and o.paid_on <= (select min(coalesce(extended_to, window_to)) from standard
                                        where benefit_year = ? and state = 'PUBLISHED' and superseded_by is null),
                      false)
              and (o.inside or t.voucher_no is not null or o.reversed or o.refunded_fen >= o.amount_fen
                   or o.id is null and l.own)
            """;

    /** What they list for these days and we have on others: not missing, only elsewhere. */
    static final String ON_ANOTHER_DAY = """
            update unclear set elsewhere = true, payment_id = p.id, person_id = p.person_id, division_path = p.division_path,
                   our_fen = p.amount_fen, our_day = p.paid_on, late_for = p.late_for,
                   our_reversed = exists (select 1 from payment r where r.reverses = p.id),
                   agreed = p.amount_fen = unclear.their_fen and unclear.times = 1
                            and unclear.their_reversed = exists (select 1 from payment r where r.reverses = p.id)
            from payment p where unclear.missing and p.voucher_no = unclear.voucher_no and p.organ = ? and p.kind = 'NORMAL'
            """;

    /**
     * Everything of these days that is not plainly in order, with what is needed to say why, and where its money lies: what its levy
     * took of the payment, and of all the person paid for the year.
     */
    static final String ODD = """
            create temp table odd on commit drop as
            select u.*, coalesce(s.extended_to, s.window_to) window_to,
                   case when settled then coalesce((
                       select sum(case account_to when 'SUSPENSE' then amount_fen else -amount_fen end) from posting
                       where ref = u.payment_id and 'RECEIVABLE' in (account_from, account_to)), 0) else 0 end allocated_fen,
                   case when settled then coalesce((
                       select sum(case account_to when 'SUSPENSE' then amount_fen else -amount_fen end) from posting
                       where person_id = u.person_id and benefit_year = ? and 'RECEIVABLE' in (account_from, account_to)
                         and 'SUSPENSE' in (account_from, account_to)), 0) else 0 end person_paid_fen,
                   coalesce(u.early and u.our_day < s.window_from
                       and not exists (select 1 from payment_acceptance a where a.payment_id = u.payment_id), false) held
            from (select *, agreed and not our_reversed and person_id is not null settled from unclear where inside or listed) u
                 left join standard s on s.area = u.area and s.benefit_year = ? and s.state = 'PUBLISHED'
                      and s.superseded_by is null
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
                  and not held
                union all
                select c.*, 'BEFORE_WINDOW', our_fen - refunded_fen from odd c
                where agreed and not our_reversed and person_id is not null and held and our_fen > refunded_fen
                union all
                select c.*, case when allocated_fen = 0 and due_fen > 0 then 'TWICE' else 'SURPLUS' end,
                       our_fen - refunded_fen - allocated_fen
                from odd c where agreed and not our_reversed and due_fen is not null and not held
                  and our_fen - refunded_fen > allocated_fen
                union all
                select c.*, 'AFTER_WINDOW', 0 from odd c
                where agreed and not our_reversed and person_id is not null and our_day > window_to
                union all
                select * from (
                    select distinct on (person_id) c.*, 'SHORT', person_paid_fen - due_fen from odd c
                    where agreed and not our_reversed and person_id is not null and due_fen > person_paid_fen and not held
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
            select ?, day, coalesce(o.n, 0), coalesce(o.fen, 0), coalesce(t.n, 0), coalesce(t.fen, 0), ?, ?
            from (select reconciliation_day as day, count(*) n, sum(amount_fen) fen from payment
                  where kind = 'NORMAL' and organ = ? and benefit_year = ? and reconciliation_day between ? and ?
                    and not exists (select 1 from odd where our_reversed and payment_id = payment.id)
                  group by 1) o
                 full join (select paid_on as day, count(*) n, sum(amount_fen) fen from %1$s where not reversed group by 1) t
                 using (day)
            """;

    /** Out of the totals of the days; {@code matched} counts what was reversed on both sides, too. */
    static final String OUR_TOTALS = """
            update reconciliation set our_count = o.n, our_fen = o.fen, compared_at = ?, state = 'OPEN',
                   matched = o.n + (select count(*) filter (where our_reversed) - count(*) filter (where agreed is not true)
                                    from odd where inside)
            from (select coalesce(sum(our_count), 0) n, coalesce(sum(our_fen), 0) fen
                  from reconciliation_day_total where reconciliation_id = ?) o
            where id = ?
            """;

    /** What was paid back by 退库 before it came to the treasury is not missing there. */
    static final String TREASURY = """
            insert into difference (id, reconciliation_id, division_path, organ, class, voucher_no, payment_id, person_id,
                   our_fen, their_fen, difference_fen)
            select gen_random_uuid(), ?, p.division_path, ?,
                   case when t.id is null then 'NOT_IN_TREASURY' else 'TREASURY_DIFFERS' end,
                   p.voucher_no, p.id, p.person_id, e.fen, coalesce(t.amount_fen, 0), coalesce(t.amount_fen, 0) - e.fen
            from payment p
                 left join (select id, reverses from payment where reverses is not null) r on r.reverses = p.id
                 left join treasury_receipt t on t.payment_id = p.id and t.stage = 'RECEIVED'
                 left join treasury_receipt b on b.payment_id = p.id and b.stage = 'RETURNED'
                 left join (select l.payment_id, sum(l.amount_fen) fen from refund_line l join refund f on f.id = l.refund_id
                            where f.state = 'PAID' and f.channel = 'TAX' group by 1) back on back.payment_id = p.id
                 cross join lateral (select case when r.id is not null then 0
                            when t.id is null then p.amount_fen - coalesce(back.fen, 0) else p.amount_fen end fen) e
            where p.kind = 'NORMAL' and p.organ = ? and p.benefit_year = ? and p.reconciliation_day between ? and ?
              and p.paid_on <= ?
              and (case when r.id is null then e.fen <> 0
                        and (t.id is null or t.amount_fen not in (p.amount_fen, p.amount_fen - coalesce(back.fen, 0)))
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
                select levy_id from unclear where levy_id is not null
                union
                select l.id from levy l
                where l.person_id in (select person_id from unclear where dead) and l.organ = ? and l.benefit_year = ?
                  and l.superseded_by is null and l.state = 'ISSUED' and l.due_fen > 0
                  and not exists (select 1 from payment p where p.person_id = l.person_id and p.benefit_year = l.benefit_year
                                  and p.kind = 'NORMAL' and p.amount_fen > p.refunded_fen
                                  and not exists (select 1 from payment r where r.reverses = p.id)))
            """;

    private ComparisonSql() {}
}
