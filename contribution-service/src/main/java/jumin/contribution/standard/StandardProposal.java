package jumin.contribution.standard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 拟定的年度筹资标准. */
public record StandardProposal(
        @NotNull @Pattern(regexp = "\\d{6}", message = "须为六位行政区划代码") @Schema(description = "统筹区", examples = "990100")
        String area,

        @Min(2000) @Max(2100) @Schema(required = true, description = "待遇年度", examples = "2024")
        int benefitYear,

        @NotNull @Schema(description = "个人缴费", examples = "380.00")
        Money individualContribution,

        @NotNull @Schema(description = "财政补助", examples = "670.00")
        Money fiscalSubsidy,

        @Valid @Schema(description = "财政补助按各级政府分担，可不填；填则四级都填，之和等于财政补助")
        FiscalShares fiscalByLevel,

        @NotNull @Schema(description = "集中征缴期首日", examples = "2023-09-15")
        LocalDate windowFrom,

        @NotNull @Schema(description = "集中征缴期末日", examples = "2024-02-29")
        LocalDate windowTo,

        @Valid @Schema(description = "集中征缴期的延长，没有则不填") WindowExtension windowExtension,

        @Schema(description = "上年度居民人均可支配收入，未公布时为空", examples = "35000.00")
        Money perCapitaIncome,

        @Size(max = 50) @Schema(description = "条文留给其他文件的大病保险、医疗救助标准，没有的不填")
        List<@NotNull @Valid BenefitParameter> benefits,

        @Min(0) @Max(24) @Schema(description = "条文把待遇等待期的长度留给市里规定的，该年度的月数；条文自己写明的不填", examples = "3")
        Integer configuredWaitMonths,

        @NotBlank(message = "文号必填") @Size(max = 100) @Schema(description = "文号", examples = "演示〔2023〕1号")
        String decisionNumber) {

    List<BenefitParameter> parameters() {
        return benefits == null ? List.of() : benefits;
    }
}
