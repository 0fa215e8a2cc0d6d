package jumin.contribution.personyear;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.coverage.CoverageBasis;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.Told;
import jumin.contribution.levy.Levy;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.standard.StandardInForce;
import jumin.regulation.Money;

/**
 * Everything known of one person and one benefit year at the moment of an assessment.
 *
 * @param enrollments of this year, the one that counts first
 * @param organ 主管税务机关 of the place where the person is
 */
record PersonYear(
        InsuredPerson person,
        int benefitYear,
        List<Enrollment> enrollments,
        Told told,
        Optional<StandardInForce> standard,
        Optional<Levy> levy,
        List<PaymentPosition> payments,
        Optional<String> organ,
        boolean opened,
        boolean refunded) {

    PersonYear {
        enrollments = List.copyOf(enrollments);
        payments = List.copyOf(payments);
    }

    UUID personId() {
        return person.personId();
    }

    Optional<Enrollment> enrollment() {
        return enrollments.stream().findFirst();
    }

    /**
     * Whether a levy may take this money: what was paid before the window may be meant for another year until somebody has looked, and
     * after a registration has ended nothing is owed for it.
     */
    boolean counts(PaymentPosition payment) {
        return inTime(payment)
                && (!payment.held()
                        || standard.filter(set -> set.isBeforeWindow(payment.paidOn()))
                                .isEmpty());
    }

    private boolean inTime(PaymentPosition payment) {
        return enrollment().filter(ended -> ended.endedBefore(payment.paidOn())).isEmpty();
    }

    /** By the payments themselves, not by what a levy took of them: the order in which things were told must not matter. */
    boolean canFill(Money due) {
        return payments.stream()
                        .filter(this::counts)
                        .map(PaymentPosition::available)
                        .reduce(Money.ZERO, Money::plus)
                        .compareTo(due)
                >= 0;
    }

    /** What the cover follows from, with a levy and what it got. */
    CoverageBasis basis(Optional<Levy> levy, Allocation.Taken taken) {
        return new CoverageBasis(person, enrollments, told, standard, levy, taken.paid(), taken.completedOn());
    }
}
