package jumin.claims.redo;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import jumin.claims.insured.LateFact;
import jumin.claims.insured.PersonId;
import jumin.platform.sql.Sql;

/**
 * 待核对的人: whoever has decisions and of whom something has become known since. Who could not be checked is tried again after
 * pauses of 5 seconds to an hour, by the machine's clock, for as long as it takes; {@code jumin_redo_unchecked} counts them.
 */
@ApplicationScoped
class Suspects {

    private static final String AGAIN =
            " on conflict (person_id) do update set detected_at = excluded.detected_at, tries = 0,"
                    + " next_try_at = clock_timestamp()";

    private static final String OF_A_PERSON = """
            insert into redo_suspect (person_id, division_path, detected_at)
            select person_id, max(division_path), ? from settlement where person_id = ? group by person_id
            """ + AGAIN;

    private static final String OF_AN_AREA = """
            insert into redo_suspect (person_id, division_path, detected_at)
            select person_id, max(division_path), ? from settlement where area = ? and (? = 0 or benefit_year = ?)
            group by person_id
            """ + AGAIN;

    private static final String PUT_OFF = """
            update redo_suspect set tries = tries + 1,
                next_try_at = clock_timestamp() + least(interval '5 seconds' * 2 ^ least(tries, 10), interval '1 hour')
            where person_id = ?
            """;

    private final Sql database;
    private final Clock clock;
    private final AtomicLong unchecked;

    Suspects(Sql database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.unchecked = metrics.gauge("jumin.redo.unchecked", new AtomicLong());
    }

    /** In the transaction that learns the fact. */
    void note(@Observes LateFact fact) {
        var now = OffsetDateTime.now(clock);
        fact.person()
                .ifPresentOrElse(
                        person -> database.update(OF_A_PERSON, now, person.value()),
                        () -> database.update(OF_AN_AREA, now, fact.area(), fact.benefitYear(), fact.benefitYear()));
    }

    List<PersonId> next(int most) {
        return database.list(
                "select person_id from redo_suspect where next_try_at <= clock_timestamp()"
                        + " order by tries, detected_at limit ? for update skip locked",
                row -> new PersonId(row.getObject(1, UUID.class)),
                most);
    }

    void cleared(PersonId person) {
        database.update("delete from redo_suspect where person_id = ?", person.value());
        count();
    }

    void failed(PersonId person) {
        database.update(PUT_OFF, person.value());
        count();
    }

    private void count() {
        unchecked.set(database.count("select count(*) from redo_suspect where tries > 0"));
    }
}
