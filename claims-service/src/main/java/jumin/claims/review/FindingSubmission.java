package jumin.claims.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A finding as a reviewer enters it. */
@Schema(description = "审核疑点：结算、规则、经过和涉及金额")
public record FindingSubmission(
        @NotNull UUID settlementId,

        @NotBlank @Size(max = 40) @Schema(examples = "DISCHARGE_DRUGS_ACUTE")
        String rule,

        @NotBlank @Size(max = 500) String detail,

        @NotNull @Schema(description = "涉及金额；不涉及的写 0.00", examples = "\"120.00\"")
        Money amount) {}
