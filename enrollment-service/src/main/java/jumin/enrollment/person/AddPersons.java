package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/**
 * 新增参保人: stores persons with their identity documents and publishes them. Part of a registration's transaction.
 * One statement per table however many they are; what is given back is not watched by the mapper.
 */
@ApplicationScoped
public class AddPersons {

    private static final String ADD = """
            insert into person (id, person_no, area, division_path, school, household_id, name, name_raw, sex, birth_date,
                                id_type, id_sealed, id_blind_index, id_masked, id_tail, phone_sealed, phone_blind_index,
                                phone_masked, phone_tail, status, version, recorded_at)
            select added.*, 'ACTIVE', 0, ? from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[],
                ?::text[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[]) as added
            """;

    private final PersonalData personalData;
    private final Sql sql;
    private final Documents documents;
    private final SearchKeys keys;
    private final PublishPerson publish;
    private final Clock clock;

    AddPersons(
            PersonalData personalData,
            Sql sql,
            Documents documents,
            SearchKeys keys,
            PublishPerson publish,
            Clock clock) {
        this.personalData = personalData;
        this.sql = sql;
        this.documents = documents;
        this.keys = keys;
        this.publish = publish;
        this.clock = clock;
    }

    /** A person to add, and where it lives. */
    public record NewPerson(PersonFacts facts, String divisionPath, HouseholdId household) {}

    /** In the order given. */
    public List<Person> run(List<NewPerson> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var numbers = sql.list(
                "select nextval('person_number') from generate_series(1, ?)", row -> row.getLong(1), wanted.size());
        var added = new ArrayList<Person>();
        var now = OffsetDateTime.now(clock);
        for (var i = 0; i < wanted.size(); i++) {
            added.add(person(wanted.get(i), numbers.get(i), now));
        }
        store(added, now);
        documents.add(added, LocalDate.now(clock), now);
        keys.add(added);
        publish.all(added);
        return added;
    }

    private void store(List<Person> added, OffsetDateTime now) {
        var columns = Columns.of(added)
                .with("uuid", person -> person.id)
                .with("text", person -> person.personNo)
                .with("text", person -> person.area)
                .with("text", person -> person.divisionPath)
                .with("text", person -> person.school)
                .with("uuid", person -> person.householdId)
                .with("text", person -> person.name)
                .with("text", person -> person.nameRaw)
                .with("text", person -> person.sex)
                .with("date", person -> person.birthDate)
                .with("text", person -> person.idType)
                .with("text", person -> person.idSealed)
                .with("text", person -> person.idBlindIndex)
                .with("text", person -> person.idMasked)
                .with("text", person -> person.idTail)
                .with("text", person -> person.phoneSealed)
                .with("text", person -> person.phoneBlindIndex)
                .with("text", person -> person.phoneMasked)
                .with("text", person -> person.phoneTail);
        sql.update(ADD, columns.after(now));
    }

    private Person person(NewPerson wanted, long number, OffsetDateTime now) {
        var facts = wanted.facts();
        var person = new Person();
        person.id = TimeOrderedId.next();
        person.area = Person.areaOf(wanted.divisionPath());
        person.personNo = "P%s%010d".formatted(person.area, number);
        person.divisionPath = wanted.divisionPath();
        person.householdId = wanted.household().value();
        person.identify(facts, personalData);
        person.describe(facts, personalData);
        person.status = PersonStatus.ACTIVE;
        person.recordedAt = now;
        return person;
    }
}
