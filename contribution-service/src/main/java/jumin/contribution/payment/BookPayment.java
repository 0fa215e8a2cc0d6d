package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.levy.Levies;
import jumin.contribution.levy.Levy;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.personyear.PersonYears;
import jumin.contribution.standard.PublishedStandards;
import jumin.contribution.standard.StandardInForce;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/** Books money that came in: it lands in suspense, and the levy it belongs to takes what it is owed. */
@ApplicationScoped
class BookPayment {

    private final Payers payers;
    private final Levies levies;
    private final PaymentPositions positions;
    private final PublishedStandards standards;
    private final Payments payments;
    private final Ledger ledger;
    private final PersonYears personYears;
    private final Clock clock;

    BookPayment(
            Payers payers,
            Levies levies,
            PaymentPositions positions,
            PublishedStandards standards,
            Payments payments,
            Ledger ledger,
            PersonYears personYears,
            Clock clock) {
        this.payers = payers;
        this.levies = levies;
        this.positions = positions;
        this.standards = standards;
        this.payments = payments;
        this.ledger = ledger;
        this.personYears = personYears;
        this.clock = clock;
    }

    /** Empty when the voucher is there already. */
    Optional<Payment> run(ReceivePayment.Arrival arrival) {
        var submission = arrival.submission();
        requireYearOfLevy(submission);
        var found = locked(submission, arrival.organ().area());
        var payer = found.person();
        payer.filter(person -> !levied(person, submission.benefitYear()))
                .ifPresent(person -> personYears.assess(person.personId(), submission.benefitYear()));
        var payment = payment(arrival, found);
        if (!payments.store(payment)) {
            return Optional.empty();
        }
        ledger.post(new Posting(
                new Posting.Whose(
                        payment.place().area(),
                        payment.place().divisionPath(),
                        payment.place().organ(),
                        payment.personId(),
                        submission.benefitYear()),
                Account.SUSPENSE,
                Account.TAX_ORGAN,
                submission.amount(),
                "PAID",
                payment.id(),
                submission.paidOn()));
        payer.ifPresent(person -> personYears.assess(person.personId(), submission.benefitYear()));
        return Optional.of(payment);
    }

    /** Money under another year than the levy it names would lie in suspense unnoticed; only the tax organ knows which of both is right. */
    private void requireYearOfLevy(PaymentSubmission submission) {
        Optional.ofNullable(submission.levyId())
                .flatMap(levies::yearOf)
                .filter(year -> year != submission.benefitYear())
                .ifPresent(year -> {
                    throw ProblemException.field(
                            PlatformProblem.FIELD_INVALID,
                            "/benefitYear",
                            "应缴编号是 " + year + " 年度的，待遇年度写的是 " + submission.benefitYear(),
                            "请核对待遇年度");
                });
    }

    /** Whether the levy says what the standard of today says; then there is nothing to assess before the money is there. */
    private boolean levied(InsuredPerson person, int benefitYear) {
        var standard = standards.find(person.area(), benefitYear).map(StandardInForce::id);
        return levies.inForce(person.personId(), benefitYear)
                .filter(Levy::issued)
                .filter(levy -> levy.terms().standardId().equals(standard))
                .isPresent();
    }

    /** Whoever waited may find that the person has been merged into another meanwhile, or has only just become known. */
    private Payers.Found locked(PaymentSubmission submission, String area) {
        var found = payers.of(submission, area);
        payers.hold(submission, found);
        while (!payers.stands(submission, area, found)) {
            found = payers.of(submission, area);
            payers.hold(submission, found);
        }
        found.person().ifPresent(person -> personYears.lock(person, submission.benefitYear()));
        return found;
    }

    boolean sameBeneficiary(Payment known, PaymentSubmission again) {
        return payers.sameBeneficiary(known, again);
    }

    private Payment payment(ReceivePayment.Arrival arrival, Payers.Found found) {
        var payer = found.person();
        var submission = arrival.submission();
        var organ = arrival.organ();
        var stated = new Payment.Stated(
                submission.voucherNo(),
                Optional.ofNullable(submission.name()).orElse(""),
                Payers.normalized(submission.idNumber()),
                submission.benefitYear(),
                submission.amount(),
                submission.paidOn(),
                Optional.ofNullable(submission.treasuryOn()));
        return new Payment(
                UUID.randomUUID(),
                PaymentSubmission.Kind.NORMAL,
                Optional.empty(),
                stated,
                new Payment.Place(
                        organ.area(),
                        payer.map(InsuredPerson::divisionPath).orElse(organ.divisionPath()),
                        organ.code()),
                payer.map(InsuredPerson::personId),
                found.named(),
                reception(stated, organ.area(), found),
                "",
                arrival.fingerprint(),
                OffsetDateTime.now(clock));
    }

    private Payment.Reception reception(Payment.Stated stated, String area, Payers.Found found) {
        var payer = found.person();
        var standard = standards.find(area, stated.benefitYear());
        var early = standard.filter(set -> set.isBeforeWindow(stated.paidOn())).isPresent();
        var late = standard.filter(set -> stated.paidOn().isAfter(set.window().last()))
                .isPresent();
        if (payer.isEmpty()) {
            return new Payment.Reception(
                    found.contradicted() ? PaymentOutcome.FOR_ANOTHER : PaymentOutcome.NOBODY, early, late, Money.ZERO);
        }
        if (early) {
            return new Payment.Reception(PaymentOutcome.BEFORE_WINDOW, true, false, Money.ZERO);
        }
        var levy = levies.inForce(payer.get().personId(), stated.benefitYear()).filter(Levy::issued);
        if (levy.isEmpty()) {
            return new Payment.Reception(PaymentOutcome.NOT_REGISTERED, early, late, Money.ZERO);
        }
        var paid = positions.of(payer.get().personId(), stated.benefitYear()).stream()
                .map(PaymentPosition::allocated)
                .reduce(Money.ZERO, Money::plus);
        var open = levy.get().terms().due().minus(paid);
        return new Payment.Reception(
                outcome(stated.amount(), open, paid),
                early,
                late,
                stated.amount().min(open));
    }

    private static PaymentOutcome outcome(Money amount, Money open, Money paid) {
        if (open.isZero()) {
            return paid.isZero() ? PaymentOutcome.SURPLUS : PaymentOutcome.TWICE;
        }
        var compared = amount.compareTo(open);
        if (compared == 0) {
            return PaymentOutcome.MATCHED;
        }
        return compared < 0 ? PaymentOutcome.SHORT : PaymentOutcome.SURPLUS;
    }
}
