package jumin.contribution.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import jumin.platform.sql.Sql;

/**
 * 县区往来: what is asked of a person stands in the book of the county where the person lives now, whereas a payment stays in the book
 * in which it came in. Whatever a receivable comes to in another book of the city is moved home by two postings, one in each book,
 * against the account of clearing. There a balance above zero is owed to the county by the others, one below zero it owes to them.
 */
@ApplicationScoped
public class CountyClearing {

    private final Sql database;
    private final Clock clock;

    CountyClearing(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A pure consequence of the postings: where everything is at home already, nothing is posted. Call it under the lock of the
     * persons' years.
     *
     * @param levies the levy in force of each person; it is what both postings name
     */
    public void clear(Map<UUID, UUID> levies, int benefitYear) {
        if (levies.isEmpty()) {
            return;
        }
        var persons = new ArrayList<>(levies.keySet());
        var refs = persons.stream().map(levies::get).toList();
        database.update(
                """
                insert into posting (area, division_path, organ, person_id, benefit_year, account_from, account_to,
                       amount_fen, reason, ref, occurred_on, recorded_at, book)
                select e.area, e.division_path, '-', e.person_id, ?,
                       case when takes_off then 'RECEIVABLE' else 'COUNTY_CLEARING' end,
                       case when takes_off then 'COUNTY_CLEARING' else 'RECEIVABLE' end,
                       abs(e.fen), 'COUNTY_CLEARING', levy.ref, ?, ?, side.book
                from jumin_receivable_elsewhere(?::uuid[], ?) e
                     join unnest(?::uuid[], ?::uuid[]) levy (person_id, ref) on levy.person_id = e.person_id
                     cross join lateral (values (e.book, e.fen > 0), (e.home, e.fen < 0)) side (book, takes_off)
                """, benefitYear, LocalDate.now(clock), OffsetDateTime.now(clock), persons, benefitYear, persons, refs);
    }
}
