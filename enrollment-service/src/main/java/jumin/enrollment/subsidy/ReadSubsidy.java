package jumin.enrollment.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.recognition.CategoryKinds;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;

/** 查看资助参保决定 */
@ApplicationScoped
public class ReadSubsidy {

    private final Enrollments enrollments;
    private final SubsidyDecisions decisions;
    private final CategoryKinds kinds;
    private final Audit audit;

    ReadSubsidy(Enrollments enrollments, SubsidyDecisions decisions, CategoryKinds kinds, Audit audit) {
        this.enrollments = enrollments;
        this.decisions = decisions;
        this.kinds = kinds;
        this.audit = audit;
    }

    @Transactional
    public SubsidyView run(EnrollmentId id) {
        var enrollment = enrollments.get(id);
        var stored = Optional.ofNullable(decisions.current(List.of(id)).get(id))
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.SUBSIDY_UNDECIDED, "此参保登记尚无资助决定。"));
        audit.read("subsidy", enrollment.person(), enrollment.divisionPath());
        var outcome = stored.outcome();
        return new SubsidyView(
                id,
                enrollment.benefitYear(),
                outcome.state(),
                outcome.tier(),
                outcome.amount(),
                outcome.personAmount(),
                outcome.payer(),
                outcome.category(),
                outcome.category().map(code -> kinds.of(enrollment.area()).getOrDefault(code, code)),
                outcome.standardId(),
                outcome.lines(),
                Optional.of(outcome.heldReason()).filter(text -> !text.isEmpty()),
                Optional.of(outcome.curedBy()).filter(text -> !text.isEmpty()),
                outcome.lawRelease(),
                stored.decidedAt());
    }
}
