package jumin.claims.receipt;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jumin.claims.ClaimsProblem;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a receipt is taken back. */
@Schema(description = "冲销登记有误的到账")
public record ReceiptReversal(
        @NotBlank(message = "冲销的理由必填") @Size(max = 200) @Schema(description = "理由", examples = "金额登记有误，应为 30.00")
        String reason) {

    /** By another than who entered it, once. */
    public static void refuseUnless(boolean stands, String enteredBy, String me) {
        if (enteredBy.equals(me)) {
            throw new ProblemException(ClaimsProblem.RECEIPT_NEEDS_OTHER_PERSON, "到账由您登记，请另一人核对后冲销。");
        }
        if (!stands) {
            throw new ProblemException(ClaimsProblem.RECEIPT_NOT_REVERSIBLE, "该笔到账已经冲销，请刷新后再办。");
        }
    }

    public static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有这一笔到账，请刷新后再办。");
    }
}
