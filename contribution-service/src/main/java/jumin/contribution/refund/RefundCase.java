package jumin.contribution.refund;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;

/** 退费单 as stored. */
record RefundCase(
        UUID id,
        Where where,
        Optional<UUID> personId,
        int benefitYear,
        String cause,
        Optional<LocalDate> eventDate,
        Money amount,
        boolean endsLevy,
        String verdict,
        String payeeMasked,
        State state,
        int attempt,
        Hands hands,
        Optional<String> documentNo,
        Optional<LocalDate> paidOn,
        String note) {

    /** 退费状态 */
    enum State {
        REQUESTED,
        ORDERED,
        FAILED,
        PAID,
        REJECTED
    }

    /** Where it belongs. */
    record Where(String area, String divisionPath, String organ) {}

    /** Who asked and who decided. */
    record Hands(
            String requestedBy,
            OffsetDateTime requestedAt,
            Optional<String> decidedBy,
            Optional<OffsetDateTime> decidedAt) {}
}
