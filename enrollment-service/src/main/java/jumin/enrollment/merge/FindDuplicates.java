package jumin.enrollment.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.enrollment.person.IdType;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonLine;
import jumin.enrollment.person.Persons;
import jumin.platform.audit.Audit;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** 查找疑似重复登记: one number is one person by constraint; the same name born the same day may be. Within the caller's division. */
@ApplicationScoped
public class FindDuplicates {

    /** The likely ones first: behind hundreds of mere namesakes nobody would find them. */
    private static final String PAIRS = """
            select one.id, other.id from person one
            join person other on other.name = one.name and other.birth_date = one.birth_date and other.sex = one.sex
                 and other.area = one.area and other.id > one.id
            where one.status = 'ACTIVE' and other.status = 'ACTIVE'
              and not exists (select 1 from duplicate_dismissal d where d.one_id = one.id and d.other_id = other.id
                              and d.revoked_at is null)
            order by (one.id_type = 'BIRTH_CERTIFICATE') <> (other.id_type = 'BIRTH_CERTIFICATE') desc,
                     coalesce(one.household_id = other.household_id, false) desc, one.id, other.id
            limit ? offset ?
            """;

    private final Sql sql;
    private final Persons persons;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    FindDuplicates(Sql sql, Persons persons, CurrentCaller caller, Audit audit, Clock clock) {
        this.sql = sql;
        this.persons = persons;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    private record Pair(PersonId one, PersonId other) {}

    @Transactional
    public DuplicateView.Found run(int page, int size) {
        var pairs = sql.list(
                PAIRS,
                row -> new Pair(new PersonId(row.getObject(1, UUID.class)), new PersonId(row.getObject(2, UUID.class))),
                size + 1,
                (page - 1) * size);
        var shown = pairs.stream().limit(size).toList();
        var people =
                persons
                        .ofIds(shown.stream()
                                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Person::id, Function.<Person>identity()));
        people.values().forEach(person -> audit.read("duplicates", person.id(), person.divisionPath()));
        return new DuplicateView.Found(
                shown.stream()
                        .map(pair -> view(people.get(pair.one()), people.get(pair.other())))
                        .toList(),
                pairs.size() > size);
    }

    /** A birth certificate beside a number, or one household: hardly a coincidence. */
    private static DuplicateView view(Person one, Person other) {
        var certificate = Stream.of(one, other)
                        .filter(person -> person.idType() == IdType.BIRTH_CERTIFICATE)
                        .count()
                == 1;
        var together = one.household().isPresent() && one.household().equals(other.household());
        var why = "姓名、出生日期、性别相同" + (certificate ? "，一条是出生证登记" : "") + (together ? "，在同一户" : "");
        return new DuplicateView(
                PersonLine.of(one), PersonLine.of(other), why, certificate || together ? "HIGH" : "LOW");
    }

    /** Not the same person: the pair is not shown again. */
    @Transactional
    public void dismiss(MergeSubmission.Dismissal dismissal) {
        var pair = ordered(dismissal);
        if (dismissal.oneId().equals(dismissal.otherId())) {
            return;
        }
        sql.update(
                """
                insert into duplicate_dismissal (one_id, other_id, division_path, reason, actor, recorded_at)
                values (?, ?, ?, ?, ?, ?) on conflict (one_id, other_id) do update set reason = excluded.reason,
                    actor = excluded.actor, recorded_at = excluded.recorded_at, revoked_at = null, revoked_by = '',
                    revoke_reason = '' where duplicate_dismissal.revoked_at is not null
                """,
                pair.getFirst().id().value(),
                pair.getLast().id().value(),
                pair.getFirst().divisionPath(),
                dismissal.reason(),
                caller.get().id(),
                OffsetDateTime.now(clock));
        said(pair, "认定不是重复登记");
    }

    /** 撤回: they may be the same person after all; the pair is shown again. False when it was not dismissed. */
    @Transactional
    public boolean revoke(MergeSubmission.Dismissal dismissal) {
        var pair = ordered(dismissal);
        var revoked = sql.update(
                        """
                        update duplicate_dismissal set revoked_at = ?, revoked_by = ?, revoke_reason = ?
                        where one_id = ? and other_id = ? and revoked_at is null
                        """,
                        OffsetDateTime.now(clock),
                        caller.get().id(),
                        dismissal.reason(),
                        pair.getFirst().id().value(),
                        pair.getLast().id().value())
                == 1;
        if (revoked) {
            said(pair, "撤回“不是同一人”的结论");
        }
        return revoked;
    }

    private List<Person> ordered(MergeSubmission.Dismissal dismissal) {
        return Stream.of(persons.get(dismissal.oneId()), persons.get(dismissal.otherId()))
                .sorted(java.util.Comparator.comparing(person -> person.id().toString()))
                .toList();
    }

    private void said(List<Person> pair, String what) {
        pair.forEach(person -> audit.changed("duplicates", person.id(), person.divisionPath(), what));
    }
}
