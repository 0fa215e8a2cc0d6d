package jumin.enrollment.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.page.Page;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;

/** 重办: a person decides whether a decision of a year that is over is made again; the former one stays as it was. */
@ApplicationScoped
public class RedoSubsidy {

    private final SubsidyRedos redos;
    private final Enrollments enrollments;
    private final DecideSubsidies decide;
    private final Audit audit;

    RedoSubsidy(SubsidyRedos redos, Enrollments enrollments, DecideSubsidies decide, Audit audit) {
        this.redos = redos;
        this.enrollments = enrollments;
        this.decide = decide;
        this.audit = audit;
    }

    @Transactional
    public Page<RedoView> list(String state, int page, int size) {
        return new Page<>(redos.page(state, page, size), page, size, redos.count(state));
    }

    @Transactional
    public RedoView run(RedoId id, RedoDecision decision) {
        var redo = redos.lock(id);
        if (!redo.fate().state().equals("OPEN")) {
            throw new ProblemException(EnrollmentProblem.REDO_DECIDED, "此待重办的决定已处理。");
        }
        var enrollment = enrollments.lock(redo.whose().enrollmentId());
        if (decision.decision() == RedoDecision.Word.REDO) {
            if (enrollment.state() != EnrollmentState.ENROLLED) {
                throw new ProblemException(EnrollmentProblem.REDO_DECIDED, "此参保登记已终止，不能重办；请选维持，差额在征缴服务办理。");
            }
            decide.run(List.of(enrollment));
        }
        redos.decide(id, decision.decision().state(), decision.reason());
        audit.changed(
                "subsidy-redo",
                enrollment.id(),
                enrollment.divisionPath(),
                decision.decision() == RedoDecision.Word.REDO ? "重办" : "维持原决定");
        return redos.lock(id);
    }
}
