package jumin.contribution.personyear;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.levy.Levy;
import jumin.contribution.money.PaymentPosition;
import jumin.regulation.Money;

/**
 * 缴费归集: the levy takes what it is owed from the money in suspense, oldest payment first.
 * Worked out anew each time from the payments themselves, so the order in which they were reported does not matter.
 */
@ApplicationScoped
class Allocation {

    private final Ledger ledger;

    Allocation(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What the levy has got.
     *
     * @param completedOn day of the payment that filled it; empty while it is not filled or nothing was owed
     */
    record Taken(Money due, Money paid, Optional<LocalDate> completedOn) {

        /** Of whoever owes nothing. */
        static final Taken NOTHING = new Taken(Money.ZERO, Money.ZERO, Optional.empty());

        boolean filled() {
            return paid.compareTo(due) >= 0;
        }
    }

    /** By person, for each year given; {@code levies} are those in force. */
    Map<UUID, Taken> allocate(List<PersonYear> years, Map<UUID, Levy> levies) {
        var taken = new HashMap<UUID, Taken>();
        var moves = new ArrayList<Posting>();
        for (var year : years) {
            var due = Optional.ofNullable(levies.get(year.personId()))
                    .filter(Levy::issued)
                    .map(levy -> levy.terms().due())
                    .orElse(Money.ZERO);
            taken.put(year.personId(), allocate(year, due, moves));
        }
        ledger.post(moves);
        return taken;
    }

    private static Taken allocate(PersonYear year, Money due, List<Posting> moves) {
        var left = due;
        var last = Optional.<LocalDate>empty();
        for (var payment : year.payments()) {
            var takes = year.counts(payment) ? payment.available().min(left) : Money.ZERO;
            moves.add(move(year, payment, takes));
            left = left.minus(takes);
            last = takes.isZero() ? last : Optional.of(payment.paidOn());
        }
        return new Taken(due, due.minus(left), left.isZero() ? last : Optional.empty());
    }

    private static Posting move(PersonYear year, PaymentPosition payment, Money takes) {
        var more = takes.minus(payment.allocated());
        var whose = new Posting.Whose(
                payment.area(),
                year.person().divisionPath(),
                payment.organ(),
                payment.personId(),
                payment.benefitYear());
        var posting = more.isNegative()
                ? new Posting(
                        whose,
                        Account.SUSPENSE,
                        Account.RECEIVABLE,
                        Money.ZERO.minus(more),
                        "RELEASED",
                        payment.id(),
                        payment.paidOn())
                : new Posting(
                        whose, Account.RECEIVABLE, Account.SUSPENSE, more, "ALLOCATED", payment.id(), payment.paidOn());
        return posting.inBookOf(payment.id());
    }
}
