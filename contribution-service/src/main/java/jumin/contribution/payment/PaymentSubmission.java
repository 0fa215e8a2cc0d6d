package jumin.contribution.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 缴费明细 or 冲正, as the tax bureau reports it. Who pays is named by levy, id number or person number. */
@Schema(examples = """
        {"voucherNo":"336090240100000001","levyId":"0198d3c0-0000-7000-8000-000000000001","benefitYear":2024,"amount":"380.00","paidOn":"2023-11-02"}\
        """)
public record PaymentSubmission(
        @NotNull
        @Pattern(regexp = "[0-9A-Za-z-]{6,40}", message = "税票号须为6至40位字母数字")
        @Schema(description = "电子税票号", examples = "336090240100000001")
        String voucherNo,

        @Schema(description = "NORMAL 正常（缺省）/ REVERSAL 冲正") Kind kind,

        @Pattern(regexp = "[0-9A-Za-z-]{6,40}", message = "税票号须为6至40位字母数字") @Schema(description = "冲正时：原缴费的电子税票号")
        String reverses,

        @Schema(description = "应缴编号") UUID levyId,
        @Size(max = 40) @Schema(description = "人员编号") String personNo,
        @Size(max = 40) @Schema(description = "证件号码") String idNumber,
        @Size(max = 100) @Schema(description = "姓名") String name,

        @Min(2000) @Max(2100) @Schema(required = true, description = "待遇年度（费款所属期）", examples = "2024")
        int benefitYear,

        @NotNull @Schema(description = "实缴金额，大于零", examples = "380.00")
        Money amount,

        @NotNull @Schema(description = "缴费日期", examples = "2023-11-02")
        LocalDate paidOn,

        @Schema(description = "入库日期，尚未入库时为空；也可以后用国库确认接口补报") LocalDate treasuryOn,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "上解财政专户的日期，尚未上解时为空")
        LocalDate remittedOn) {

    /** 正常、冲正 */
    public enum Kind {
        NORMAL,
        REVERSAL
    }

    @Schema(hidden = true)
    boolean isReversal() {
        return kind == Kind.REVERSAL;
    }

    boolean namesPayer() {
        return levyId != null || filled(personNo) || filled(idNumber);
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }
}
