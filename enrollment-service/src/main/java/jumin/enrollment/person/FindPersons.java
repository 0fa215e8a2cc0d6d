package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Divisions;
import jumin.platform.audit.Audit;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** 人员查询: within the caller's scope; every person seen is in the audit. */
@ApplicationScoped
public class FindPersons {

    private static final int MOST = 50;
    /** Sorts after every character of a name. */
    private static final String BEYOND = "\uDBFF\uDFFF";

    private final Persons persons;
    private final Identities identities;
    private final Divisions divisions;
    private final PersonalData personalData;
    private final CurrentCaller caller;
    private final Audit audit;

    FindPersons(
            Persons persons,
            Identities identities,
            Divisions divisions,
            PersonalData personalData,
            CurrentCaller caller,
            Audit audit) {
        this.persons = persons;
        this.identities = identities;
        this.divisions = divisions;
        this.personalData = personalData;
        this.caller = caller;
        this.audit = audit;
    }

    /** @param more whether more than shown match: ask more narrowly */
    public record PersonsFound(List<PersonLine> items, boolean more, Optional<RegisteredElsewhere> elsewhere) {}

    @Transactional
    public PersonView one(PersonId id) {
        var person = persons.get(id);
        audit.read("person", id, person.divisionPath());
        return PersonView.of(person, divisions.nameAt(person.divisionPath()));
    }

    @Transactional
    public PersonsFound search(PersonSearch search) {
        if (search.isEmpty()) {
            throw ProblemException.field(
                    EnrollmentProblem.SEARCH_EMPTY, "/name", "至少给一项查询条件", "可按证件号码、姓名、个人编号或证件后四位查询");
        }
        var found = matching(search);
        var shown = found.stream().limit(MOST).toList();
        shown.forEach(person -> audit.read("person-search", person.id(), person.divisionPath()));
        return new PersonsFound(
                shown.stream().map(PersonLine::of).toList(), found.size() > MOST, elsewhere(search, found));
    }

    private List<Person> matching(PersonSearch search) {
        var query = new StringBuilder("status <> ?1");
        var values = new ArrayList<Object>(List.of(PersonStatus.WITHDRAWN));
        if (search.idNumber() != null) {
            query.append(" and idBlindIndex = ?").append(values.size() + 1);
            values.add(personalData.blindIndex(IdentityCheck.normalize(search.idNumber())));
        }
        if (search.name() != null) {
            query.append(" and name >= ?").append(values.size() + 1);
            values.add(search.name().strip());
            query.append(" and name < ?").append(values.size() + 1);
            values.add(search.name().strip() + BEYOND);
        }
        if (search.personNo() != null) {
            query.append(" and personNo = ?").append(values.size() + 1);
            values.add(search.personNo().strip());
        }
        if (search.idTail() != null) {
            query.append(" and idTail = ?").append(values.size() + 1);
            values.add(search.idTail().toUpperCase(Locale.ROOT));
        }
        query.append(" order by name, id");
        return persons.find(query.toString(), values.toArray())
                .page(0, MOST + 1)
                .list();
    }

    private Optional<RegisteredElsewhere> elsewhere(PersonSearch search, List<Person> found) {
        if (search.idNumber() == null || !found.isEmpty()) {
            return Optional.empty();
        }
        var from = caller.get().scope().division().from();
        if (from.indexOf('/') < 0) {
            return Optional.empty();
        }
        var blindIndex = personalData.blindIndex(IdentityCheck.normalize(search.idNumber()));
        return Optional.ofNullable(
                identities.elsewhere(Person.areaOf(from), List.of(blindIndex)).get(blindIndex));
    }
}
