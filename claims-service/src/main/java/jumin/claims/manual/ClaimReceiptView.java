package jumin.claims.manual;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.claims.payout.PayeeRelation;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 受理单: what the applicant takes home: what was handed in, what is missing, until when, whom to ask by which number. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "零星报销受理单：收到的和尚缺的材料、条款、期限、向谁凭什么单号查询")
public record ClaimReceiptView(
        String title,
        String areaName,
        UUID claimId,
        @Schema(description = "凭此单号查询") String number,
        ManualState state,
        String stateTitle,
        @Schema(description = "已退回、已撤回的：理由") String stateReason,
        Applicant applicant,
        Care care,
        List<Asked> documents,
        @Schema(description = "另外收到的、条文没有要求的材料") List<String> others,
        Deadline deadline,
        Office office,
        LocalDate takenOn,
        String takenBy,
        LocalDate printedOn,
        String printedBy) {

    /** 申请人与收款人，已遮盖 */
    @Schema(name = "ClaimReceiptApplicant", description = "参保人、收款人（已遮盖）")
    public record Applicant(
            String name,
            String idNumber,
            String payeeName,
            PayeeRelation relation,
            String relationTitle,
            String bank,
            String accountLastFour) {}

    /** 所申请的费用 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ClaimReceiptCare", description = "就诊机构（未登记的没有名称）、日期、费用合计与明细行数")
    public record Care(
            String provider,
            String providerName,
            LocalDate admissionDate,
            LocalDate dischargeDate,
            Money totalAmount,
            int lines,
            boolean hadOperation) {}

    /** 条文要求的一件材料 */
    @Schema(name = "ClaimReceiptDocument", description = "条文要求的材料、条款，收到没有")
    public record Asked(String code, String title, String article, boolean received) {}

    /** 申请期限 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ClaimReceiptDeadline", description = "申请截止日与条款；条文没有规定的没有截止日")
    public record Deadline(LocalDate last, String article, boolean late, String lateApprovedBy) {}

    /** 经办机构 */
    @Schema(name = "ClaimReceiptOffice", description = "向谁查询：乡镇和县的名称")
    public record Office(String township, String county) {}

    /** 尚缺的材料, which the paper counts. */
    @JsonIgnore
    public List<Asked> missing() {
        return documents.stream().filter(one -> !one.received()).toList();
    }
}
