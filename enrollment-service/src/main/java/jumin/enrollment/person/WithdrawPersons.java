package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jumin.platform.audit.Audit;
import jumin.platform.sql.Sql;

/** 登记撤回: persons that were made known by mistake, while nothing rests on them. Their number is free again. */
@ApplicationScoped
public class WithdrawPersons {

    private static final String UNUSED = """
            select id from person where id = any (?::uuid[]) and status = 'ACTIVE'
              and not exists (select 1 from enrollment
                              where enrollment.person_id = person.id and enrollment.state = 'ENROLLED')
              and not exists (select 1 from recognition
                              where recognition.person_id = person.id and recognition.superseded_by is null)
            order by id
            """;

    private final Persons persons;
    private final Sql sql;
    private final PublishPerson publish;
    private final Audit audit;
    private final Clock clock;

    WithdrawPersons(Persons persons, Sql sql, PublishPerson publish, Audit audit, Clock clock) {
        this.persons = persons;
        this.sql = sql;
        this.publish = publish;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that were withdrawn; the others have something that rests on them. */
    public List<PersonId> run(Collection<PersonId> wanted, UUID by) {
        var unused = sql.list(
                UNUSED,
                row -> new PersonId(row.getObject(1, UUID.class)),
                wanted.stream().map(PersonId::toString).toList());
        var texts = unused.stream().map(PersonId::toString).toList();
        for (var table : List.of("identity_document", "household_member")) {
            sql.update(
                    "update " + table + " set superseded_by = ?, superseded_at = ? where person_id = any (?::uuid[])"
                            + " and superseded_by is null",
                    by,
                    OffsetDateTime.now(clock),
                    texts);
        }
        var withdrawn = persons.ofIds(unused);
        withdrawn.forEach(person -> {
            person.status = PersonStatus.WITHDRAWN;
            person.householdId = null;
        });
        persons.flush();
        publish.all(withdrawn);
        audit.changedAll(
                "person",
                withdrawn.stream()
                        .map(person -> new Audit.Subject(person.id(), person.divisionPath()))
                        .toList(),
                "withdrawn");
        return unused;
    }
}
