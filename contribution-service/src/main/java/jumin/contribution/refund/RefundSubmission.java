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

        @Min(2000) @Max(2100) @Schema(required = true, description = "待遇年度", examples = "2024")
        int benefitYear,

        @NotNull
        @Pattern(regexp = "[a-z_]{3,40}", message = "须为退费原因代码")
        @Schema(
                description = "surplus 多缴或重复缴费（不属保险费，随时可退）；或退费情形代码，词表见 GET refund-causes，是否准予以试算为准",
                examples = "surplus")
        String cause,

        @Schema(description = "情形发生之日；surplus 不填，参保关系已因此终止的可不填")
        LocalDate eventDate,

        @Valid @Schema(description = "收款人；不填则原路退回") Payee payee,
        @Size(max = 200) @Schema(description = "说明") String note,

        @Valid @Schema(description = "条文所列情形之外由县级经办机构决定的：文号和理由；只由县级经办提出")
        CountyDecision decision) {

    static final String SURPLUS = "surplus";

    /** 经办机构决定: of a case that the article leaves to the office (“等情形”). */
    public record CountyDecision(
            @NotBlank(message = "决定文号必填") @Size(max = 60) @Schema(examples = "演示医保决〔2024〕3号")
            String documentNo,

            @NotBlank(message = "须写明理由") @Size(max = 200) String reason) {}

    RefundSubmission of(UUID owner) {
        return new RefundSubmission(owner, voucherNo, benefitYear, cause, eventDate, payee, note, decision);
    }

    RefundSubmission on(LocalDate day) {
        return new RefundSubmission(personId, voucherNo, benefitYear, cause, day, payee, note, decision);
    }

    /** 收款人. */
    public record Payee(
            @NotBlank(message = "户名必填") @Size(max = 100) String name,

            @NotNull(message = "账号必填") @Pattern(regexp = "\\d{10,25}", message = "账号须为10至25位数字")
            String account,

            @Schema(description = "与参保人的关系：SELF 本人（缺省）/ GUARDIAN 监护人 / HEIR 继承人 / AGENT 受托人")
            Relation relation) {}

    /** 收款人与参保人的关系. */
    public enum Relation {
        SELF,
        GUARDIAN,
        HEIR,
        AGENT
    }

    @Schema(hidden = true)
    boolean isSurplus() {
        return cause.equals(SURPLUS);
    }

    /** 新认定资助对象: the levy stays, its subsidised part lies in suspense by then. */
    @Schema(hidden = true)
    boolean isRecognition() {
        return cause.equals(RecognisedPart.CAUSE);
    }
}
