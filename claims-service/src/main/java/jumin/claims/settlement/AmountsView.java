package jumin.claims.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.settlement.SettlementDecision;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 结算各项金额, with the national field of each. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "结算金额（元）")
public record AmountsView(
        @Schema(description = "医疗费总额", extensions = @Extension(name = "x-nhsa", value = "medfee_sumamt"))
        Money totalAmount,

        @Schema(description = "全自费", extensions = @Extension(name = "x-nhsa", value = "fulamt_ownpay_amt"))
        Money ownExpense,

        @Schema(description = "超限价自费", extensions = @Extension(name = "x-nhsa", value = "overlmt_selfpay"))
        Money overCeiling,

        @Schema(description = "先行自付", extensions = @Extension(name = "x-nhsa", value = "preselfpay_amt"))
        Money prepayment,

        @Schema(description = "政策范围内费用", extensions = @Extension(name = "x-nhsa", value = "inscp_scp_amt"))
        Money eligibleAmount,

        @Schema(description = "第三人负担") Money thirdPartyAmount,
        @Schema(description = "异地先行自付") Money offAreaPrepayment,

        @Schema(description = "起付标准（本次负担）", extensions = @Extension(name = "x-nhsa", value = "act_pay_dedc"))
        Money deductible,

        @Schema(description = "统筹基金支付比例", extensions = @Extension(name = "x-nhsa", value = "pool_prop_selfpay"))
        Rate paymentRatio,

        @Schema(description = "统筹基金支付", extensions = @Extension(name = "x-nhsa", value = "hifp_pay"))
        Money poolPay,

        @Schema(description = "大病保险支付；未计算的没有", extensions = @Extension(name = "x-nhsa", value = "hifmi_pay"))
        Money criticalIllnessPay,

        @Schema(description = "医疗救助支付；未计算的没有", extensions = @Extension(name = "x-nhsa", value = "maf_pay"))
        Money medicalAssistancePay,

        @Schema(description = "基金支付总额", extensions = @Extension(name = "x-nhsa", value = "fund_pay_sumamt"))
        Money fundPay,

        @Schema(description = "个人负担；有未计算的层次时未扣除它", extensions = @Extension(name = "x-nhsa", value = "psn_part_amt"))
        Money personPay,

        @Schema(description = "未计算的层次及原因") List<NotComputed> notComputed) {

    static AmountsView of(SettlementDecision decision) {
        var amounts = decision.amounts();
        var criticalIllness = NotComputed.of(NotComputed.CRITICAL_ILLNESS, decision);
        var assistance = NotComputed.of(NotComputed.ASSISTANCE, decision);
        return new AmountsView(
                amounts.totalAmount(),
                amounts.ownExpense(),
                amounts.overCeiling(),
                amounts.prepayment(),
                amounts.eligibleAmount(),
                amounts.thirdPartyAmount(),
                amounts.offAreaPrepayment(),
                amounts.deductible(),
                amounts.poolRatio().orElse(null),
                amounts.poolPay(),
                criticalIllness.isPresent() ? null : amounts.criticalIllnessPay(),
                assistance.isPresent() ? null : amounts.medicalAssistancePay(),
                amounts.fundPay(),
                amounts.personPay(),
                Stream.concat(criticalIllness.stream(), assistance.stream()).toList());
    }

    /** The red record: every component negated; original and reversal sum to nothing. */
    AmountsView reversed() {
        return new AmountsView(
                negative(totalAmount),
                negative(ownExpense),
                negative(overCeiling),
                negative(prepayment),
                negative(eligibleAmount),
                negative(thirdPartyAmount),
                negative(offAreaPrepayment),
                negative(deductible),
                paymentRatio,
                negative(poolPay),
                negative(criticalIllnessPay),
                negative(medicalAssistancePay),
                negative(fundPay),
                negative(personPay),
                notComputed);
    }

    private static Money negative(Money money) {
        return money == null ? null : Money.ZERO.minus(money);
    }
}
