package jumin.enrollment.ending;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import jumin.enrollment.law.CitationView;
import jumin.enrollment.law.EndingLaw;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.BenefitYear;
import jumin.regulation.entitlement.EntitlementDecision;

/**
 * 短期务工的暂停与恢复: the enrollment goes on, its facts say when cover rests and when it goes on; cover is contribution's to compute.
 * One suspension a year: the law's facts have room for one.
 */
@ApplicationScoped
public class SuspendCover {

    private static final String START = "employeeStart";
    private static final String RESUME = "resumeApplicationDate";

    private final Enrollments enrollments;
    private final EndingLaw law;
    private final EnrollmentEvents events;
    private final DecideSubsidies subsidies;
    private final JsonColumn json;
    private final Audit audit;
    private final Clock clock;

    SuspendCover(
            Enrollments enrollments,
            EndingLaw law,
            EnrollmentEvents events,
            DecideSubsidies subsidies,
            JsonColumn json,
            Audit audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.law = law;
        this.events = events;
        this.subsidies = subsidies;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** Changes nothing. */
    @Transactional
    public SuspensionView trial(EnrollmentId id, SuspensionSubmission submission) {
        var enrollment = enrollments.get(id);
        audit.read("suspension-trial", enrollment.person(), enrollment.divisionPath());
        return judged(enrollment, submission.on());
    }

    @Transactional
    public SuspensionView run(EnrollmentId id, SuspensionSubmission submission) {
        var enrollment = enrollments.lock(id);
        var view = judged(enrollment, submission.on());
        if (!view.allowed()) {
            throw new ProblemException(
                    EnrollmentProblem.SUSPENSION_REFUSED,
                    view.explanation(),
                    List.of(),
                    view
                            .citation()
                            .map(citation -> new Problem.Citation(citation.instrument(), citation.article()))
                            .stream()
                            .toList());
        }
        var resumes = view.outcome().equals("RESUMES");
        var facts =
                facts(enrollment).put(resumes ? RESUME : START, submission.on().toString());
        enrollment.change(enrollment.type(), facts.toString());
        enrollments.flush();
        events.add(
                List.of(enrollment),
                new EnrollmentEvents.Event(
                        resumes ? "RESUMED" : "SUSPENDED",
                        submission.on(),
                        submission.reason(),
                        view.citation().map(CitationView::article).orElse(""),
                        submission.evidence()));
        subsidies.publish(enrollment);
        audit.changed("enrollment", id, enrollment.divisionPath(), resumes ? "resumed" : "suspended");
        return view;
    }

    /** 撤销暂停: it was not so. */
    @Transactional
    public void undo(EnrollmentId id, String reason) {
        var enrollment = enrollments.lock(id);
        var facts = facts(enrollment);
        facts.remove(List.of(START, RESUME));
        enrollment.change(enrollment.type(), facts.toString());
        enrollments.flush();
        events.add(
                List.of(enrollment),
                new EnrollmentEvents.Event("RESTORED", LocalDate.now(clock), "撤销暂停：" + reason, "", ""));
        subsidies.publish(enrollment);
        audit.changed("enrollment", id, enrollment.divisionPath(), "suspension undone");
    }

    /** Suspends who is not suspended, resumes who is. */
    private SuspensionView judged(Enrollment enrollment, LocalDate on) {
        sensible(enrollment, on);
        var start = day(enrollment, START);
        var resumes = start.isPresent();
        var decision = law.suspension(
                enrollment.area(),
                enrollment.benefitYear(),
                start.orElse(on),
                resumes ? Optional.of(on) : Optional.empty());
        return switch (decision.orElse(null)) {
            case EntitlementDecision.Suspended suspended ->
                view(
                        enrollment,
                        resumes ? "RESUMES" : "SUSPENDS",
                        resumes ? "自" + on + "起恢复居民医保待遇" : "自" + suspended.from() + "起暂停居民医保待遇，务工结束后可申请恢复",
                        Optional.of(suspended.from()),
                        suspended.resumed(),
                        Optional.of(CitationView.of(suspended.citation())));
            case EntitlementDecision.Refused refused ->
                view(
                        enrollment,
                        "REFUSED",
                        "本市的规定没有暂停；参加职工医保的，请按“参加职工医保”办理终止",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(CitationView.of(refused.cause().citation())));
            case EntitlementDecision.Held held ->
                view(
                        enrollment,
                        "HELD",
                        held.cause().title() + "；请报县级经办机构决定",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(CitationView.of(held.cause().citation())));
            case null, default ->
                view(enrollment, "HELD", "本统筹区没有法规数据，不能判断", Optional.empty(), Optional.empty(), Optional.empty());
        };
    }

    private void sensible(Enrollment enrollment, LocalDate on) {
        if (enrollment.state() != EnrollmentState.ENROLLED) {
            throw new ProblemException(EnrollmentProblem.ENROLLMENT_ALREADY_ENDED, "此参保登记已撤销或终止，不能暂停或恢复。");
        }
        if (day(enrollment, RESUME).isPresent()) {
            throw new ProblemException(EnrollmentProblem.SUSPENSION_REFUSED, "本年度已暂停并恢复过一次；再次参加职工医保的，请按“参加职工医保”办理终止。");
        }
        var year = new BenefitYear(enrollment.benefitYear());
        var before = day(enrollment, START).filter(start -> !on.isAfter(start)).isPresent();
        if (before || on.isAfter(LocalDate.now(clock)) || on.isAfter(year.last())) {
            throw ProblemException.field(
                    EnrollmentProblem.CHANGE_DATE_INVALID, "/on", "日期晚于今天、不在参保年度内，或恢复不在暂停之后", "请核对日期");
        }
    }

    private Optional<LocalDate> day(Enrollment enrollment, String fact) {
        return Optional.of(facts(enrollment).path(fact).asText(""))
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse);
    }

    private ObjectNode facts(Enrollment enrollment) {
        return (ObjectNode) json.tree(enrollment.facts());
    }

    private static SuspensionView view(
            Enrollment enrollment,
            String outcome,
            String explanation,
            Optional<LocalDate> from,
            Optional<LocalDate> resumed,
            Optional<CitationView> citation) {
        return new SuspensionView(
                enrollment.id(), enrollment.benefitYear(), outcome, explanation, from, resumed, citation);
    }
}
