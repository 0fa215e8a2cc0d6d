package jumin.claims.clearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import jumin.claims.settlement.ReasonView;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.SettlementView;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 不予支付、暂缓的一笔, with why and what cures it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "机构送来而没有支付的一笔：REFUSED 不予支付、HELD 暂缓；原因、条款和补救办法；后来重算的见 replacedBy")
public record DailyRefusal(
        @Schema(extensions = @Extension(name = "x-nhsa", value = "setl_id"))
        SettlementId settlementId,

        String number,

        @Schema(extensions = @Extension(name = "x-nhsa", value = "msgid"))
        String messageId,

        LocalDate settledOn,
        SettlementRow.Outcome outcome,
        @Schema(description = "姓名（遮盖）") String personName,
        LocalDate admissionDate,
        LocalDate dischargeDate,
        Money totalAmount,
        List<ReasonView> reasons,
        SettlementId replacedBy) {

    static DailyRefusal of(SettlementView view) {
        return new DailyRefusal(
                view.settlementId(),
                view.number(),
                view.messageId(),
                view.settledOn(),
                view.outcome(),
                view.personName(),
                view.admissionDate(),
                view.dischargeDate(),
                view.amounts().totalAmount(),
                view.reasons(),
                view.replacedBy());
    }
}
