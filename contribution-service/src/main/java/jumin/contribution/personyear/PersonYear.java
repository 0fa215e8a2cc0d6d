package jumin.contribution.personyear;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.levy.Levy;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.standard.StandardInForce;

/**
 * Everything known of one person and one benefit year at the moment of an assessment.
 *
 * @param organ 主管税务机关 of the place where the person is
 */
record PersonYear(
        InsuredPerson person,
        int benefitYear,
        Optional<Enrollment> enrollment,
        Optional<StandardInForce> standard,
        Optional<Levy> levy,
        List<PaymentPosition> payments,
        Optional<String> organ,
        boolean opened,
        boolean refunded) {

    PersonYear {
        payments = List.copyOf(payments);
    }

    UUID personId() {
        return person.personId();
    }

    /** Whether a levy may take this money: what was paid before the window may be meant for another year until somebody has looked. */
    boolean counts(PaymentPosition payment) {
        return !payment.held()
                || standard.filter(set -> set.isBeforeWindow(payment.paidOn())).isEmpty();
    }

    boolean somethingPaid() {
        return payments.stream().anyMatch(payment -> !payment.allocated().isZero());
    }
}
