package jumin.contribution.money;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;

/**
 * 一笔缴费的资金状况: where its money lies now.
 *
 * @param allocated what a levy has taken
 * @param refunded what is or was on its way back
 * @param held came before the window, and nobody has said yet that it is for this year
 */
public record PaymentPosition(
        UUID id,
        String voucherNo,
        String area,
        String divisionPath,
        String organ,
        Optional<UUID> personId,
        int benefitYear,
        Money amount,
        LocalDate paidOn,
        boolean reversed,
        Money allocated,
        Money refunded,
        boolean held) {

    /** What a levy may take at most. */
    public Money available() {
        return reversed ? Money.ZERO : amount.minus(refunded);
    }

    /** What waits in suspense. */
    public Money inSuspense() {
        return available().minus(allocated);
    }
}
