package jumin.claims.clearing;

import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 月度结算单中属于一个待遇年度的 */
@Schema(name = "MonthlyStatementYear", description = "结算单中属于一个待遇年度的；各年度合计即结算单的金额")
public record StatementYear(
        int benefitYear, @Schema(description = "基金应付") Money fund, Money deduction, Money retention, Money payable) {

    static StatementYear of(int benefitYear, Shares.Share share) {
        return new StatementYear(benefitYear, share.fund(), share.deduction(), share.retention(), share.payable());
    }
}
