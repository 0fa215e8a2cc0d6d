package jumin.enrollment.registration;

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
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;

/**
 * 撤销参保登记: it was not meant, nobody paid for it and nobody was covered by it; otherwise it is ended, by an event with its day.
 * It can be taken back like any other change, and then counts from the day on which it was registered.
 */
@ApplicationScoped
public class CancelEnrollment {

    private final Enrollments enrollments;
    private final EnrollmentChanges changes;
    private final JudgeCancellation judge;
    private final EnrollmentEvents events;
    private final DecideSubsidies subsidies;
    private final FindEnrollments find;
    private final Audit audit;
    private final Clock clock;

    CancelEnrollment(
            Enrollments enrollments,
            EnrollmentChanges changes,
            JudgeCancellation judge,
            EnrollmentEvents events,
            DecideSubsidies subsidies,
            FindEnrollments find,
            Audit audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.changes = changes;
        this.judge = judge;
        this.events = events;
        this.subsidies = subsidies;
        this.find = find;
        this.audit = audit;
        this.clock = clock;
    }

    /** Changes nothing. */
    @Transactional
    public CancellationTrialView trial(EnrollmentId id) {
        var enrollment = enrollments.get(id);
        requireInForce(enrollment);
        audit.read("cancellation-trial", enrollment.person(), enrollment.divisionPath());
        var hindrance = judge.hindrance(enrollment);
        return new CancellationTrialView(
                id,
                enrollment.benefitYear(),
                hindrance.isEmpty(),
                hindrance.orElse("该年度视同没有登记，应缴随之取消；可撤回，撤回后仍按原登记日" + enrollment.registeredOn() + "计算。"));
    }

    @Transactional
    public EnrollmentView run(EnrollmentId id, String reason) {
        var enrollment = enrollments.lock(id);
        requireInForce(enrollment);
        judge.hindrance(enrollment).ifPresent(why -> {
            throw new ProblemException(EnrollmentProblem.CANCELLATION_REFUSED, why);
        });
        var today = LocalDate.now(clock);
        changes.change(
                enrollment,
                EnrollmentChange.Kind.CANCELLATION,
                today,
                changes.said(enrollment),
                new EnrollmentChange.Grounds(reason, "", ""));
        enrollment.cancel(today, reason);
        enrollments.flush();
        events.add(List.of(enrollment), "CANCELLED", reason);
        subsidies.publish(enrollment);
        audit.changed("enrollment", id, enrollment.divisionPath(), "撤销参保登记");
        return find.view(enrollment);
    }

    private static void requireInForce(Enrollment enrollment) {
        if (enrollment.state() != EnrollmentState.ENROLLED) {
            throw new ProblemException(EnrollmentProblem.ENROLLMENT_ALREADY_ENDED, "此参保登记已撤销或终止，不能再次撤销。");
        }
    }
}
