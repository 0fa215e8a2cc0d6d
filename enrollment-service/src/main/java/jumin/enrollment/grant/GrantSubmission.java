package jumin.enrollment.grant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a city or county decided to pay. */
@Schema(description = "资助标准：条文交由市、县规定的，按类别和年度公布")
public record GrantSubmission(
        @NotNull @Pattern(regexp = "\\d{6}", message = "市或县的代码为6位数字")
        String divisionCode,

        @Min(2000) @Max(2100) int benefitYear,

        @NotBlank @Size(max = 60) @Schema(description = "人员类别代码", examples = "minimum_living")
        String category,

        @Schema(description = "全额资助；否则填 amount") boolean full,

        @Nullable @Schema(description = "定额资助的金额", examples = "280.00")
        Money amount,

        @NotBlank @Size(max = 60) @Schema(examples = "医保〔2024〕3号")
        String decisionNumber) {}
