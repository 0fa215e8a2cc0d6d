package jumin.claims.recourse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 追偿 as the agency sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "第三人追偿（社会保险法第三十条第二款）：基金先行支付的、应向第三人追偿的金额，通知，到账")
public record RecourseView(
        UUID id,
        String number,
        SettlementId settlementId,
        @Schema(description = "重算前、冲正前的那一笔；其到账仍计在内") UUID replaces,
        PersonId personId,
        @Schema(description = "应追偿") Money amount,
        @Schema(description = "已到账（含重算前的）") Money received,
        @Schema(description = "尚欠") Money outstanding,
        RecourseState state,
        @Schema(description = "第三人") String debtor,
        String demandedBy,
        LocalDate demandedOn,
        String closedBy,
        String reason,
        List<Receipt> receipts) {

    /** 一次到账 */
    @Schema(name = "RecourseReceived", description = "到账；登记有误的由另一人冲销，写明理由")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Receipt(
            UUID id,
            Money amount,
            String voucher,
            LocalDate receivedOn,
            String enteredBy,
            @Schema(description = "冲销的人") String reversedBy,
            LocalDate reversedOn,
            String reversalReason) {

        boolean stands() {
            return reversedBy == null;
        }
    }
}
