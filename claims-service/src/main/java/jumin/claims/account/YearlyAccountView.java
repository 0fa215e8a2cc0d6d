package jumin.claims.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 个人年度待遇对账单 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "个人年度待遇对账单：一年中有效的每笔决定、合计、各限额的已用与剩余")
public record YearlyAccountView(
        String title,
        PersonId personId,
        @Schema(description = "姓名（遮盖）") String personName,
        @Schema(description = "证件号码（遮盖）") String idNumber,
        int benefitYear,
        LocalDate madeOn,
        List<Entry> entries,
        Totals totals,

        @Schema(description = "本人的各项限额；本人没有涉及的（如没有认定的病种）不列，已用过的仍列")
        List<YearlyLimit> limits,

        @Schema(description = "本人未认定或不适用、也没有用过的限额名称") List<String> unheld) {

    /** One decision that stands. */
    @Schema(description = "一笔有效的决定")
    public record Entry(
            SettlementId settlementId,
            String number,
            LocalDate settledOn,
            String providerName,
            String careTypeName,
            LocalDate admissionDate,
            LocalDate dischargeDate,
            SettlementRow.Outcome outcome,
            Money totalAmount,
            Money fundPay,
            Money thirdPartyAmount,
            Money personPay) {}

    /** 合计 */
    @Schema(name = "YearlyTotals", description = "合计")
    public record Totals(
            Money totalAmount,
            Money poolPay,
            Money criticalIllnessPay,
            Money medicalAssistancePay,
            Money thirdPartyAmount,
            Money personPay) {}
}
