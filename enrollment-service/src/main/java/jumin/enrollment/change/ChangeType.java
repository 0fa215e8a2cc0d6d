package jumin.enrollment.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentChange;
import jumin.enrollment.enrollment.EnrollmentChanges;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.enrollment.Suspensions;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.person.Persons;
import jumin.enrollment.registration.EnrollmentWish;
import jumin.enrollment.registration.TypeGroundCheck;
import jumin.enrollment.school.StudentConfirmation;
import jumin.enrollment.school.StudentConfirmations;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;

/** 变更参保类型: for the whole benefit year, as if registered so; cover and subsidy are decided again. */
@ApplicationScoped
public class ChangeType {

    private final Enrollments enrollments;
    private final EnrollmentChanges changes;
    private final EnrollmentEvents events;
    private final StudentConfirmations confirmations;
    private final JudgeTypeChange judge;
    private final TypeGroundCheck grounds;
    private final Persons persons;
    private final DecideSubsidies subsidies;
    private final JsonColumn json;
    private final Audit audit;
    private final Clock clock;

    ChangeType(
            Enrollments enrollments,
            EnrollmentChanges changes,
            EnrollmentEvents events,
            StudentConfirmations confirmations,
            JudgeTypeChange judge,
            TypeGroundCheck grounds,
            Persons persons,
            DecideSubsidies subsidies,
            JsonColumn json,
            Audit audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.changes = changes;
        this.events = events;
        this.confirmations = confirmations;
        this.judge = judge;
        this.grounds = grounds;
        this.persons = persons;
        this.subsidies = subsidies;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** Changes nothing. */
    @Transactional
    public TypeChangeView trial(EnrollmentId id, TypeChangeSubmission submission) {
        var enrollment = enrollments.get(id);
        audit.read("type-change-trial", enrollment.person(), enrollment.divisionPath());
        return judge.run(enrollment, wanted(enrollment, submission), submission.on());
    }

    @Transactional
    public TypeChangeView run(EnrollmentId id, TypeChangeSubmission submission) {
        var enrollment = enrollments.lock(id);
        var wanted = wanted(enrollment, submission);
        var view = judge.run(enrollment, wanted, submission.on());
        if (!view.allowed()) {
            throw refused(view);
        }
        var citation =
                view.after().cover().citation().map(CitationView::article).orElse("");
        var wasStudent = enrollment.type().isCollege();
        var change = changes.change(
                enrollment,
                EnrollmentChange.Kind.TYPE,
                submission.on(),
                changes.said(wanted),
                new EnrollmentChange.Grounds(submission.reason(), submission.evidence(), citation));
        enrollments.flush();
        if (wanted.type().isCollege() && !wasStudent) {
            confirmations.say(List.of(id), StudentConfirmation.Said.PENDING);
        }
        events.add(
                List.of(enrollment),
                new EnrollmentEvents.Event(
                        "CHANGED",
                        submission.on(),
                        view.before().typeName() + "变更为" + view.after().typeName() + "：" + submission.reason(),
                        citation,
                        submission.evidence()));
        subsidies.told(List.of(enrollment));
        audit.changed("enrollment", id, enrollment.divisionPath(), "变更参保类型");
        return view.done(change);
    }

    private Enrollment wanted(Enrollment enrollment, TypeChangeSubmission submission) {
        if (enrollment.state() != EnrollmentState.ENROLLED) {
            throw new ProblemException(EnrollmentProblem.ENROLLMENT_ALREADY_ENDED, "此参保登记已撤销或终止，不能变更。");
        }
        if (submission.on().isAfter(LocalDate.now(clock))) {
            throw ProblemException.field(EnrollmentProblem.CHANGE_DATE_INVALID, "/on", "日期晚于今天", "请在发生当日或之后办理");
        }
        if (submission.type() == EnrollmentType.NEWBORN_DECEASED
                || enrollment.type() == EnrollmentType.NEWBORN_DECEASED) {
            throw new ProblemException(EnrollmentProblem.TYPE_CHANGE_REFUSED, "死亡新生儿单独办理，不能由其他类型变更，也不能改为其他类型。");
        }
        if (submission.type() != enrollment.type()) {
            grounds.require(
                    persons.get(enrollment.person()),
                    new EnrollmentWish(
                            enrollment.benefitYear(),
                            submission.type(),
                            submission.stated().shownBy(submission.evidence())));
        }
        var kept = changes.said(enrollment).facts();
        var stated = submission.stated().shownBy(submission.evidence());
        var ground = kept.path("ground");
        var facts = Suspensions.of(kept)
                .in(json.tree(json.write(ground.isTextual() ? stated.onGround(ground.asText()) : stated)));
        if (submission.type() == enrollment.type() && withoutEvidence(facts).equals(withoutEvidence(kept))) {
            throw new ProblemException(EnrollmentProblem.CHANGE_EMPTY, "类型和事由都没有改变。");
        }
        return enrollment.as(submission.type(), facts.toString());
    }

    /** Another paper for the same facts is no change. */
    private static JsonNode withoutEvidence(JsonNode facts) {
        return ((ObjectNode) facts.deepCopy()).without("evidence");
    }

    private static ProblemException refused(TypeChangeView view) {
        var cover = view.after().cover();
        return new ProblemException(
                EnrollmentProblem.TYPE_CHANGE_REFUSED,
                "按“" + view.after().typeName() + "”参保：" + cover.explanation() + "。",
                List.of(),
                cover
                        .citation()
                        .map(citation -> new Problem.Citation(citation.instrument(), citation.article()))
                        .stream()
                        .toList());
    }
}
