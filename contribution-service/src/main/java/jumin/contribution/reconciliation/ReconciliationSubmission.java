package jumin.contribution.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 对账: what the tax organ says it collected on some days for a benefit year. */
public record ReconciliationSubmission(
        @NotNull @Size(max = 20) @Schema(description = "税务机关代码，须与令牌一致", examples = "19901020000")
        String taxOrgan,

        @Min(2000) @Max(2100) @Schema(required = true, description = "待遇年度", examples = "2024")
        int benefitYear,

        @NotNull @Schema(description = "缴费日期起", examples = "2023-09-15")
        LocalDate from,

        @NotNull @Schema(description = "缴费日期止（含）", examples = "2024-03-31")
        LocalDate to,

        @NotNull @Valid Totals totals,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 20000)
        @Schema(description = "明细；超过两万笔的用对账文件（reconciliation-files）。只对总额的不写，一次对一天")
        List<@NotNull @Valid Detail> details,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "国库确认已报到哪一天（含）；给出时三方对账", examples = "2024-03-31")
        LocalDate treasuryThrough,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "是否列出整年未缴的应缴（缺省否）")
        Boolean includeUnpaid) {

    /** 只对总额. */
    boolean byTotals() {
        return details == null;
    }

    /** 总额：正常（未冲正）的笔数和金额. */
    public record Totals(
            @Min(0) @Schema(description = "正常笔数", examples = "66")
            long count,

            @NotNull @Schema(description = "正常金额合计", examples = "19720.00")
            Money sum) {}

    /** 明细. Who it is for may be given; the voucher identifies it. */
    public record Detail(
            @NotNull @Pattern(regexp = "[0-9A-Za-z-]{6,40}", message = "税票号须为6至40位字母数字")
            String voucherNo,

            UUID levyId,
            @Size(max = 40) String personNo,
            @NotNull Money amount,
            @NotNull LocalDate paidOn,

            @Schema(description = "NORMAL 正常（缺省）/ REVERSED 已冲正")
            Status status) {

        boolean reversed() {
            return status == Status.REVERSED;
        }
    }

    /** 正常、已冲正 */
    public enum Status {
        NORMAL,
        REVERSED
    }
}
