package jumin.claims.manual;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.insured.PersonId;
import jumin.claims.payout.PayeeRelation;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementView;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A manual claim as its clerk sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "零星报销：SUBMITTED 已受理、RETURNED 已退回、FIRST_REVIEWED 初审通过、DECIDED 已决定（结果见结算单）、WITHDRAWN 已撤回、REFUSED 不予报销（见通知书）")
public record ManualClaimView(
        UUID id,
        String number,
        PersonId personId,
        String provider,
        LocalDate admissionDate,
        LocalDate dischargeDate,
        Money totalAmount,
        ManualState state,
        @Schema(description = "尚缺的材料") List<Checklist.Document> missing,
        @Schema(description = "决定前须有人处理的事，如就医机构未登记") List<String> notices,
        @Schema(description = "申请截止日；条文没有规定的没有") LocalDate deadline,
        boolean late,
        String lateApprovedBy,
        String payeeName,
        PayeeRelation relation,
        @Schema(description = "账号末四位") String accountLastFour,
        String takenBy,
        LocalDate takenOn,
        String firstReviewBy,
        String secondReviewBy,
        @Schema(description = "退回、不予报销的理由或审核意见") String reason,
        SettlementId settlementId,

        @Schema(description = "按今天所知的试算（打开一件待初审、待复审的申请，或初审时），或决定的结果")
        SettlementView result,

        @Schema(description = "所提交的账单、材料和开户行；打开一件时才有，清单中没有") Submitted submitted) {

    /** 申请内容, as it can be sent again when it is corrected; the account has to be entered anew. */
    @Schema(name = "ManualClaimSubmitted", description = "所提交的：账单与明细、收到的材料代码、是否做过手术、开户行")
    public record Submitted(BillSubmission bill, List<String> documents, boolean hadOperation, String payeeBank) {}
}
