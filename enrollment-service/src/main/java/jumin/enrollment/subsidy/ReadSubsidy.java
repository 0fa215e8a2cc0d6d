package jumin.enrollment.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
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
                Optional.of(outcome.heldReason()).filter(text -> !text.isEmpty() && stands(enrollment)),
                Optional.of(outcome.curedBy()).filter(text -> !text.isEmpty() && stands(enrollment)),
                note(enrollment),
                outcome.lawRelease(),
                stored.decidedAt());
    }

    private static boolean stands(Enrollment enrollment) {
        return enrollment.state() == EnrollmentState.ENROLLED;
    }

    /** The decision is shown as it was; that nothing follows from it any more is said. */
    private static Optional<String> note(Enrollment enrollment) {
        return switch (enrollment.state()) {
            case ENROLLED -> Optional.empty();
            case CANCELLED -> Optional.of("此参保登记已于" + enrollment.endedOn().orElseThrow() + "撤销，以下是撤销前的决定，不再执行。");
            case TERMINATED -> Optional.of("参保关系已于" + enrollment.endedOn().orElseThrow() + "终止，以下是终止前的决定；退费与否见终止记录。");
        };
    }
}
