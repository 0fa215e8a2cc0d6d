package jumin.claims.redo;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import jumin.claims.insured.LateFact;
import jumin.claims.insured.PersonId;
import jumin.claims.provider.ProviderChanged;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
            select person_id, max(division_path), ? from settlement where area = ? and (? = 0 or benefit_year >= ?)
            group by person_id
            """ + AGAIN;

    private static final String LOOK_AGAIN_LATER = """
            insert into redo_second_look (person_id, area, benefit_year, settled_since, due_at)
            values (?::uuid, ?, ?, ?, clock_timestamp() + make_interval(secs => ?))
            """;

    /** 在途的结算: a bill that was read before a fact was known and is written after it was not there yet when the fact was noted. */
    private static final String SETTLED_SINCE = """
            with due as (
                delete from redo_second_look where id in
                    (select id from redo_second_look where due_at <= clock_timestamp() order by due_at limit 1000 for update skip locked)
                returning person_id, area, benefit_year, settled_since),
            settled as (
                select s.person_id, s.division_path from due d join settlement s on s.person_id = d.person_id and s.recorded_at >= d.settled_since
                union all
                select s.person_id, s.division_path from due d join settlement s on s.area = d.area and s.recorded_at >= d.settled_since
                where d.benefit_year = 0 or s.benefit_year >= d.benefit_year)
            insert into redo_suspect (person_id, division_path, detected_at)
            select person_id, max(division_path), ? from settled group by person_id
            """ + AGAIN;

    private static final String PUT_OFF = """
            update redo_suspect set tries = tries + 1,
                next_try_at = clock_timestamp() + least(interval '5 seconds' * 2 ^ least(tries, 10), interval '1 hour')
            where person_id = ?
            """;

    /** Whoever was treated at a provider from a day on, as far as anything was decided; once more for what was on its way. */
    private static final String OF_A_PROVIDER = """
            with looked as (
                select provider, since, again_at from redo_provider where again_at is null or again_at <= clock_timestamp()
                order by detected_at limit 1 for update skip locked),
            again as (
                update redo_provider p set again_at = clock_timestamp() + make_interval(secs => ?) from looked l
                where p.provider = l.provider and p.since = l.since and l.again_at is null),
            done as (
                delete from redo_provider p using looked l
                where p.provider = l.provider and p.since = l.since and l.again_at is not null),
            treated as (
                select s.person_id, s.division_path from looked l join settlement s on s.provider = l.provider and s.settled_on >= l.since
                union all
                select c.person_id, c.division_path from looked l join paid_care c on c.care_provider = l.provider and c.discharge >= l.since)
            insert into redo_suspect (person_id, division_path, detected_at)
            select person_id, max(division_path), ? from treated group by person_id
            """ + AGAIN;

    private final Sql database;
    private final Clock clock;
    private final long secondLookAfter;
    private final AtomicLong unchecked;

    Suspects(
            Sql database,
            Clock clock,
            @ConfigProperty(name = "jumin.claims.redo.second-look-after") Duration secondLookAfter,
            MeterRegistry metrics) {
        this.secondLookAfter = secondLookAfter.toSeconds();
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
        var ofAll = fact.person().isEmpty();
        database.update(
                LOOK_AGAIN_LATER,
                fact.person().map(PersonId::value),
                Optional.of(fact.area()).filter(area -> ofAll),
                Optional.of(fact.benefitYear()).filter(year -> ofAll),
                now.minusSeconds(secondLookAfter),
                secondLookAfter);
    }

    /** Whoever changes a provider may not see its patients: they are looked for by the watch. */
    void note(@Observes ProviderChanged change) {
        database.update(
                "insert into redo_provider (provider, since, detected_at) values (?, ?, ?)"
                        + " on conflict (provider, since) do update set detected_at = excluded.detected_at, again_at = null",
                change.provider(),
                change.since(),
                OffsetDateTime.now(clock));
    }

    /** Of one provider that has changed, if there is one. */
    void noteTreated() {
        database.update(OF_A_PROVIDER, secondLookAfter, OffsetDateTime.now(clock));
    }

    /** Of those whom a fact concerned a while ago, who has been settled since. */
    void noteAgain() {
        database.update(SETTLED_SINCE, OffsetDateTime.now(clock));
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
