package jumin.enrollment.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.problem.ProblemException;

/** The persons whom the caller may see. */
@ApplicationScoped
public class Persons implements PanacheRepositoryBase<Person, UUID> {

    /** @throws ProblemException when there is no such person in the caller's scope */
    public Person get(PersonId id) {
        return findByIdOptional(id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.PERSON_UNKNOWN, "没有此参保人，或不在您的辖区。"));
    }

    public Optional<Person> byIdentity(String area, String blindIndex) {
        return find("area = ?1 and idBlindIndex = ?2 and status <> ?3", area, blindIndex, PersonStatus.WITHDRAWN)
                .firstResultOptional();
    }

    public List<Person> byIdentities(String area, Collection<String> blindIndexes) {
        return blindIndexes.isEmpty()
                ? List.of()
                : list("area = ?1 and idBlindIndex in ?2 and status <> ?3", area, blindIndexes, PersonStatus.WITHDRAWN);
    }

    public List<Person> ofIds(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? List.of()
                : list("id in ?1", ids.stream().map(PersonId::value).toList());
    }

    /** In one order for everybody: what rests on these persons waits for the end of this transaction. */
    public void lock(Collection<PersonId> ids) {
        getEntityManager()
                .createNativeQuery("select id from person where id = any (cast(:ids as uuid[])) order by id for update")
                .setParameter("ids", ids.stream().map(PersonId::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
    }

    public List<Person> ofHousehold(HouseholdId household) {
        return list("householdId = ?1 order by id", household.value());
    }
}
