package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.Persons;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/**
 * 县级决定终止: an event about which the text is silent is held until one person of the county says until which day cover goes on,
 * and by which document, and another one agrees. What the text does say is not decided here.
 */
@ApplicationScoped
public class DecideHeldEnding {

    /** Why such an enrollment ended: no word of the law, so that cover ends with the day decided. */
    static final String BY_DECISION = "county_decision";

    private final Enrollments enrollments;
    private final Persons persons;
    private final JudgeEnding judge;
    private final EndingDecisions decisions;
    private final Endings endings;
    private final EnrollmentEvents events;
    private final DecideSubsidies subsidies;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    DecideHeldEnding(
            Enrollments enrollments,
            Persons persons,
            JudgeEnding judge,
            EndingDecisions decisions,
            Endings endings,
            EnrollmentEvents events,
            DecideSubsidies subsidies,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.persons = persons;
        this.judge = judge;
        this.decisions = decisions;
        this.endings = endings;
        this.events = events;
        this.subsidies = subsidies;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public EndingDecisionView propose(EnrollmentId id, EndingDecisionSubmission submission) {
        var enrollment = enrollments.lock(id);
        sensible(enrollment, submission);
        requireHeld(enrollment, submission.event(), submission.on());
        var decision = decisions.add(enrollment, submission);
        audit.changed("ending-decision", decision, enrollment.divisionPath(), "提出：" + submission.document());
        return decisions.get(decision);
    }

    @Transactional
    public EndingDecisionView decide(EndingDecisionId id, boolean approved, String opinion) {
        var decision = decisions.lock(id);
        if (!decision.state().equals("PROPOSED")) {
            throw new ProblemException(EnrollmentProblem.ENDING_DECISION_DECIDED, "此县级终止决定已复核，不能再次复核。");
        }
        if (decision.proposedBy().equals(caller.get().id())) {
            throw new ProblemException(EnrollmentProblem.ENDING_SECOND_PERSON, "县级终止决定须由提出人以外的第二人复核。");
        }
        var enrollment = enrollments.lock(decision.enrollmentId());
        decisions.decide(id, opinion, approved ? Optional.of(end(enrollment, decision)) : Optional.empty());
        audit.changed("ending-decision", id, enrollment.divisionPath(), approved ? "复核同意" : "退回");
        return decisions.get(id);
    }

    @Transactional
    public Page<EndingDecisionView> list(String state, int page, int size) {
        return new Page<>(decisions.page(state, page, size), page, size, decisions.count(state));
    }

    private EndingId end(Enrollment enrollment, EndingDecisionView decision) {
        requireHeld(enrollment, decision.event(), decision.on());
        var last = decision.lastCoveredDay();
        var reason = decision.reason() + "（" + decision.document() + "）";
        var before = last.getYear() < enrollment.benefitYear();
        var effect = new EndingEffect(
                enrollment.id(),
                enrollment.benefitYear(),
                EndingEffect.TERMINATES,
                "县级决定（" + decision.document() + "）：" + (before ? "该年度待遇不再开始" : "待遇享受至" + last),
                Optional.of(last),
                Optional.empty(),
                new EndingEffect.RefundEffect("HELD", Optional.empty(), "条文没有列明此情形的退费，由经办机构决定", Optional.empty()));
        enrollment.terminate(last, BY_DECISION);
        enrollments.flush();
        events.add(
                List.of(enrollment),
                new EnrollmentEvents.Event(
                        "TERMINATED", last, decision.eventName() + "，县级决定：" + reason, "", decision.evidence()));
        subsidies.publish(enrollment);
        return endings.add(
                persons.unmerged(enrollment.person()),
                new EndingSubmission(decision.event(), decision.on(), reason, decision.evidence()),
                List.of(effect),
                LeftHousehold.NONE);
    }

    private void requireHeld(Enrollment enrollment, EndingEvent event, LocalDate on) {
        if (enrollment.state() != EnrollmentState.ENROLLED) {
            throw new ProblemException(EnrollmentProblem.ENROLLMENT_ALREADY_ENDED, "此参保登记已撤销或终止，不需要决定。");
        }
        if (event == EndingEvent.DEATH || !judge.run(enrollment, event, on).held()) {
            throw new ProblemException(
                    EnrollmentProblem.ENDING_NOT_HELD, "“" + event.chinese() + "”的终止条文已有规定，请直接办理终止，不由县级另行决定。");
        }
    }

    private void sensible(Enrollment enrollment, EndingDecisionSubmission submission) {
        if (submission.on().isAfter(LocalDate.now(clock)) || submission.on().isBefore(enrollment.birthDate())) {
            throw ProblemException.field(EnrollmentProblem.CHANGE_DATE_INVALID, "/on", "发生之日晚于今天，或早于出生日期", "请核对日期");
        }
        var last = submission.lastCoveredDay();
        if (last.isBefore(submission.on().minusDays(1)) || last.getYear() > enrollment.benefitYear()) {
            throw ProblemException.field(
                    EnrollmentProblem.CHANGE_DATE_INVALID,
                    "/lastCoveredDay",
                    "最后享受待遇之日早于发生之日的前一日，或晚于该年度",
                    "请填写" + submission.on().minusDays(1) + "至" + enrollment.benefitYear() + "年年底之间的日期");
        }
    }
}
