package jumin.contribution.refund;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 退费申请. Names the person, or for money without an owner the voucher. */
@Schema(examples = """
        {"personId":"0198d3c0-0000-7000-8000-000000000001","benefitYear":2024,"cause":"surplus","note":"重复缴费"}\
        """)
public record RefundSubmission(
        @Schema(description = "参保人") UUID personId,

        @Pattern(regexp = "[0-9A-Za-z-]{6,40}", message = "税票号须为6至40位字母数字") @Schema(description = "只退此税票；无人认领的缴费必填")
        String voucherNo,

        @Min(2000) @Max(2100) @Schema(description = "待遇年度", examples = "2024")
        int benefitYear,

        @NotNull
        @Pattern(regexp = "[a-z_]{3,40}", message = "须为退费原因代码")
        @Schema(
                description =
                        "surplus 多缴或重复缴费（不属保险费，随时可退）；或条文所列情形：duplicate_payment 重复参保缴费、employee_insurance 参加职工医保、other_region_insurance 参加外地居民医保、military_service 参军、death 死亡、recognised_special 新认定资助对象",
                examples = "surplus")
        String cause,

        @Schema(description = "情形发生之日；surplus 不填") LocalDate eventDate,
        @Valid @Schema(description = "收款人；不填则原路退回") Payee payee,
        @Size(max = 200) @Schema(description = "说明") String note) {

    static final String SURPLUS = "surplus";

    /** 收款人. */
    public record Payee(
            @NotBlank(message = "户名必填") @Size(max = 100) String name,
            @NotBlank(message = "账号必填") @Size(max = 40) String account,

            @Schema(description = "与参保人的关系：SELF 本人（缺省）/ GUARDIAN 监护人 / HEIR 继承人 / AGENT 受托人")
            Relation relation) {}

    /** 收款人与参保人的关系. */
    public enum Relation {
        SELF,
        GUARDIAN,
        HEIR,
        AGENT
    }

    boolean isSurplus() {
        return cause.equals(SURPLUS);
    }
}
