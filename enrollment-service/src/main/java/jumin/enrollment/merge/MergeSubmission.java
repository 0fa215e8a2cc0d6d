package jumin.enrollment.merge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 合并: two records are one person. */
@Schema(description = "两条登记实为一人：保留一条，另一条并入")
public record MergeSubmission(
        @NotNull @Schema(description = "保留的") PersonId survivorId,
        @NotNull @Schema(description = "并入的") PersonId mergedId,

        @NotBlank @Size(max = 200) @Schema(examples = "新生儿先以出生证登记，后又以身份证登记")
        String reason,

        @NotBlank @Size(max = 200) @Schema(description = "核对的材料", examples = "出生医学证明、户口簿")
        String evidence) {

    /** 撤销合并，或确认不是同一人 */
    @Schema(name = "MergeReason", description = "原因")
    public record Reason(
            @NotBlank @Size(max = 200) @Schema(examples = "核对后不是同一人")
            String reason) {}

    /** 不是同一人 */
    @Schema(name = "DuplicateDismissal", description = "确认两条登记不是同一人")
    public record Dismissal(
            @NotNull PersonId oneId,
            @NotNull PersonId otherId,

            @NotBlank @Size(max = 200) @Schema(examples = "同名同日生，身份证号均已核对")
            String reason) {}
}
