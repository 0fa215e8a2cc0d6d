package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;

/** 撤销参保登记: only one in force, with a reason; what was paid for it is contribution's to give back. */
@ApplicationScoped
public class CancelEnrollment {

    private final Enrollments enrollments;
    private final EnrollmentEvents events;
    private final DecideSubsidies subsidies;
    private final FindEnrollments find;
    private final Audit audit;
    private final Clock clock;

    CancelEnrollment(
            Enrollments enrollments,
            EnrollmentEvents events,
            DecideSubsidies subsidies,
            FindEnrollments find,
            Audit audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.events = events;
        this.subsidies = subsidies;
        this.find = find;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public EnrollmentView run(EnrollmentId id, String reason) {
        var enrollment = enrollments.lock(id);
        if (enrollment.state() != EnrollmentState.ENROLLED) {
            throw new ProblemException(EnrollmentProblem.ENROLLMENT_ALREADY_ENDED, "此参保登记已撤销或终止，不能再次撤销。");
        }
        enrollment.cancel(LocalDate.now(clock), reason);
        enrollments.flush();
        events.add(List.of(enrollment), "CANCELLED", reason);
        subsidies.publish(enrollment);
        audit.changed("enrollment", id, enrollment.divisionPath(), "cancelled");
        return find.view(enrollment);
    }
}
