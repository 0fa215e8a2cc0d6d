package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.claims.insured.LateFact;
import jumin.claims.insured.PersonId;
import jumin.platform.sql.Sql;

/** 待核对的人: whoever has decisions and of whom something has become known since. */
@ApplicationScoped
class Suspects {

    private static final int MOST_TRIES = 5;

    private static final String OF_A_PERSON = """
            insert into redo_suspect (person_id, division_path, detected_at)
            select person_id, max(division_path), ? from settlement where person_id = ? group by person_id
            on conflict (person_id) do update set detected_at = excluded.detected_at, tries = 0
            """;

    private static final String OF_AN_AREA = """
            insert into redo_suspect (person_id, division_path, detected_at)
            select person_id, max(division_path), ? from settlement where area = ? and (? = 0 or benefit_year = ?)
            group by person_id
            on conflict (person_id) do update set detected_at = excluded.detected_at, tries = 0
            """;

    private final Sql database;
    private final Clock clock;

    Suspects(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
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
                "select person_id from redo_suspect where tries < ? order by tries, detected_at limit ?"
                        + " for update skip locked",
                row -> new PersonId(row.getObject(1, UUID.class)),
                MOST_TRIES,
                most);
    }

    void cleared(PersonId person) {
        database.update("delete from redo_suspect where person_id = ?", person.value());
    }

    void failed(PersonId person) {
        database.update("update redo_suspect set tries = tries + 1 where person_id = ?", person.value());
    }
}
