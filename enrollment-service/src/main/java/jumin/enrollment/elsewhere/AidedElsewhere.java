package jumin.enrollment.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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

    private final Sql sql;

    AidedElsewhere(Sql sql) {
        this.sql = sql;
    }

    /** Those of these persons for whom aid elsewhere is claimed or approved for the benefit year. */
    public Set<PersonId> of(Collection<PersonId> persons, int benefitYear) {
        return sql
                .list(
                        "select person_id from elsewhere_aid where person_id = any (?::uuid[]) and benefit_year = ?"
                                + " and state in ('CLAIMED', 'APPROVED')",
                        row -> new PersonId(row.getObject(1, UUID.class)),
                        persons.stream().map(PersonId::toString).toList(),
                        benefitYear)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws ProblemException when aid elsewhere is claimed or approved for this person and year */
    public void refuse(PersonId person, int benefitYear) {
        if (!of(Set.of(person), benefitYear).isEmpty()) {
            throw new ProblemException(
                    EnrollmentProblem.ELSEWHERE_AID_CLAIMED,
                    "此人已申请或享受" + benefitYear + "年度异地参保资助，同一年度不能在本地再享受资助；改在本地参保的，先撤回异地参保资助。");
        }
    }
}
