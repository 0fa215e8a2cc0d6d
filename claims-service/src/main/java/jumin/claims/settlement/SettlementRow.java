package jumin.claims.settlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.law.UsedLaw;

/** 结算或冲正的一条记录。Never changed once written. */
public record SettlementRow(
        SettlementId id,
        String number,
        Kind kind,
        Optional<SettlementId> reverses,
        Outcome outcome,
        Origin origin,
        PersonYear year,
        long yearVersion,
        Payers payers,
        UsedLaw law,
        LocalDate settledOn,
        OffsetDateTime recordedAt,
        String reason) {

    /** 结算、冲正 */
    public enum Kind {
        SETTLEMENT,
        REVERSAL
    }

    /** 支付、不予支付、暂缓 */
    public enum Outcome {
        PAID,
        REFUSED,
        HELD
    }

    /** Where it came from and whose it is. */
    public record Origin(
            String provider, String messageId, String divisionPath, String personName, String personIdNumber) {}
}
