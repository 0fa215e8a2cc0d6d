package jumin.claims.redo;

import jumin.claims.settlement.Payers;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 差额: new less old; what the fund pays more is to pay to the person, what it pays less is to recover. */
@Schema(description = "差额（新减旧，元）")
public record Difference(
        @Schema(description = "统筹基金") Money poolPay,
        @Schema(description = "大病保险") Money criticalIllnessPay,
        @Schema(description = "医疗救助") Money medicalAssistancePay,
        @Schema(description = "第三人") Money thirdPartyAmount,
        @Schema(description = "个人负担") Money personPay,
        @Schema(description = "应补付本人") Money toPay,
        @Schema(description = "应向本人追回") Money toRecover) {

    static Difference of(Payers difference) {
        var more = difference.fund();
        return new Difference(
                difference.pool(),
                difference.criticalIllness(),
                difference.medicalAssistance(),
                difference.thirdParty(),
                difference.person(),
                more.max(Money.ZERO),
                Money.ZERO.minus(more).max(Money.ZERO));
    }
}
