package jumin.enrollment.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.law.KeptLaws;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import jumin.regulation.BenefitYear;
import jumin.regulation.law.Law;
import jumin.regulation.subsidy.Subsidy;
import jumin.regulation.subsidy.SubsidyDecision;

/** 复算资助决定: the stored facts under the law of that day; what is known today plays no part. */
@ApplicationScoped
public class ReplaySubsidy {

    private final Enrollments enrollments;
    private final SubsidyDecisions decisions;
    private final KeptLaws laws;
    private final Audit audit;

    ReplaySubsidy(Enrollments enrollments, SubsidyDecisions decisions, KeptLaws laws, Audit audit) {
        this.enrollments = enrollments;
        this.decisions = decisions;
        this.laws = laws;
        this.audit = audit;
    }

    @Transactional
    public ReplayView run(EnrollmentId id) {
        var enrollment = enrollments.get(id);
        var stored = Optional.ofNullable(decisions.current(List.of(id)).get(id))
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.SUBSIDY_UNDECIDED, "此参保登记尚无资助决定。"))
                .outcome();
        audit.read("subsidy-replay", enrollment.person(), enrollment.divisionPath());
        var again = worksheet(Subsidy.replay(stored.facts(), law(enrollment, stored.lawRelease())));
        return new ReplayView(
                id, stored.lawRelease(), again.equals(stored.worksheet()), stored.facts(), stored.worksheet(), again);
    }

    private Law law(Enrollment enrollment, String release) {
        var first = new BenefitYear(enrollment.benefitYear()).first();
        return laws.asUsed(enrollment.area(), first, release)
                .orElseThrow(() -> new ProblemException(
                        EnrollmentProblem.RELEASE_NOT_KEPT, "规则版本 " + release + " 的文本不在本服务中，请用保存该版本的程序复算。"));
    }

    private static String worksheet(SubsidyDecision decision) {
        return switch (decision) {
            case SubsidyDecision.Decided decided -> decided.worksheet().json().canonical();
            case SubsidyDecision.Held held -> held.worksheet().json().canonical();
        };
    }
}
