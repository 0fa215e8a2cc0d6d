package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Divisions;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** 人员查询: within the caller's scope; every person seen is in the audit. */
@ApplicationScoped
public class FindPersons {

    private static final int MOST = 50;

    private final Persons persons;
    private final Identities identities;
    private final Divisions divisions;
    private final PersonalData personalData;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Sql sql;

    FindPersons(
            Persons persons,
            Identities identities,
            Divisions divisions,
            PersonalData personalData,
            CurrentCaller caller,
            Audit audit,
            Sql sql) {
        this.persons = persons;
        this.identities = identities;
        this.divisions = divisions;
        this.personalData = personalData;
        this.caller = caller;
        this.audit = audit;
        this.sql = sql;
    }

    /** @param more whether more than shown match: ask more narrowly */
    public record PersonsFound(List<PersonLine> items, boolean more, Optional<RegisteredElsewhere> elsewhere) {}

    @Transactional
    public PersonView one(PersonId id) {
        var person = persons.get(id);
        audit.read("person", id, person.divisionPath());
        return PersonView.of(person, divisions.nameAt(person.divisionPath()));
    }

    /** No transaction: the scope rides with the one statement, which commits by itself. */
    public PersonsFound search(PersonSearch search) {
        if (search.isEmpty()) {
            throw ProblemException.field(
                    EnrollmentProblem.SEARCH_EMPTY, "/name", "至少给一项查询条件", "可按证件号码、姓名、拼音首字母、个人编号、证件或手机号后四位查询");
        }
        var found = matching(search);
        var shown = found.stream().limit(MOST).toList();
        return new PersonsFound(shown, found.size() > MOST, elsewhere(search, found));
    }

    private List<PersonLine> matching(PersonSearch search) {
        var blindIndex =
                search.idNumber() == null ? "" : personalData.blindIndex(IdentityCheck.normalize(search.idNumber()));
        var query = PersonQuery.of(search, area(), blindIndex, MOST).trailed(audit.reading("person-search"), MOST);
        return sql.alone(() -> sql.list(
                query.sql(),
                row -> new PersonLine(
                        new PersonId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        Masked.name(row.getString(3)),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        Sex.valueOf(row.getString(6)),
                        row.getString(7)),
                query.values().toArray()));
    }

    /** Empty for who sees more than one. */
    private String area() {
        var from = caller.get().scope().division().from();
        return from.indexOf('/') < 0 ? "" : Person.areaOf(from);
    }

    private Optional<RegisteredElsewhere> elsewhere(PersonSearch search, List<PersonLine> found) {
        if (search.idNumber() == null || !found.isEmpty()) {
            return Optional.empty();
        }
        if (area().isEmpty()) {
            return Optional.empty();
        }
        var blindIndex = personalData.blindIndex(IdentityCheck.normalize(search.idNumber()));
        return Optional.ofNullable(
                identities.elsewhere(area(), List.of(blindIndex)).get(blindIndex));
    }
}
