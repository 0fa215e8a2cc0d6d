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

    /** Whether the levy says what the standard of today says; then there is nothing to assess before the money is there. */
    private boolean levied(InsuredPerson person, int benefitYear) {
        var standard = standards.find(person.area(), benefitYear).map(StandardInForce::id);
        return levies.inForce(person.personId(), benefitYear)
                .filter(Levy::issued)
                .filter(levy -> levy.terms().standardId().equals(standard))
                .isPresent();
    }

    /** Whoever waited for the lock may find that the person has been merged into another meanwhile. */
    private Payers.Found locked(PaymentSubmission submission, String area) {
        var found = payers.of(submission, area);
        while (found.person().isPresent()) {
            var person = found.person().get();
            personYears.lock(person, submission.benefitYear());
            if (payers.stands(person)) {
                return found;
            }
            found = payers.of(submission, area);
        }
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
