package jumin.enrollment.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.PersonId;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;

/** 已申请异地参保资助的人: nobody is aided here and elsewhere for one year; whoever enrolls here withdraws the claim first. */
@ApplicationScoped
public class AidedElsewhere {

    private static final String CLAIMED =
            "select distinct person_id from aided_elsewhere(?::uuid[]) where benefit_year = ?";
    private static final String TWICE = """
            select benefit_year from aided_elsewhere(?::uuid[])
            group by benefit_year having count(*) > 1 order by benefit_year
            """;

    private final Sql sql;

    AidedElsewhere(Sql sql) {
        this.sql = sql;
    }

    /**
     * Those of these persons for whom aid elsewhere is claimed or approved for the benefit year; what was claimed under a record that
     * was merged into theirs, at however many removes, is their claim. Whoever asks learns no more than that there is one.
     */
    public Set<PersonId> of(Collection<PersonId> persons, int benefitYear) {
        var ids = persons.stream().map(PersonId::toString).toList();
        return sql.list(CLAIMED, row -> new PersonId(row.getObject(1, UUID.class)), ids, benefitYear).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Years for which more than one of these records, or of those merged into them, has a claim. */
    public List<Integer> twice(Collection<PersonId> persons) {
        var ids = persons.stream().map(PersonId::toString).toList();
        return sql.list(TWICE, row -> row.getInt(1), ids);
    }

    /** @throws ProblemException when aid elsewhere is claimed or approved for this person and year */
    public void refuse(PersonId person, int benefitYear) {
        refuse(Set.of(person), benefitYear);
    }

    /** @throws ProblemException when aid elsewhere is claimed or approved for one of these persons and the year */
    public void refuse(Collection<PersonId> persons, int benefitYear) {
        if (!of(persons, benefitYear).isEmpty()) {
            throw new ProblemException(
                    EnrollmentProblem.ELSEWHERE_AID_CLAIMED,
                    "此人已申请或享受" + benefitYear + "年度异地参保资助，同一年度不能在本地再享受资助；改在本地参保的，先撤回异地参保资助。");
        }
    }
}
