package jumin.contribution.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 缴费回执: what was answered at receipt; the same answer whenever the same voucher is sent again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentReceipt(
        UUID paymentId,
        String voucherNo,
        PaymentSubmission.Kind kind,
        PaymentOutcome outcome,
        @Schema(description = "状态说明") String outcomeText,
        @Schema(description = "是否在集中征缴期之后") boolean late,
        int benefitYear,
        Money amount,
        @Schema(description = "计入应缴的金额") Money accepted,
        @Schema(description = "列入暂存款的金额") Money inSuspense,
        LocalDate paidOn,
        OffsetDateTime receivedAt,
        @Schema(description = "下一步") String whatToDo) {}
