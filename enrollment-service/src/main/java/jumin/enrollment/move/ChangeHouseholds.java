package jumin.enrollment.move;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.household.FindHouseholds;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.household.HouseholdView;
import jumin.enrollment.household.Households;
import jumin.enrollment.household.Memberships;
import jumin.enrollment.household.RewriteHousehold;
import jumin.enrollment.person.FindPersons;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonView;
import jumin.enrollment.registration.Villages;
import jumin.platform.problem.ProblemException;

/** 迁移、迁出、分户、并户: within the caller's own division. */
@ApplicationScoped
public class ChangeHouseholds {

    private final Villages villages;
    private final Regroup regroup;
    private final RewriteHousehold rewrite;
    private final Households households;
    private final Memberships memberships;
    private final FindHouseholds find;
    private final FindPersons findPersons;

    ChangeHouseholds(
            Villages villages,
            Regroup regroup,
            RewriteHousehold rewrite,
            Households households,
            Memberships memberships,
            FindHouseholds find,
            FindPersons findPersons) {
        this.villages = villages;
        this.regroup = regroup;
        this.rewrite = rewrite;
        this.households = households;
        this.memberships = memberships;
        this.find = find;
        this.findPersons = findPersons;
    }

    @Transactional
    public PersonView move(PersonId person, MoveSubmission submission) {
        var village = villages.get(submission.divisionCode());
        regroup.run(submission.regrouping(person, village.path()));
        return findPersons.one(person);
    }

    @Transactional
    public PersonView depart(PersonId person, DepartureSubmission submission) {
        regroup.run(submission.regrouping(person));
        return findPersons.one(person);
    }

    @Transactional
    public HouseholdView split(HouseholdId id, Optional<String> ifMatch, SplitSubmission submission) {
        rewrite.seen(id, ifMatch);
        var village = villages.get(submission.divisionCode());
        var leaving = people(submission.members());
        if (!members(id).containsAll(leaving)) {
            throw differ("分出的成员中有人不在本户");
        }
        if (members(id).equals(leaving)) {
            throw differ("全体成员都分出就不是分户，请办理迁移或并户");
        }
        var into = regroup.run(submission.regrouping(village.path())).orElseThrow();
        return find.one(into, Optional.empty());
    }

    @Transactional
    public HouseholdView merge(HouseholdId id, Optional<String> ifMatch, MergerSubmission submission) {
        rewrite.seen(id, ifMatch);
        if (!members(id).equals(people(submission.members()))) {
            throw differ("并户须写明本户每一名成员与对方户主的关系");
        }
        var into = households.get(submission.into());
        regroup.run(new Regrouping(
                submission.members().stream().map(MemberRelation::joining).toList(),
                Optional.of(new HouseholdKey(into.divisionPath(), into.houseNumber())),
                "",
                Optional.empty(),
                submission.on(),
                submission.reason()));
        return find.one(submission.into(), Optional.empty());
    }

    private Set<PersonId> members(HouseholdId id) {
        return memberships.of(id).stream().map(Memberships.Open::person).collect(Collectors.toSet());
    }

    private static Set<PersonId> people(List<MemberRelation> members) {
        return new HashSet<>(members.stream().map(MemberRelation::personId).toList());
    }

    private static ProblemException differ(String why) {
        return ProblemException.field(EnrollmentProblem.MEMBERS_DIFFER, "/members", why, "请重新查看本户成员，按现有成员填写");
    }
}
