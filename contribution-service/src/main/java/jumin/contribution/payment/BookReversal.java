package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.insured.IdentityLocks;
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
    private final Payers payers;
    private final PaymentPositions positions;
    private final InsuredPersons persons;
    private final IdentityLocks identities;
    private final PersonYears personYears;
    private final Ledger ledger;
    private final Clock clock;

    BookReversal(
            Payments payments,
            Payers payers,
            PaymentPositions positions,
            InsuredPersons persons,
            IdentityLocks identities,
            PersonYears personYears,
            Ledger ledger,
            Clock clock) {
        this.payments = payments;
        this.payers = payers;
        this.positions = positions;
        this.persons = persons;
        this.identities = identities;
        this.personYears = personYears;
        this.ledger = ledger;
        this.clock = clock;
    }

    Optional<Payment> run(ReceivePayment.Arrival arrival) {
        var submission = arrival.submission();
        var original = held(find(arrival), arrival);
        requireSameBeneficiary(submission);
        check(submission, original);
        var payment = payment(arrival, original);
        if (!payments.store(payment)) {
            return Optional.empty();
        }
        ledger.reverse(original.id(), Account.SUSPENSE, Account.TAX_ORGAN, submission.paidOn());
        original.personId().ifPresent(personId -> personYears.assess(personId, original.benefitYear()));
        return Optional.of(payment);
    }

    private PaymentPosition find(ReceivePayment.Arrival arrival) {
        return positions
                .byVoucher(arrival.submission().reverses())
                .filter(payment -> payment.organ().equals(arrival.organ().code()))
                .orElseThrow(() -> notThere(arrival));
    }

    /** Whoever waited may find that the money is another's meanwhile, by a merge or because somebody was found for it. */
    private PaymentPosition held(PaymentPosition seen, ReceivePayment.Arrival arrival) {
        var original = seen;
        Optional<UUID> owner;
        do {
            owner = original.personId();
            identities.holdPersons(owner.stream().toList());
            original = find(arrival);
        } while (!owner.equals(original.personId()));
        do {
            var year = original.benefitYear();
            owner = original.personId();
            owner.flatMap(persons::find).ifPresent(person -> personYears.lock(person, year));
            positions.lock(original.id());
            original = find(arrival);
        } while (!owner.equals(original.personId()));
        return original;
    }

    private ProblemException notThere(ReceivePayment.Arrival arrival) {
        var voucher = arrival.submission().reverses();
        var isReversal = payments.byVoucher(voucher)
                .filter(known -> known.kind() == PaymentSubmission.Kind.REVERSAL)
                .filter(known -> known.place().organ().equals(arrival.organ().code()))
                .isPresent();
        return isReversal
                ? new ProblemException(
                        ContributionProblem.PAYMENT_REVERSAL_MISMATCH,
                        "税票号 " + voucher + " 是一笔冲正，冲正不能再冲正；冲错了的，请用新的税票号重新推送该笔缴费。")
                : new ProblemException(
                        ContributionProblem.PAYMENT_ORIGINAL_UNKNOWN, "没有收到过税票号 " + voucher + " 的缴费；请先推送原缴费，再推送冲正。");
    }

    /** A reversal that names somebody else was meant for another voucher. */
    private void requireSameBeneficiary(PaymentSubmission submission) {
        var original = payments.byVoucher(submission.reverses()).orElseThrow();
        if (!payers.sameBeneficiaryAs(original, submission)) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_REVERSAL_MISMATCH,
                    "冲正所写的应缴编号、证件、人员编号或姓名与原缴费 " + submission.reverses() + " 不是同一人；请核对原税票号，或不写参保人。");
        }
    }

    private static void check(PaymentSubmission submission, PaymentPosition original) {
        if (!original.refunded().isZero()) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_IN_REFUND, "原缴费已退费或正在退费：已下达的，先报退库失败，由医保撤回退费后再冲正；已退的不能冲正。");
        }
        if (!original.amount().equals(submission.amount()) || original.benefitYear() != submission.benefitYear()) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_REVERSAL_MISMATCH, "冲正的金额和待遇年度须与原缴费一致（" + original.amount() + " 元）。");
        }
        if (submission.paidOn().isBefore(original.paidOn())) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_REVERSAL_MISMATCH, "冲正日期早于原缴费日期 " + original.paidOn() + "，请核对。");
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
