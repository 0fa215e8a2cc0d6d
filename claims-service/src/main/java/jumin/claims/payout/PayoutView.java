package jumin.claims.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.platform.personal.Masked;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 应付个人或应向个人追回的一笔 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "应付个人或应追回的一笔：WAITING_FOR_ACCOUNT 待补账户、ACCOUNT_ENTERED 账户已填待另一人确认、READY 待支付、IN_BATCH 已进批次、PAID 已支付、BOUNCED 已支付后银行退汇（另有一笔重新应付）、REJECTED 银行退回（更正账户后重新支付）、TO_RECOVER 待追回、RECOVERED 已追回、SET_OFF 已抵销（同一就诊的应付与应追回相抵，或疑点已追回的部分）")
public record PayoutView(
        UUID id,
        PersonId personId,
        SettlementId settlementId,
        @Schema(description = "TO_PAY 应付、TO_RECOVER 应追回") Direction direction,
        Money amount,
        String payeeName,
        @Schema(description = "收款人与参保人的关系") PayeeRelation payeeRelation,
        @Schema(description = "开户行") String payeeBank,
        @Schema(description = "账号末四位") String accountLastFour,
        @Schema(description = "账户第几次填写；确认时照写，此后有变动的不能确认") int accountVersion,
        @Schema(description = "填账户的人；确认须由另一人") String accountEnteredBy,
        PayoutState state,
        UUID batch,
        Integer line,
        @Schema(description = "银行退回的原因") String reason,
        @Schema(description = "因审核疑点追回的：疑点") UUID finding,
        @Schema(description = "应追回的：已到账的合计，含与应付相抵的") Money received,
        @Schema(description = "应追回的：历次到账，含冲销的；清单里没有") List<PayoutReceipt> receipts) {

    PayoutView with(List<PayoutReceipt> came) {
        return new PayoutView(
                id,
                personId,
                settlementId,
                direction,
                amount,
                payeeName,
                payeeRelation,
                payeeBank,
                accountLastFour,
                accountVersion,
                accountEnteredBy,
                state,
                batch,
                line,
                reason,
                finding,
                received,
                came);
    }

    /** In a list the name is masked; whoever opens one sees it. */
    PayoutView masked() {
        return new PayoutView(
                id,
                personId,
                settlementId,
                direction,
                amount,
                payeeName.isEmpty() ? "" : Masked.name(payeeName),
                payeeRelation,
                payeeBank,
                accountLastFour,
                accountVersion,
                accountEnteredBy,
                state,
                batch,
                line,
                reason,
                finding,
                received,
                receipts);
    }

    /** 应付、应追回 */
    public enum Direction {
        TO_PAY,
        TO_RECOVER
    }
}
