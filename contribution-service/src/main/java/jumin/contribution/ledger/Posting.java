package jumin.contribution.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;

/**
 * 分录: an amount moves out of one account into another.
 *
 * @param ref the levy, payment or refund that causes it
 */
public record Posting(
        Whose whose, Account from, Account to, Money amount, String reason, UUID ref, LocalDate occurredOn) {

    /** Whose money it is, and for which year. */
    public record Whose(String area, String divisionPath, String organ, Optional<UUID> personId, int benefitYear) {}
}
