package jumin.enrollment.move;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.history.RecordChange;
import jumin.enrollment.household.FindHouseholds;
import jumin.enrollment.household.HouseholdView;
import jumin.enrollment.household.Memberships;
import jumin.enrollment.household.Relation;
import jumin.enrollment.household.RewriteHousehold;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.PersonId;
import jumin.platform.problem.ProblemException;

/** 变更户主: the former head first, so that there are never two. */
@ApplicationScoped
public class ChangeHead {

    private final RewriteHousehold rewrite;
    private final Memberships memberships;
    private final FindHouseholds find;
    private final Clock clock;

    ChangeHead(RewriteHousehold rewrite, Memberships memberships, FindHouseholds find, Clock clock) {
        this.rewrite = rewrite;
        this.memberships = memberships;
        this.find = find;
        this.clock = clock;
    }

    @Transactional
    public HouseholdView run(HouseholdId id, Optional<String> ifMatch, HeadSubmission submission) {
        var household = rewrite.seen(id, ifMatch);
        if (submission.on().isAfter(LocalDate.now(clock))) {
            throw ProblemException.field(EnrollmentProblem.CHANGE_DATE_INVALID, "/on", "变更日期晚于今天", "请在变更当日或之后办理");
        }
        var members = memberships.of(id);
        var wanted = wanted(submission, members);
        rewrite.run(
                household,
                RecordChange.since(RecordChange.Word.CHANGED, submission.on(), submission.reason()),
                () -> members.stream()
                        .filter(member -> wanted.getOrDefault(member.person(), member.relation()) != member.relation())
                        .forEach(member -> memberships.relate(
                                member, wanted.get(member.person()), submission.on(), submission.reason())));
        return find.one(id, Optional.empty());
    }

    private static Map<PersonId, Relation> wanted(HeadSubmission submission, List<Memberships.Open> members) {
        var wanted = new HashMap<PersonId, Relation>();
        submission.others().forEach(other -> wanted.put(other.personId(), other.relation()));
        wanted.put(submission.newHead(), Relation.HEAD);
        var present = members.stream().map(Memberships.Open::person).toList();
        if (!present.containsAll(wanted.keySet())) {
            throw ProblemException.field(EnrollmentProblem.MEMBERS_DIFFER, "/newHead", "新户主和各成员都须是本户现有成员", "请重新查看本户成员");
        }
        var heads = members.stream()
                .filter(member -> wanted.getOrDefault(member.person(), member.relation()) == Relation.HEAD)
                .count();
        if (heads != 1) {
            throw ProblemException.field(
                    EnrollmentProblem.HOUSEHOLD_HAS_HEAD, "/relations", "原户主仍在户内，一户只能有一个户主", "请写明原户主与新户主的关系");
        }
        return wanted;
    }
}
