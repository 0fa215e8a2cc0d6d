package jumin.claims.clearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 月度结算单 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "月度结算单：基金应付 − 扣减 − 预留 ＝ 本次应付；MADE 已生成、APPROVED 已复核、PAID 已拨付、BOUNCED 已拨付后银行退汇（更正账户后再付）、REJECTED 已退回")
public record MonthlyStatementView(
        UUID id,
        String provider,
        @Schema(description = "付款的统筹区") String area,

        @Schema(implementation = String.class, examples = "2024-03")
        YearMonth month,

        int claims,
        Money totalAmount,
        Money poolPay,
        Money criticalIllnessPay,
        Money medicalAssistancePay,

        @Schema(description = "终结的审核扣减，每笔结算以机构仍得的基金支付为限；扣减后结算被冲正的退回（负数）")
        Money deduction,

        @Schema(description = "预留比例") Rate retentionRate,

        @Schema(description = "预留（质量保证金）；冲正以前月份结算的，连同当时的预留一并退回（负数）")
        Money retention,

        @Schema(description = "本次应付") Money payable,
        List<UUID> findings,
        String madeBy,
        LocalDate madeOn,
        String approvedBy,
        String paidBy,
        String voucher,
        State state,

        @Schema(description = "本年度至本月（含）各张结算单的预留合计") Money retainedThisYear,

        @Schema(description = "本年度的预留已按考核结果返还机构的") Money releasedThisYear,

        @Schema(description = "历次拨付与银行退汇") List<ProviderPayment> payments,
        @Schema(description = "按待遇年度分列") List<StatementYear> years,
        @Schema(description = "撤回的各次复核") List<WithdrawnApproval> withdrawnApprovals) {

    MonthlyStatementView with(
            List<ProviderPayment> already, List<StatementYear> byYear, List<WithdrawnApproval> withdrawn) {
        return new MonthlyStatementView(
                id,
                provider,
                area,
                month,
                claims,
                totalAmount,
                poolPay,
                criticalIllnessPay,
                medicalAssistancePay,
                deduction,
                retentionRate,
                retention,
                payable,
                findings,
                madeBy,
                madeOn,
                approvedBy,
                paidBy,
                voucher,
                state,
                retainedThisYear,
                releasedThisYear,
                already,
                byYear,
                withdrawn);
    }

    /** 已生成、已复核、已拨付、银行退汇、已退回 */
    @Schema(name = "MonthlyStatementState")
    public enum State {
        MADE("已生成"),
        APPROVED("已复核"),
        PAID("已拨付"),
        BOUNCED("银行退汇"),
        REJECTED("已退回");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** As it stands in sentences for people. */
        public String title() {
            return title;
        }
    }
}
