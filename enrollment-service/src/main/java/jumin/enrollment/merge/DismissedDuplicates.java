package jumin.enrollment.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonLine;
import jumin.enrollment.person.Persons;
import jumin.platform.audit.Audit;
import jumin.platform.sql.Sql;

/** 已认定不是同一人的: so that a wrong click is found and taken back. Pairs of which the caller sees both. */
@ApplicationScoped
public class DismissedDuplicates {

    private static final String STANDING = """
            from duplicate_dismissal d join person one on one.id = d.one_id join person other on other.id = d.other_id
            where d.revoked_at is null
            """;

    private final Sql sql;
    private final Persons persons;
    private final Audit audit;

    DismissedDuplicates(Sql sql, Persons persons, Audit audit) {
        this.sql = sql;
        this.persons = persons;
        this.audit = audit;
    }

    private record Dismissal(PersonId one, PersonId other, String reason, String by, OffsetDateTime at) {}

    /** The latest first. */
    @Transactional
    public Page<DuplicateView.Dismissed> page(int page, int size) {
        var found = sql.list(
                "select d.one_id, d.other_id, d.reason, d.actor, d.recorded_at " + STANDING
                        + " order by d.recorded_at desc, d.one_id, d.other_id limit ? offset ?",
                row -> new Dismissal(
                        new PersonId(row.getObject(1, UUID.class)),
                        new PersonId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)),
                size,
                (page - 1) * size);
        var people =
                persons
                        .ofIds(found.stream()
                                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Person::id, Function.<Person>identity()));
        audit.readAll(
                "duplicates",
                people.values().stream()
                        .map(person -> new Audit.Subject(person.id(), person.divisionPath()))
                        .toList());
        return new Page<>(
                found.stream()
                        .map(pair -> new DuplicateView.Dismissed(
                                PersonLine.of(people.get(pair.one())),
                                PersonLine.of(people.get(pair.other())),
                                pair.reason(),
                                pair.by(),
                                pair.at()))
                        .toList(),
                page,
                size,
                sql.count("select count(*) " + STANDING));
    }
}
