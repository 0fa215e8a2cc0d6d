package jumin.claims.payout;

import java.time.LocalDate;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.regulation.Money;

/** What contribution's fund books read of money that came back from a person, or did not after all. */
record ReceiptEvent(
        UUID payoutId,
        PersonId personId,
        SettlementId settlementId,
        String area,
        Money amount,
        String voucher,
        boolean setOff,
        LocalDate receivedOn,
        Integer benefitYear,
        UUID receiptId,
        boolean reversed) {}
