package jumin.contribution.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;

/**
 * 分录: an amount moves out of one account into another.
 *
 * @param ref the levy, payment or refund that causes it
 * @param beside the payment or claim in whose sub-book it stands; empty for that of the place
 */
public record Posting(
        Whose whose,
        Account from,
        Account to,
        Money amount,
        String reason,
        UUID ref,
        LocalDate occurredOn,
        Optional<UUID> beside) {

    public Posting(Whose whose, Account from, Account to, Money amount, String reason, UUID ref, LocalDate occurredOn) {
        this(whose, from, to, amount, reason, ref, occurredOn, Optional.empty());
    }

    /** In the book where this payment or claim was written first, wherever its person lives by now. */
    public Posting inBookOf(UUID cause) {
        return new Posting(whose, from, to, amount, reason, ref, occurredOn, Optional.of(cause));
    }

    /** Whose money it is, and for which year. */
    public record Whose(String area, String divisionPath, String organ, Optional<UUID> personId, int benefitYear) {}
}
