package jumin.enrollment.move;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.household.Households;
import jumin.enrollment.household.Memberships;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.PersonId;
import jumin.platform.problem.ProblemException;

/** 申请后又有人入户: who stays without a head is named by the place that proposed; the place that accepts cannot. */
@ApplicationScoped
class JoinedMeanwhile {

    private final Households households;
    private final Memberships memberships;

    JoinedMeanwhile(Households households, Memberships memberships) {
        this.households = households;
        this.memberships = memberships;
    }

    /** @throws ProblemException when a family would be left without a head by those who go */
    void refuse(List<PersonId> going) {
        going.stream()
                .flatMap(person -> memberships.of(person).stream())
                .map(Memberships.Open::household)
                .distinct()
                .filter(household -> leftHeadless(household, going))
                .findFirst()
                .ifPresent(household -> {
                    throw new ProblemException(
                            EnrollmentProblem.MEMBERS_DIFFER, "申请之后户内有人加入，户主迁走后留下的人没有户主；请迁出地撤回后重新提出。");
                });
    }

    private boolean leftHeadless(HouseholdId household, List<PersonId> going) {
        var staying = memberships.of(household).stream()
                .filter(member -> !going.contains(member.person()))
                .toList();
        return !staying.isEmpty()
                && !households.get(household).collective()
                && staying.stream().noneMatch(member -> member.relation() == Relation.HEAD);
    }
}
