package jumin.claims.payout;

import java.time.LocalDate;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.regulation.Money;

/** What contribution's fund books read of what goes to or comes back from a person. */
record PayoutEvent(
        UUID payoutId,
        PersonId personId,
        SettlementId settlementId,
        String area,
        PayoutView.Direction direction,
        Money amount,
        PayoutState state,
        UUID finding,
        boolean byReceipts,
        LocalDate on,
        Integer benefitYear) {}
