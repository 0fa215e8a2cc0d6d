package jumin.claims.settlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.law.UsedLaw;

/** 结算或冲正的一条记录。Never changed once written. */
public record SettlementRow(
        SettlementId id,
        String number,
        Kind kind,
        Optional<SettlementId> reverses,
        Optional<Redone> redone,
        Outcome outcome,
        Origin origin,
        PersonYear year,
        long yearVersion,
        Payers payers,
        UsedLaw law,
        LocalDate settledOn,
        OffsetDateTime recordedAt,
        String reason) {

    /** Where the decision stands in the order of its year: a redone one keeps the place of the one that it replaces. */
    public long place() {
        return redone.map(Redone::place).orElse(yearVersion);
    }

    /** Part of a redo that nobody of the hospital asked for; {@code replaces} is absent for its reversals. */
    public record Redone(UUID redo, Optional<SettlementId> replaces, long place) {}

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
