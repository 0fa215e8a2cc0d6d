package jumin.claims.clearing;

import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 日对明细账 */
@Schema(description = "一日的明细：结算为正、冲正为负")
public record DailyDetail(
        @Schema(extensions = @Extension(name = "x-nhsa", value = "setl_id"))
        SettlementId settlementId,

        String number,
        SettlementRow.Kind kind,

        @Schema(extensions = @Extension(name = "x-nhsa", value = "msgid"))
        String messageId,

        String area,
        Money totalAmount,
        Money fundPay,
        Money personPay) {}
