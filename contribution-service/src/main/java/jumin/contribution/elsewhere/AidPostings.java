package jumin.contribution.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.regulation.Money;

/**
 * The money of a payout. The fund pays in the department's place, so it has neither income nor expense: the department owes what is
 * owed to the person. Grant, withdrawal and payment each post once and none undoes another, so their order does not matter.
 */
@ApplicationScoped
class AidPostings {

    private final Ledger ledger;
    private final Clock clock;

    AidPostings(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void granted(AidPayout payout) {
        post(payout, Account.AID_PAYABLE, Account.SUBSIDY_DUE, "AID_ELSEWHERE_GRANTED", today());
    }

    /** The department owes it no more; the next bill says so. */
    void withdrawn(AidPayout payout) {
        ledger.reverse(payout.claimId(), Account.AID_PAYABLE, Account.SUBSIDY_DUE, today());
    }

    void paid(AidPayout payout, LocalDate on) {
        post(payout, Account.EXPENDITURE_ACCOUNT, Account.AID_PAYABLE, "AID_ELSEWHERE_PAID", on);
    }

    /** Both paid and withdrawn: the person owes it. */
    void toRecover(AidPayout payout) {
        post(payout, Account.AID_PAYABLE, Account.AID_RECOVERABLE, "AID_ELSEWHERE_TO_RECOVER", today());
    }

    /** In parts; each names its own day and is recorded today, so that no closed month changes. */
    void recovered(AidPayout payout, Money part, LocalDate on) {
        post(payout, part, Account.AID_RECOVERABLE, Account.EXPENDITURE_ACCOUNT, "AID_ELSEWHERE_RECOVERED", on);
    }

    /** A receipt that was typed wrongly, taken back on the day on which that is learned. */
    void notRecovered(AidPayout payout, Money part) {
        post(
                payout,
                part,
                Account.EXPENDITURE_ACCOUNT,
                Account.AID_RECOVERABLE,
                "AID_ELSEWHERE_RECEIPT_REVERSED",
                today());
    }

    private void post(AidPayout payout, Account from, Account to, String reason, LocalDate on) {
        post(payout, payout.amount(), from, to, reason, on);
    }

    private void post(AidPayout payout, Money amount, Account from, Account to, String reason, LocalDate on) {
        var whose = payout.whose();
        ledger.post(new Posting(
                        new Posting.Whose(
                                whose.area(),
                                whose.divisionPath(),
                                "-",
                                Optional.of(whose.personId()),
                                whose.benefitYear()),
                        from,
                        to,
                        amount,
                        reason,
                        payout.claimId(),
                        on)
                .inBookOf(payout.claimId()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
