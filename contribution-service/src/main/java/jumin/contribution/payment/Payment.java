package jumin.contribution.payment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;

/**
 * 缴费 as reported and as answered; never changes.
 *
 * @param personId who it is for, as that person is known now
 * @param paidForId the record that was named when it came; it may have been merged into the person's since
 */
record Payment(
        UUID id,
        PaymentSubmission.Kind kind,
        Optional<UUID> reverses,
        Stated stated,
        Place place,
        Optional<UUID> personId,
        Optional<UUID> paidForId,
        Reception reception,
        String statedIdIndex,
        String fingerprint,
        OffsetDateTime receivedAt) {

    /** What the tax organ said. */
    record Stated(
            String voucherNo,
            String name,
            String idNumber,
            int benefitYear,
            Money amount,
            LocalDate paidOn,
            Optional<LocalDate> treasuryOn) {}

    /** Where it belongs. */
    record Place(String area, String divisionPath, String organ) {}

    /** How it was received. */
    record Reception(PaymentOutcome outcome, boolean early, boolean late, Money accepted) {}

    PaymentReceipt receipt() {
        var waiting = kind == PaymentSubmission.Kind.REVERSAL
                ? Money.ZERO
                : stated.amount().minus(reception.accepted());
        var advice = reception.outcome().advice()
                + (reception.late() && reception.outcome() == PaymentOutcome.MATCHED ? "；征缴期后缴费，待遇起始日按等待期计算" : "");
        return new PaymentReceipt(
                id,
                stated.voucherNo(),
                kind,
                reception.outcome(),
                reception.outcome().title() + (reception.late() ? "（征缴期后）" : ""),
                reception.late(),
                stated.benefitYear(),
                stated.amount(),
                reception.accepted(),
                waiting,
                stated.paidOn(),
                receivedAt,
                advice);
    }
}
