package jumin.contribution.personyear;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.regulation.Money;

/**
 * 缴费归集: the levy takes what it is owed from the money in suspense, oldest payment first.
 * Worked out anew each time from the payments themselves, so the order in which they were reported does not matter.
 */
@ApplicationScoped
class Allocation {

    private final PaymentPositions payments;
    private final Ledger ledger;

    Allocation(PaymentPositions payments, Ledger ledger) {
        this.payments = payments;
        this.ledger = ledger;
    }

    /**
     * What the levy has got.
     *
     * @param completedOn day of the payment that filled it; empty while it is not filled or nothing was owed
     */
    record Taken(Money due, Money paid, Optional<LocalDate> completedOn) {

        boolean filled() {
            return paid.compareTo(due) >= 0;
        }
    }

    Taken allocate(PersonYear year, Money due) {
        var left = due;
        var last = Optional.<LocalDate>empty();
        for (var payment : payments.of(year.personId(), year.benefitYear())) {
            var takes = payment.available().min(left);
            move(year, payment, takes);
            left = left.minus(takes);
            last = takes.isZero() ? last : Optional.of(payment.paidOn());
        }
        return new Taken(due, due.minus(left), left.isZero() ? last : Optional.empty());
    }

    private void move(PersonYear year, PaymentPosition payment, Money takes) {
        var more = takes.minus(payment.allocated());
        var whose = new Posting.Whose(
                payment.area(),
                year.person().divisionPath(),
                payment.organ(),
                payment.personId(),
                payment.benefitYear());
        if (more.isNegative()) {
            ledger.post(new Posting(
                    whose,
                    Account.SUSPENSE,
                    Account.RECEIVABLE,
                    Money.ZERO.minus(more),
                    "RELEASED",
                    payment.id(),
                    payment.paidOn()));
        } else {
            ledger.post(new Posting(
                    whose, Account.RECEIVABLE, Account.SUSPENSE, more, "ALLOCATED", payment.id(), payment.paidOn()));
        }
    }
}
