package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentChange;
import jumin.enrollment.enrollment.EnrollmentChanges;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.enrollment.Suspensions;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.law.EndingLaw;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.BenefitYear;

/**
 * 短期务工的暂停与恢复: the enrollment goes on, its facts say when cover rests and when it goes on; cover is contribution's to compute.
 * As often in a year as somebody works; what comes later lies after what was before.
 */
@ApplicationScoped
public class SuspendCover {

    private final Enrollments enrollments;
    private final EndingLaw law;
    private final EnrollmentChanges changes;
    private final EnrollmentEvents events;
    private final DecideSubsidies subsidies;
    private final Audit audit;
    private final Clock clock;

    SuspendCover(
            Enrollments enrollments,
            EndingLaw law,
            EnrollmentChanges changes,
            EnrollmentEvents events,
            DecideSubsidies subsidies,
            Audit audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.law = law;
        this.changes = changes;
        this.events = events;
        this.subsidies = subsidies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Changes nothing. */
    @Transactional
    public SuspensionView trial(EnrollmentId id, SuspensionSubmission submission) {
        var enrollment = enrollments.get(id);
        audit.read("suspension-trial", enrollment.person(), enrollment.divisionPath());
        return judged(enrollment, submission);
    }

    @Transactional
    public SuspensionView run(EnrollmentId id, SuspensionSubmission submission) {
        var enrollment = enrollments.lock(id);
        var view = judged(enrollment, submission);
        if (!view.allowed()) {
            throw refused(view);
        }
        var said = changes.said(enrollment);
        var before = Suspensions.of(said.facts());
        var after = view.resumes() ? before.resumed(submission.on()) : before.begun(submission.on());
        var article = view.citation().map(CitationView::article).orElse("");
        var change = changes.change(
                enrollment,
                view.resumes() ? EnrollmentChange.Kind.RESUMPTION : EnrollmentChange.Kind.SUSPENSION,
                submission.on(),
                new EnrollmentChange.Said(said.type(), after.in(said.facts())),
                new EnrollmentChange.Grounds(submission.reason(), submission.evidence(), article));
        enrollments.flush();
        events.add(
                List.of(enrollment),
                new EnrollmentEvents.Event(
                        view.resumes() ? "RESUMED" : "SUSPENDED",
                        submission.on(),
                        submission.reason(),
                        article,
                        submission.evidence()));
        subsidies.publish(enrollment);
        audit.changed("enrollment", id, enrollment.divisionPath(), view.resumes() ? "恢复" : "暂停");
        return view.done(change);
    }

    /** 撤销暂停: the suspension that began on that day was not so; neither was its end. */
    @Transactional
    public void undo(EnrollmentId id, LocalDate start, String reason) {
        var enrollment = enrollments.lock(id);
        var said = changes.said(enrollment);
        enrollment.change(
                said.type(),
                Suspensions.of(said.facts()).without(start).in(said.facts()).toString());
        enrollments.flush();
        events.add(
                List.of(enrollment),
                new EnrollmentEvents.Event("RESTORED", LocalDate.now(clock), "撤销暂停：" + reason, "", ""));
        subsidies.publish(enrollment);
        audit.changed("enrollment", id, enrollment.divisionPath(), "撤销暂停");
    }

    /** Nobody is resumed who was to be suspended, nor the other way round: what is wanted must fit what is. */
    private SuspensionView judged(Enrollment enrollment, SuspensionSubmission submission) {
        var on = submission.on();
        var suspensions = Suspensions.of(changes.said(enrollment).facts());
        var open = suspensions.open();
        inForce(enrollment);
        requireState(submission.action(), open);
        sensible(enrollment, suspensions, on);
        var decision = law.suspension(
                enrollment.area(),
                enrollment.benefitYear(),
                open.map(Suspensions.Rest::start).orElse(on),
                open.map(rest -> on));
        return SuspensionView.of(enrollment, open.isPresent(), on, decision);
    }

    private static void inForce(Enrollment enrollment) {
        if (enrollment.state() != EnrollmentState.ENROLLED) {
            throw new ProblemException(EnrollmentProblem.ENROLLMENT_ALREADY_ENDED, "此参保登记已撤销或终止，不能暂停或恢复。");
        }
    }

    private static void requireState(SuspensionSubmission.Action action, Optional<Suspensions.Rest> open) {
        if (open.isPresent() && action == SuspensionSubmission.Action.SUSPEND) {
            throw new ProblemException(
                    EnrollmentProblem.SUSPENSION_STATE_DIFFERS,
                    "此参保登记自" + open.get().start() + "起已暂停，没有恢复，不能再次暂停；需要恢复的，请选恢复。");
        }
        if (open.isEmpty() && action == SuspensionSubmission.Action.RESUME) {
            throw new ProblemException(EnrollmentProblem.SUSPENSION_STATE_DIFFERS, "此参保登记没有暂停，或已恢复，不能再次恢复。");
        }
    }

    private void sensible(Enrollment enrollment, Suspensions suspensions, LocalDate on) {
        var year = new BenefitYear(enrollment.benefitYear());
        var early = suspensions.latestDay().filter(last -> !on.isAfter(last)).isPresent();
        if (early || on.isAfter(LocalDate.now(clock)) || on.isAfter(year.last())) {
            throw ProblemException.field(
                    EnrollmentProblem.CHANGE_DATE_INVALID,
                    "/on",
                    "日期晚于今天、不在参保年度内，或不在上一次暂停、恢复之后",
                    suspensions
                            .latestDay()
                            .map(last -> "上一次为" + last + "，请填写其后的日期")
                            .orElse("请核对日期"));
        }
    }

    private static ProblemException refused(SuspensionView view) {
        return new ProblemException(
                EnrollmentProblem.SUSPENSION_REFUSED,
                view.explanation(),
                List.of(),
                view
                        .citation()
                        .map(citation -> new Problem.Citation(citation.instrument(), citation.article()))
                        .stream()
                        .toList());
    }
}
