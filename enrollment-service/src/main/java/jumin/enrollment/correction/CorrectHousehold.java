package jumin.enrollment.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.history.RecordChange;
import jumin.enrollment.household.FindHouseholds;
import jumin.enrollment.household.HouseholdView;
import jumin.enrollment.household.RewriteHousehold;
import jumin.enrollment.person.HouseholdId;
import jumin.platform.problem.ProblemException;

/** 更正户信息: number, address, whether it is a collective household. */
@ApplicationScoped
public class CorrectHousehold {

    private final RewriteHousehold rewrite;
    private final FindHouseholds find;

    CorrectHousehold(RewriteHousehold rewrite, FindHouseholds find) {
        this.rewrite = rewrite;
        this.find = find;
    }

    @Transactional
    public HouseholdView run(HouseholdId id, Optional<String> ifMatch, HouseholdCorrection wanted) {
        var household = rewrite.seen(id, ifMatch);
        if (wanted.saysNothing()) {
            throw new ProblemException(EnrollmentProblem.CHANGE_EMPTY, "没有填写要改的内容，请至少填写一项。");
        }
        rewrite.run(
                household,
                RecordChange.correction(wanted.reason()),
                () -> household.describe(
                        Optional.ofNullable(wanted.houseNumber()).map(String::strip),
                        Optional.ofNullable(wanted.address()).map(String::strip),
                        Optional.ofNullable(wanted.collective())));
        return find.one(id, Optional.empty());
    }
}
