package jumin.contribution.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 退费单 as staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundView(
        UUID refundId,

        @Schema(description = "REQUESTED 待复核 / ORDERED 已下达 / FAILED 退库失败 / PAID 已退 / REJECTED 不予办理")
        String state,

        UUID personId,
        int benefitYear,
        String cause,
        Money amount,
        String taxOrgan,
        @Schema(description = "审核意见，条款在先") Object verdict,
        String payeeMasked,
        int attempt,
        String requestedBy,
        OffsetDateTime requestedAt,
        String decidedBy,
        OffsetDateTime decidedAt,
        @Schema(description = "退库单号") String documentNo,
        LocalDate paidOn,
        String note) {

    static RefundView of(RefundCase refund, Object verdict) {
        return new RefundView(
                refund.id(),
                refund.state().name(),
                refund.personId().orElse(null),
                refund.benefitYear(),
                refund.cause(),
                refund.amount(),
                refund.where().organ(),
                verdict,
                refund.payeeMasked(),
                refund.attempt(),
                refund.hands().requestedBy(),
                refund.hands().requestedAt(),
                refund.hands().decidedBy().orElse(null),
                refund.hands().decidedAt().orElse(null),
                refund.documentNo().orElse(null),
                refund.paidOn().orElse(null),
                refund.note());
    }
}
