package jumin.contribution.standard;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 由另文规定的待遇标准: what the city's text leaves to other documents of critical illness and assistance, for a class of persons. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "由另文规定的待遇标准：某类人员的支付比例、起付线、限额；同一层按次序，先写的类别先适用")
public record BenefitParameter(
        @NotNull @Schema(description = "CRITICAL_ILLNESS 大病保险、ASSISTANCE 医疗救助")
        Layer layer,

        @Size(max = 40) @Schema(description = "人员类别（法规用语）；不填即其他所有人", examples = "minimum_living")
        String category,

        @NotNull @Schema(description = "支付比例", examples = "0.7")
        Rate ratio,

        @Schema(description = "起付线；大病保险必填", examples = "3000.00")
        Money line,

        @Schema(description = "限额，没有的不填", examples = "50000.00")
        Money cap,

        @Schema(description = "大病保险是否纳入先行自付费用") Boolean includePrepay,

        @Schema(description = "医疗救助的起付线、限额是否按年度累计；不填即每次就医各算各的")
        Boolean yearly,

        @NotBlank(message = "文号必填") @Size(max = 100) @Schema(description = "规定它的文件", examples = "演示〔2024〕5号")
        String decisionNumber) {

    /** 哪一层. */
    @Schema(name = "BenefitLayer")
    public enum Layer {
        CRITICAL_ILLNESS,
        ASSISTANCE
    }
}
