package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.personyear.PersonYears;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/** 冲正: a row of its own that points at the original, whose money is gone from then on; nothing is deleted. */
@ApplicationScoped
class BookReversal {

    private final Payments payments;
    private final PaymentPositions positions;
    private final InsuredPersons persons;
    private final PersonYears personYears;
    private final Ledger ledger;
    private final Clock clock;

    BookReversal(
            Payments payments,
            PaymentPositions positions,
            InsuredPersons persons,
            PersonYears personYears,
            Ledger ledger,
            Clock clock) {
        this.payments = payments;
        this.positions = positions;
        this.persons = persons;
        this.personYears = personYears;
        this.ledger = ledger;
        this.clock = clock;
    }

    Optional<Payment> run(ReceivePayment.Arrival arrival) {
        var submission = arrival.submission();
        var original = positions
                .byVoucher(submission.reverses())
                .filter(payment -> payment.organ().equals(arrival.organ().code()))
                .orElseThrow(() -> new ProblemException(
                        ContributionProblem.PAYMENT_ORIGINAL_UNKNOWN,
                        "没有收到过税票号 " + submission.reverses() + " 的缴费；请先推送原缴费，再推送冲正。"));
        var person = original.personId().flatMap(persons::find);
        person.ifPresent(known -> personYears.lock(known, original.benefitYear()));
        positions.lock(original.id());
        check(submission, positions.find(original.id()).orElseThrow());
        var payment = payment(arrival, original);
        if (!payments.store(payment)) {
            return Optional.empty();
        }
        ledger.reverse(original.id(), Account.SUSPENSE, Account.TAX_ORGAN, submission.paidOn());
        person.ifPresent(known -> personYears.assess(known.personId(), original.benefitYear()));
        return Optional.of(payment);
    }

    private static void check(PaymentSubmission submission, PaymentPosition original) {
        if (!original.refunded().isZero()) {
            throw new ProblemException(ContributionProblem.PAYMENT_IN_REFUND, "原缴费已退费或正在退费，不能再冲正。");
        }
        if (!original.amount().equals(submission.amount()) || original.benefitYear() != submission.benefitYear()) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_REVERSAL_MISMATCH, "冲正的金额和待遇年度须与原缴费一致（" + original.amount() + " 元）。");
        }
    }

    private Payment payment(ReceivePayment.Arrival arrival, PaymentPosition original) {
        var submission = arrival.submission();
        var stated = new Payment.Stated(
                submission.voucherNo(),
                "",
                "",
                submission.benefitYear(),
                submission.amount(),
                submission.paidOn(),
                Optional.ofNullable(submission.treasuryOn()));
        return new Payment(
                UUID.randomUUID(),
                PaymentSubmission.Kind.REVERSAL,
                Optional.of(original.id()),
                stated,
                new Payment.Place(original.area(), original.divisionPath(), original.organ()),
                original.personId(),
                Optional.empty(),
                new Payment.Reception(PaymentOutcome.REVERSED, false, false, Money.ZERO),
                "",
                arrival.fingerprint(),
                OffsetDateTime.now(clock));
    }
}
