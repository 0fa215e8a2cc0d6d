package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jumin.platform.audit.Audit;
import jumin.platform.sql.Sql;

/**
 * 登记撤回: persons that were made known by mistake, while nothing rests on them and nothing else happened to them. Their number
 * is free again, their memberships are superseded, and a household that nobody else lives in is withdrawn with them.
 */
@ApplicationScoped
public class WithdrawPersons {

    private static final String UNUSED = """
            select id from person where id = any (?::uuid[]) and status = 'ACTIVE'
              and not exists (select 1 from enrollment
                              where enrollment.person_id = person.id and enrollment.state = 'ENROLLED')
              and not exists (select 1 from recognition
                              where recognition.person_id = person.id and recognition.superseded_by is null)
              and not exists (select 1 from enrollment
                              where enrollment.person_id = person.id and enrollment.state = 'TERMINATED')
              and not exists (select 1 from record_version where record_version.subject = person.id)
              and not exists (select 1 from absence
                              where absence.person_id = person.id and absence.superseded_by is null)
              and not exists (select 1 from person_transfer
                              where person_transfer.person_id = person.id and person_transfer.state not in ('REFUSED', 'WITHDRAWN'))
              and not exists (select 1 from person_merge
                              where person_merge.survivor_id = person.id and person_merge.undone_at is null)
              and not exists (select 1 from person_ending
                              where person_ending.person_id = person.id and person_ending.undone_at is null)
            order by id
            """;

    /** Nobody lives there, and nobody did but by what was taken back. */
    private static final String EMPTY_HOUSEHOLDS = """
            update household set withdrawn_at = ?, version = version + 1
            where id = any (?::uuid[]) and withdrawn_at is null
              and not exists (select 1 from household_member
                              where household_member.household_id = household.id
                                and household_member.superseded_by is null)
              and not exists (select 1 from person where person.household_id = household.id)
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
        var left = withdrawn.stream()
                .flatMap(person -> person.household().stream())
                .map(HouseholdId::toString)
                .distinct()
                .toList();
        withdrawn.forEach(person -> {
            person.status = PersonStatus.WITHDRAWN;
            person.householdId = null;
        });
        persons.flush();
        sql.update(EMPTY_HOUSEHOLDS, OffsetDateTime.now(clock), left);
        publish.all(withdrawn);
        audit.changedAll(
                "person",
                withdrawn.stream()
                        .map(person -> new Audit.Subject(person.id(), person.divisionPath()))
                        .toList(),
                "撤回人员登记");
        return unused;
    }
}
