package jumin.contribution.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 退费单 as staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundView(
        UUID refundId,

        @Schema(description = "REQUESTED 待复核 / ORDERED 已下达 / FAILED 退库失败或退票 / PAID 已退 / REJECTED 不予办理 / WITHDRAWN 已撤回")
        String state,

        String stateText,
        UUID personId,
        int benefitYear,
        String cause,
        Money amount,
        String taxOrgan,
        @Schema(description = "审核意见，条款在先") Object verdict,
        String payeeMasked,

        @Schema(description = "TAX 税务退库 / EXPENDITURE 支出户付款")
        String channel,

        String channelText,
        @Schema(description = "自何日起可付") LocalDate payableFrom,

        @Schema(description = "收款人：ORIGINAL 原路 / SELF 本人 / GUARDIAN 监护人 / HEIR 继承人 / AGENT 受托人")
        String payeeRelation,

        String payeeRelationText,
        int attempt,
        String requestedBy,
        OffsetDateTime requestedAt,
        String decidedBy,
        OffsetDateTime decidedAt,
        @Schema(description = "退库单号") String documentNo,
        LocalDate paidOn,
        String note,
        @Schema(description = "付款失败后提出、待复核人重新下达时采用的收款账户") ProposedPayee proposedPayee,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "退票：已报付出、其后款项被退回的各次付款")
        List<RefundBounces.Bounce> bounces,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "收款人（有待采用的更正账户时为其收款人）不是本人时须有的材料，是否已上传；不全的不能复核、不能重新下达")
        List<PayeeDocuments.Needed> payeeDocuments) {

    /** 待采用的收款账户. */
    public record ProposedPayee(
            String payeeMasked, String payeeRelation, String proposedBy, OffsetDateTime proposedAt) {}

    static RefundView of(
            RefundCase refund,
            Object verdict,
            Optional<ProposedPayee> proposed,
            List<RefundBounces.Bounce> bounces,
            List<PayeeDocuments.Needed> payeeDocuments) {
        return new RefundView(
                refund.id(),
                refund.state().name(),
                refund.state().title(),
                refund.personId().orElse(null),
                refund.benefitYear(),
                refund.cause(),
                refund.amount(),
                refund.where().organ(),
                verdict,
                refund.payeeMasked(),
                refund.terms().channel().name(),
                refund.terms().channel().title(),
                refund.terms().payableFrom().orElse(null),
                refund.terms().payee().name(),
                refund.terms().payee().title(),
                refund.attempt(),
                refund.hands().requestedBy(),
                refund.hands().requestedAt(),
                refund.hands().decidedBy().orElse(null),
                refund.hands().decidedAt().orElse(null),
                refund.documentNo().orElse(null),
                refund.paidOn().orElse(null),
                refund.note(),
                proposed.orElse(null),
                bounces,
                payeeDocuments);
    }
}
