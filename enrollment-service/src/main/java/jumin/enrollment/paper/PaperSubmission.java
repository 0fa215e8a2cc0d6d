package jumin.enrollment.paper;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A paper to be handed out.
 *
 * @param subject the enrollment, the household, or the village, by kind
 * @param unmasked full id numbers: asks for the right, and is audited with its purpose
 */
@Schema(description = "开具单据")
public record PaperSubmission(
        @NotNull
        @Schema(
                description =
                        "ENROLLMENT_PROOF 参保凭证；HOUSEHOLD_PROOF 全户参保凭证；REGISTRATION_FORM 参保登记表（户）；VILLAGE_LIST 村级花名册；UNENROLLED_LIST 村级未参保摸底表")
        PaperKind kind,

        @NotBlank @Size(max = 40) @Schema(description = "参保登记编号、户编号或村（居）代码")
        String subject,

        @Min(2000) @Max(2100) int benefitYear,
        @Schema(description = "证件号码不脱敏；须写明用途") boolean unmasked,

        @NotBlank(message = "请写明用途") @Size(max = 60) @Schema(examples = "本人异地就医备案")
        String purpose,

        @Nullable @Min(1) @Max(100) @Schema(description = "村级名册的第几份，每份5000人；不写的为唯一一份，超过的说明须分份")
        Integer part) {}
