package jumin.claims.redo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 重算单 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "重算单：起因、经办人和每笔决定的差额（新减旧）；toPay 为基金应补付本人，toRecover 为应向本人追回")
public record RedoView(
        UUID id,
        Cause cause,
        PersonId personId,
        int benefitYear,
        String reason,
        String orderedBy,
        LocalDate occurredOn,
        List<Line> lines,
        Money toPay,
        Money toRecover) {

    /** One decision made again. */
    @Schema(description = "一笔被重算的决定")
    public record Line(
            SettlementId settlementId,
            String number,
            SettlementId replacedBy,
            String replacementNumber,
            String provider,
            Difference difference) {}
}
