package jumin.claims.clearing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jumin.claims.provider.ProviderCode;
import jumin.regulation.Rate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the assessment of a provider's year came to, and what goes back by it. */
@Schema(description = "预留返还：机构、付款的统筹区、年度、考核结果与返还比例")
public record RetentionReleaseSubmission(
        @NotNull ProviderCode provider,

        @NotNull @Pattern(regexp = "\\d{6}") @Schema(examples = "990100")
        String area,

        @NotNull @Min(2000) @Max(2100) @Schema(examples = "2024")
        Integer year,

        @NotBlank @Size(max = 100) @Schema(description = "考核结果", examples = "92 分，合格")
        String result,

        @NotBlank @Size(max = 100) @Schema(description = "考核结论的文号", examples = "医保考核〔2025〕3号")
        String decision,

        @Schema(description = "返还比例，按服务协议由考核结果得出；法规数据写明比例的不填或填相同的", examples = "\"0.9\"")
        Rate share) {}
