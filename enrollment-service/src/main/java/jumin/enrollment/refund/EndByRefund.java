package jumin.enrollment.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jumin.enrollment.elsewhere.AidedElsewhere;
import jumin.enrollment.ending.AfterDeath;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.payment.ContributionNews;
import jumin.enrollment.payment.RefundsSeen;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.Persons;
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
    private final Persons persons;
    private final AfterDeath afterDeath;
    private final AidedElsewhere aided;

    EndByRefund(
            RefundsSeen refunds,
            Enrollments enrollments,
            EnrollmentEvents events,
            DecideSubsidies subsidies,
            Persons persons,
            AfterDeath afterDeath,
            AidedElsewhere aided) {
        this.persons = persons;
        this.afterDeath = afterDeath;
        this.aided = aided;
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
                .ifPresent(found -> {
                    if (refund.stands()) {
                        end(enrollments.hold(found), refund);
                    } else {
                        var person = persons.forChange(found.person());
                        restore(person, enrollments.hold(found), refund);
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

    private void restore(Person person, Enrollment enrollment, RefundsSeen.Refund refund) {
        var another = enrollments.active(enrollment.person(), enrollment.benefitYear());
        if (!refund.endedIt() || enrollment.state() != EnrollmentState.TERMINATED || another.isPresent()) {
            return;
        }
        refunds.endedIt(refund.id(), false);
        var obstacle = obstacle(person, enrollment);
        if (obstacle.isPresent()) {
            tell(enrollment, new EnrollmentEvents.Event("CHANGED", refund.toldOn(), "退费撤回，" + obstacle.get(), "", ""));
            return;
        }
        enrollment.restore();
        tell(enrollment, new EnrollmentEvents.Event("RESTORED", refund.toldOn(), "退费撤回，恢复参保登记", "", ""));
    }

    /** Why it does not stand again. Whom death took since then it ends with death. */
    private Optional<String> obstacle(Person person, Enrollment enrollment) {
        if (person.mergedInto().isPresent()) {
            return Optional.of("此登记已合并，参保登记不恢复，请在保留方核定");
        }
        if (afterDeath.ends(person, enrollment)) {
            return Optional.of("其后已登记死亡，参保登记不恢复" + (afterDeath.end(enrollment) ? "，按死亡终止" : ""));
        }
        return aided.of(Set.of(person.id()), enrollment.benefitYear()).isEmpty()
                ? Optional.empty()
                : Optional.of("该年度已申请或享受异地参保资助，参保登记不恢复；撤回该资助后可另行办理参保登记");
    }

    private void tell(Enrollment enrollment, EnrollmentEvents.Event event) {
        enrollments.flush();
        events.add(List.of(enrollment), event);
        if (subsidies.run(List.of(enrollment)) == 0) {
            subsidies.publish(enrollment);
        }
    }
}
