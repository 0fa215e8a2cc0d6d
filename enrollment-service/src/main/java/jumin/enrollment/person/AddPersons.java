package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import jumin.platform.feed.Feed;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 新增参保人: stores persons with their identity documents and publishes them. Part of a registration's transaction. */
@ApplicationScoped
public class AddPersons {

    private static final String ADD_DOCUMENT = """
            insert into identity_document (id, person_id, area, division_path, school, type, sealed, blind_index, masked,
                                           valid_from, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Persons persons;
    private final PersonalData personalData;
    private final Sql sql;
    private final Feed feed;
    private final Clock clock;

    AddPersons(Persons persons, PersonalData personalData, Sql sql, Feed feed, Clock clock) {
        this.persons = persons;
        this.personalData = personalData;
        this.sql = sql;
        this.feed = feed;
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
        sql.updateAll(ADD_DOCUMENT, added.stream().map(this::document).toList());
        feed.publishAll(
                "person",
                added.stream()
                        .map(person -> new Feed.Publication(person.id().toString(), PersonPublished.of(person)))
                        .toList());
        return added;
    }

    private Person person(NewPerson wanted, long number) {
        var facts = wanted.facts();
        var person = new Person();
        person.id = TimeOrderedId.next();
        person.area = Person.areaOf(wanted.divisionPath());
        person.personNo = "P%s%010d".formatted(person.area, number);
        person.divisionPath = wanted.divisionPath();
        person.school = facts.school();
        person.householdId = wanted.household().value();
        person.name = facts.name();
        person.nameRaw = facts.nameRaw();
        person.sex = facts.sex();
        person.birthDate = facts.birthDate();
        person.idType = facts.identity().type();
        person.idSealed = personalData.seal(facts.identity().number());
        person.idBlindIndex = personalData.blindIndex(facts.identity().number());
        person.idMasked = facts.identity().masked();
        person.idTail = facts.identity().tail();
        var phone = facts.phone();
        person.phoneSealed = phone.isEmpty() ? "" : personalData.seal(phone);
        person.phoneBlindIndex = phone.isEmpty() ? "" : personalData.blindIndex(phone);
        person.phoneMasked = phone.isEmpty() ? "" : Masked.phone(phone);
        person.status = PersonStatus.ACTIVE;
        person.recordedAt = OffsetDateTime.now(clock);
        return person;
    }

    private Object[] document(Person person) {
        return new Object[] {
            TimeOrderedId.next(),
            person.id,
            person.area,
            person.divisionPath,
            person.school,
            person.idType.name(),
            person.idSealed,
            person.idBlindIndex,
            person.idMasked,
            LocalDate.now(clock),
            person.recordedAt
        };
    }
}
