package jumin.enrollment.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;

/** The persons whom the caller may see. */
@ApplicationScoped
public class Persons implements PanacheRepositoryBase<Person, UUID> {

    private static final String HOLDERS = """
            select document.blind_index, survivor_of(person.id, person.merged_into) from identity_document document
            join person on person.id = document.person_id
            where document.area = ? and document.blind_index = any (?) and document.superseded_by is null
            """;

    private final Sql sql;

    Persons(Sql sql) {
        this.sql = sql;
    }

    /** @throws ProblemException when there is no such person in the caller's scope */
    public Person get(PersonId id) {
        return findByIdOptional(id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.PERSON_UNKNOWN, "没有此参保人，或不在您的辖区。"));
    }

    /** For a change: nobody else changes this person meanwhile, and what was read before is read again. */
    public Person forChange(PersonId id) {
        var person = get(id);
        getEntityManager().refresh(person, LockModeType.PESSIMISTIC_WRITE);
        return person;
    }

    /** Those who turned out to be this person. */
    public List<Person> mergedInto(PersonId survivor) {
        return list("mergedInto = ?1 order by id", survivor.value());
    }

    /** Who this person really is: itself, or who stands at the end of its mergers. */
    public Person survivor(PersonId id) {
        var person = get(id);
        while (person.mergedInto().isPresent()) {
            person = get(person.mergedInto().orElseThrow());
        }
        return person;
    }

    /** 仍可办理: a merged person's affairs are those of the person into whom it was merged. */
    public Person unmerged(PersonId id) {
        var person = forChange(id);
        person.mergedInto().map(this::survivor).ifPresent(survivor -> {
            throw new ProblemException(
                    EnrollmentProblem.PERSON_MERGED, "此人已合并到个人编号 " + survivor.personNo() + "，请在该人名下办理；合并有误的，先撤销合并。");
        });
        return person;
    }

    /** Whose number this is, or was: a former document still names its person. */
    public Optional<Person> byIdentity(String area, String blindIndex) {
        return byIdentities(area, List.of(blindIndex)).values().stream().findFirst();
    }

    /** By blind index; a number of a person who was merged names the person into whom. */
    public Map<String, Person> byIdentities(String area, Collection<String> blindIndexes) {
        var holders = new HashMap<String, UUID>();
        if (!blindIndexes.isEmpty()) {
            sql.list(HOLDERS, row -> holders.put(row.getString(1), row.getObject(2, UUID.class)), area, blindIndexes);
        }
        var people = ofIds(
                        holders.values().stream().distinct().map(PersonId::new).toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.<Person>identity()));
        var found = new HashMap<String, Person>();
        holders.forEach((index, holder) ->
                Optional.ofNullable(people.get(new PersonId(holder))).ifPresent(person -> found.put(index, person)));
        return found;
    }

    public List<Person> ofIds(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? List.of()
                : list("id in ?1", ids.stream().map(PersonId::value).toList());
    }

    /** In one order for everybody: what rests on these persons waits for the end of this transaction; so does a merge. */
    public void lock(Collection<PersonId> ids) {
        var merged = sql.list(
                "select merged_into from person where id = any (?::uuid[]) order by id for update",
                row -> Optional.ofNullable(row.getObject(1, UUID.class)),
                ids.stream().map(PersonId::toString).toList());
        if (merged.stream().anyMatch(Optional::isPresent)) {
            throw new ProblemException(EnrollmentProblem.PERSON_MERGED, "其中有人刚刚被合并到另一登记，请重新提交，将按合并后的登记办理。");
        }
    }

    /** The same, of persons some of whom may have been merged since they were named: those who were not. */
    public List<PersonId> lockUnmerged(Collection<PersonId> ids) {
        return sql
                .list(
                        "select case when merged_into is null then id end from person where id = any (?::uuid[])"
                                + " order by id for update",
                        row -> Optional.ofNullable(row.getObject(1, UUID.class)).map(PersonId::new),
                        ids.stream().map(PersonId::toString).toList())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    public List<Person> ofHousehold(HouseholdId household) {
        return list("householdId = ?1 order by id", household.value());
    }
}
