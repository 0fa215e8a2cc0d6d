package jumin.contribution.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
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
        if (posting.amount().isZero()) {
            return;
        }
        var whose = posting.whose();
        database.update(
                """
                insert into posting (area, division_path, organ, person_id, benefit_year, account_from, account_to,
                       amount_fen, reason, ref, occurred_on, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                whose.area(),
                whose.divisionPath(),
                whose.organ(),
                whose.personId(),
                whose.benefitYear(),
                posting.from().name(),
                posting.to().name(),
                posting.amount().fen(),
                posting.reason(),
                posting.ref(),
                posting.occurredOn(),
                OffsetDateTime.now(clock));
    }

    /** Reverses every posting between two accounts that a cause brought and that is not reversed yet. */
    public void reverse(UUID ref, Account from, Account to, LocalDate on) {
        database.update("""
                insert into posting (area, division_path, organ, person_id, benefit_year, account_from, account_to,
                       amount_fen, reason, ref, reverses, occurred_on, recorded_at)
                select area, division_path, organ, person_id, benefit_year, account_to, account_from, amount_fen,
                       'REVERSAL', ref, id, ?, ?
                from posting p where ref = ? and account_from = ? and account_to = ? and reverses is null
                  and not exists (select 1 from posting r where r.reverses = p.id)
                """, on, OffsetDateTime.now(clock), ref, from.name(), to.name());
    }
}
