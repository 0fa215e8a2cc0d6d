package jumin.contribution.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;

/** 账簿: postings are only ever added; a mistake is reversed. */
@ApplicationScoped
public class Ledger {

    private final Sql database;
    private final Clock clock;

    Ledger(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds a posting; an amount of nothing moves nothing. */
    public void post(Posting posting) {
        post(List.of(posting));
    }

    /** Adds postings in the order given; amounts of nothing move nothing. */
    public void post(List<Posting> postings) {
        var moving =
                postings.stream().filter(posting -> !posting.amount().isZero()).toList();
        if (moving.isEmpty()) {
            return;
        }
        var now = OffsetDateTime.now(clock);
        database.update(
                """
                insert into posting (area, division_path, organ, person_id, benefit_year, account_from, account_to,
                       amount_fen, reason, ref, occurred_on, recorded_at, book)
                select area, division_path, organ, person_id, benefit_year, account_from, account_to, amount_fen, reason,
                       ref, occurred_on, recorded_at, case when beside is not null then jumin_book_of(beside) end
                from unnest(?::text[], ?::text[], ?::text[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::bigint[],
                       ?::text[], ?::uuid[], ?::date[], ?::timestamptz[], ?::uuid[])
                     given (area, division_path, organ, person_id, benefit_year, account_from, account_to, amount_fen,
                       reason, ref, occurred_on, recorded_at, beside)
                """,
                Columns.of(moving)
                        .with("text", posting -> posting.whose().area())
                        .with("text", posting -> posting.whose().divisionPath())
                        .with("text", posting -> posting.whose().organ())
                        .with("uuid", posting -> posting.whose().personId())
                        .with("int4", posting -> posting.whose().benefitYear())
                        .with("text", Posting::from)
                        .with("text", Posting::to)
                        .with("int8", posting -> posting.amount().fen())
                        .with("text", Posting::reason)
                        .with("uuid", Posting::ref)
                        .with("date", Posting::occurredOn)
                        .with("timestamptz", posting -> now)
                        .with("uuid", Posting::beside)
                        .values());
    }

    /** Reverses every posting between two accounts that a cause brought and that is not reversed yet. */
    public void reverse(UUID ref, Account from, Account to, LocalDate on) {
        reverse(List.of(ref), from, to, on);
    }

    public void reverse(List<UUID> refs, Account from, Account to, LocalDate on) {
        if (refs.isEmpty()) {
            return;
        }
        database.update("""
                insert into posting (area, division_path, organ, person_id, benefit_year, account_from, account_to,
                       amount_fen, reason, ref, reverses, occurred_on, recorded_at)
                select area, division_path, organ, person_id, benefit_year, account_to, account_from, amount_fen,
                       'REVERSAL', ref, id, ?, ?
                from posting p where ref = any(?) and account_from = ? and account_to = ? and reverses is null
                  and not exists (select 1 from posting r where r.reverses = p.id)
                """, on, OffsetDateTime.now(clock), refs, from.name(), to.name());
    }

    /** Reverses the latest posting that a cause brought for a reason and that is not reversed yet. */
    public void reverseLatest(UUID ref, String reason, LocalDate on) {
        database.update("""
                insert into posting (area, division_path, organ, person_id, benefit_year, account_from, account_to,
                       amount_fen, reason, ref, reverses, occurred_on, recorded_at)
                select area, division_path, organ, person_id, benefit_year, account_to, account_from, amount_fen,
                       'REVERSAL', ref, id, ?, ?
                from posting p where ref = ? and reason = ? and reverses is null
                  and not exists (select 1 from posting r where r.reverses = p.id)
                order by id desc limit 1
                """, on, OffsetDateTime.now(clock), ref, reason);
    }
}
