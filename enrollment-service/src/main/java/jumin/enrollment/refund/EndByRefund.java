package jumin.enrollment.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.payment.ContributionNews;
import jumin.enrollment.payment.RefundsSeen;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.feed.Change;

/**
 * 退费终止参保: whose contribution goes back is no longer enrolled for that year, and may be enrolled anew.
 * A refund that was taken back lets the enrollment stand again, unless there is another one meanwhile.
 */
@ApplicationScoped
public class EndByRefund implements ContributionNews {

    private final RefundsSeen refunds;
    private final Enrollments enrollments;
    private final EnrollmentEvents events;
    private final DecideSubsidies subsidies;

    EndByRefund(RefundsSeen refunds, Enrollments enrollments, EnrollmentEvents events, DecideSubsidies subsidies) {
        this.refunds = refunds;
        this.enrollments = enrollments;
        this.events = events;
        this.subsidies = subsidies;
    }

    @Override
    public String kind() {
        return "refund";
    }

    @Override
    public void take(Change change) {
        var refund = refunds.take(change.payload());
        refund.enrollment()
                .flatMap(id -> enrollments.findByIdOptional(id.value()))
                .map(enrollments::hold)
                .ifPresent(enrollment -> {
                    if (refund.stands()) {
                        end(enrollment, refund);
                    } else {
                        restore(enrollment, refund);
                    }
                });
    }

    private void end(Enrollment enrollment, RefundsSeen.Refund refund) {
        if (enrollment.state() != EnrollmentState.ENROLLED) {
            return;
        }
        LocalDate on = refund.eventDate().orElse(refund.toldOn());
        enrollment.terminate(on, refund.cause());
        refunds.endedIt(refund.id(), true);
        tell(enrollment, new EnrollmentEvents.Event("TERMINATED", on, "已退费，参保关系终止", "", ""));
    }

    private void restore(Enrollment enrollment, RefundsSeen.Refund refund) {
        var another = enrollments.active(enrollment.person(), enrollment.benefitYear());
        if (!refund.endedIt() || enrollment.state() != EnrollmentState.TERMINATED || another.isPresent()) {
            return;
        }
        enrollment.restore();
        refunds.endedIt(refund.id(), false);
        tell(enrollment, new EnrollmentEvents.Event("RESTORED", refund.toldOn(), "退费撤回，恢复参保登记", "", ""));
    }

    private void tell(Enrollment enrollment, EnrollmentEvents.Event event) {
        enrollments.flush();
        events.add(List.of(enrollment), event);
        if (subsidies.run(List.of(enrollment)) == 0) {
            subsidies.publish(enrollment);
        }
    }
}
