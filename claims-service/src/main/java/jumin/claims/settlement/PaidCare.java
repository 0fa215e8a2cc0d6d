package jumin.claims.settlement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.adjudication.BillRecord;

/**
 * 已支付的就诊: what is asked of a bill once it is paid. Written with its payment, gone with its reversal.
 *
 * @param provider where the care was given
 * @param billKey no provider is paid twice for it
 */
record PaidCare(
        String provider,
        String billKey,
        boolean stay,
        LocalDate admission,
        LocalDate discharge,
        String diagnosis,
        Optional<UUID> encounter,
        boolean interim) {

    /** A bill of before bills had keys stands for itself; that it lasted makes it a stay. */
    static PaidCare of(BillRecord bill, SettlementId settlement) {
        var identity = bill.identity();
        return new PaidCare(
                bill.providerCode(),
                identity == null ? "S:" + settlement : identity.key(),
                identity == null ? bill.dischargeDate().isAfter(bill.admissionDate()) : identity.stay(),
                bill.admissionDate(),
                bill.dischargeDate(),
                bill.diagnosis().code(),
                Optional.ofNullable(bill.encounter()),
                Boolean.TRUE.equals(bill.interim()));
    }
}
