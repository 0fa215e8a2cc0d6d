package jumin.enrollment.student;

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
import jumin.enrollment.school.ConfirmationState;
import jumin.enrollment.school.StudentConfirmation;
import jumin.enrollment.school.StudentConfirmations;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;

/** 确认学籍: by the school itself; or one brings evidence and another one, of the county, looks at it. The subsidy follows. */
@ApplicationScoped
public class ConfirmStudent {

    private final Enrollments enrollments;
    private final StudentConfirmations confirmations;
    private final FindConfirmations find;
    private final EnrollmentEvents events;
    private final DecideSubsidies subsidies;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ConfirmStudent(
            Enrollments enrollments,
            StudentConfirmations confirmations,
            FindConfirmations find,
            EnrollmentEvents events,
            DecideSubsidies subsidies,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.confirmations = confirmations;
        this.find = find;
        this.events = events;
        this.subsidies = subsidies;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Page<StudentConfirmationView> list(
            ConfirmationState state, Optional<Integer> benefitYear, int page, int size) {
        var year = benefitYear.orElse(0);
        return new Page<>(find.page(state, year, page, size), page, size, find.count(state, year));
    }

    @Transactional
    public StudentConfirmationView bring(EnrollmentId id, String evidence) {
        var enrollment = student(id);
        if (standing(id).state() == ConfirmationState.CONFIRMED) {
            throw new ProblemException(EnrollmentProblem.STUDENT_CONFIRMED, "学籍已确认，不需要补充材料。");
        }
        var me = caller.get().id();
        confirmations.say(List.of(id), StudentConfirmation.Said.withEvidence(evidence, me));
        subsidies.told(List.of(enrollment));
        audit.changed("student-confirmation", id, enrollment.divisionPath(), "补充学籍材料");
        return find.one(id);
    }

    @Transactional
    public StudentConfirmationView decide(EnrollmentId id, StudentDecision decision) {
        var enrollment = student(id);
        var standing = standing(id);
        var bySchool = caller.get().has(Roles.SCHOOL);
        if (standing.state() != ConfirmationState.PENDING && !bySchool) {
            throw new ProblemException(EnrollmentProblem.STUDENT_CONFIRMED, "学籍已有结论；有新材料的，先补充材料再确认。");
        }
        if (!bySchool) {
            requireSecondPerson(standing);
        } else if (standing.state() != ConfirmationState.PENDING
                && enrollment.benefitYear() < LocalDate.now(clock).getYear()) {
            throw new ProblemException(
                    EnrollmentProblem.STUDENT_CONFIRMED,
                    "该年度已经结束，已有的学籍结论不由学校更改：误为否认的，可补充学籍材料由县级确认；误为确认的，请县级凭材料变更参保类型。");
        }
        var state = decision.confirmed() ? ConfirmationState.CONFIRMED : ConfirmationState.REFUSED;
        confirmations.say(
                List.of(id),
                new StudentConfirmation.Said(
                        state,
                        bySchool ? "SCHOOL" : "EVIDENCE",
                        standing.evidence(),
                        standing.evidenceBy(),
                        decision.reason()));
        events.add(
                List.of(enrollment),
                "CHANGED",
                (bySchool ? "学校" : "凭材料") + (decision.confirmed() ? "确认学籍：" : "认为不是本校大学生：") + decision.reason());
        subsidies.told(List.of(enrollment));
        audit.changed(
                "student-confirmation", id, enrollment.divisionPath(), decision.confirmed() ? "确认学籍" : "认为不是本校大学生");
        return find.one(id);
    }

    private Enrollment student(EnrollmentId id) {
        var enrollment = enrollments.lock(id);
        if (enrollment.state() != EnrollmentState.ENROLLED || !enrollment.type().isCollege()) {
            throw new ProblemException(EnrollmentProblem.STUDENT_NOT_ENROLLED, "此参保登记已终止，或不是大学生，不需要确认学籍。");
        }
        return enrollment;
    }

    private StudentConfirmation standing(EnrollmentId id) {
        return confirmations
                .of(List.of(id))
                .getOrDefault(id, new StudentConfirmation(id, ConfirmationState.PENDING, "", "", "", "", "", null));
    }

    private void requireSecondPerson(StudentConfirmation standing) {
        if (standing.evidence().isEmpty()) {
            throw new ProblemException(
                    EnrollmentProblem.STUDENT_EVIDENCE_MISSING, "学校没有确认，也没有学籍材料；请先补充材料（录取通知书、学信网学籍报告等）。");
        }
        if (standing.evidenceBy().equals(caller.get().id())) {
            throw new ProblemException(EnrollmentProblem.STUDENT_SECOND_PERSON, "材料由您补充，须由另一人确认。");
        }
    }
}
