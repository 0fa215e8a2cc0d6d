package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 新增参保人: stores persons with their identity documents and publishes them. Part of a registration's transaction. */
@ApplicationScoped
public class AddPersons {

    private final Persons persons;
    private final PersonalData personalData;
    private final Sql sql;
    private final Documents documents;
    private final SearchKeys keys;
    private final PublishPerson publish;
    private final Clock clock;

    AddPersons(
            Persons persons,
            PersonalData personalData,
            Sql sql,
            Documents documents,
            SearchKeys keys,
            PublishPerson publish,
            Clock clock) {
        this.persons = persons;
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
        for (var i = 0; i < wanted.size(); i++) {
            added.add(person(wanted.get(i), numbers.get(i)));
        }
        persons.persist(added);
        persons.flush();
        documents.add(added, LocalDate.now(clock));
        keys.add(added);
        publish.all(added);
        return added;
    }

    private Person person(NewPerson wanted, long number) {
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
        person.recordedAt = OffsetDateTime.now(clock);
        return person;
    }
}
