package jumin.claims.clearing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an approval is taken back. */
@Schema(description = "撤回复核的理由")
public record ApprovalWithdrawalReason(
        @NotBlank @Size(max = 200) @Schema(examples = "预留比例有误")
        String reason) {}
