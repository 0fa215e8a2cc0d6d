package jumin.contribution.money;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Posting;
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

    /** 退回暂存: what a levy of this person had taken is for no levy any more. Recorded on the day it is learned. */
    public Posting released(UUID person, String path, LocalDate on) {
        return new Posting(
                        new Posting.Whose(area, path, organ, Optional.of(person), benefitYear),
                        Account.SUSPENSE,
                        Account.RECEIVABLE,
                        allocated,
                        "RELEASED",
                        id,
                        on)
                .inBookOf(id);
    }

    /** What waits in suspense. */
    public Money inSuspense() {
        return available().minus(allocated);
    }
}
