package jumin.contribution.elsewhere;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 支出户付款结果. */
@Schema(name = "ElsewhereAidPaymentResult", description = "支出户付款结果")
public record AidResult(
        @NotNull @Schema(description = "PAID 已付 / FAILED 未付成")
        Outcome outcome,

        @Min(1) @Schema(required = true, description = "第几次下达", examples = "1")
        int attempt,

        @Size(min = 3, max = 60) @Schema(description = "付款单号，已付时必填")
        String documentNo,

        @Schema(description = "付款日期，已付时必填") LocalDate paidOn,

        @Size(max = 200) @Schema(description = "原因，未付成时必填") String reason) {

    /** 已付、未付成 */
    public enum Outcome {
        PAID,
        FAILED
    }

    public AidResult {
        documentNo = documentNo == null ? null : documentNo.strip();
    }

    /** @throws ProblemException FIELD_INVALID at what is missing for the outcome */
    void check(LocalDate today) {
        if (outcome == Outcome.PAID && (documentNo == null || documentNo.isEmpty())) {
            throw invalid("/documentNo", "已付的须有付款单号", "请填写支出户的付款单号");
        }
        if (outcome == Outcome.PAID && paidOn == null) {
            throw invalid("/paidOn", "已付的须有付款日期", "请填写支出户的付款日期");
        }
        if (paidOn != null && paidOn.isAfter(today)) {
            throw invalid("/paidOn", "付款日期在今天之后", "付出后再报告");
        }
        if (outcome == Outcome.FAILED && (reason == null || reason.isBlank())) {
            throw invalid("/reason", "未付成的须写明原因", "请补充，如 账户已注销");
        }
    }

    static ProblemException invalid(String pointer, String what, String cure) {
        return ProblemException.field(PlatformProblem.FIELD_INVALID, pointer, what, cure);
    }
}
