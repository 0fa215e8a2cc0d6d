package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.payment.PaymentsSeen;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.enrollment.person.WithdrawPersons;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.sql.TimeOrderedId;

/** 批量撤回登记: cancels what a batch registered, and forgets the persons whom only the batch knew. */
@ApplicationScoped
public class WithdrawRegistrations {

    private final Persons persons;
    private final Enrollments enrollments;
    private final EnrollmentEvents events;
    private final PaymentsSeen payments;
    private final WithdrawPersons withdraw;
    private final DecideSubsidies subsidies;
    private final Audit audit;
    private final Clock clock;

    WithdrawRegistrations(
            Persons persons,
            Enrollments enrollments,
            EnrollmentEvents events,
            PaymentsSeen payments,
            WithdrawPersons withdraw,
            DecideSubsidies subsidies,
            Audit audit,
            Clock clock) {
        this.persons = persons;
        this.enrollments = enrollments;
        this.events = events;
        this.payments = payments;
        this.withdraw = withdraw;
        this.subsidies = subsidies;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param newcomer the batch made the person known */
    public record Withdrawal(PersonId person, EnrollmentId enrollment, boolean newcomer) {}

    /** Those that were taken back: still in force, and not paid for. Whoever was merged since then is registered under another record. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Withdrawal> run(List<Withdrawal> wanted, String reason) {
        var unmerged =
                persons.lockUnmerged(wanted.stream().map(Withdrawal::person).toList());
        var found =
                enrollments.activeOf(unmerged).stream().collect(Collectors.toMap(Enrollment::id, Function.identity()));
        var done = unpaid(wanted, found);
        var cancelled = done.stream().map(one -> found.get(one.enrollment())).toList();
        cancelled.forEach(enrollment -> enrollment.cancel(LocalDate.now(clock), reason));
        enrollments.flush();
        events.add(cancelled, EnrollmentState.CANCELLED.name(), reason);
        subsidies.publishAll(cancelled);
        audit.changedAll(
                "enrollment",
                cancelled.stream()
                        .map(enrollment -> new Audit.Subject(enrollment.id(), enrollment.divisionPath()))
                        .toList(),
                "撤销参保登记");
        var newcomers = done.stream()
                .filter(Withdrawal::newcomer)
                .map(Withdrawal::person)
                .toList();
        withdraw.run(newcomers, TimeOrderedId.next());
        return done;
    }

    private List<Withdrawal> unpaid(List<Withdrawal> wanted, Map<EnrollmentId, Enrollment> found) {
        var inForce = wanted.stream()
                .filter(one -> found.containsKey(one.enrollment()))
                .toList();
        return inForce.stream()
                .collect(
                        Collectors.groupingBy(one -> found.get(one.enrollment()).benefitYear()))
                .entrySet()
                .stream()
                .flatMap(year -> {
                    var people =
                            year.getValue().stream().map(Withdrawal::person).toList();
                    var paid = payments.whoPaid(people, year.getKey());
                    return year.getValue().stream().filter(one -> !paid.contains(one.person()));
                })
                .toList();
    }
}
