package jumin.contribution.elsewhere;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 异地参保资助的拨付 as staff sees it. */
@Schema(name = "ElsewhereAidPayout", description = "异地参保资助的拨付")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AidPayoutView(
        @Schema(description = "登记服务的申请编号") UUID claimId,
        @Schema(description = "翻页用的次序") long seq,
        UUID personId,
        String divisionPath,
        int benefitYear,
        Money amount,
        @Schema(description = "资助身份") String category,
        @Schema(description = "由哪个部门负担，按它结算资助参保款") String payer,
        String article,

        @Schema(
                description =
                        "DUE 待登记收款账户 / PREPARED 待复核 / ORDERED 已下达 / FAILED 付款失败 / PAID 已付 / WITHDRAWN 已撤回，未付 / TO_RECOVER 已付后撤回，待追回 / RECOVERED 已追回")
        String state,

        String stateText,
        @Schema(description = "下达过几次") int attempt,
        @Schema(description = "收款人（脱敏）") String payeeMasked,
        @Schema(description = "与参保人的关系") String payeeRelation,
        String preparedBy,
        String orderedBy,
        OffsetDateTime orderedAt,
        @Schema(description = "付款单号") String documentNo,
        LocalDate paidOn,
        @Schema(description = "追回的收款单号；分次的为收齐的那一笔") String recoveredDocumentNo,
        LocalDate recoveredOn,
        @Schema(description = "已追回到账的合计；没有追回的没有") Money received,
        @Schema(description = "尚未追回的") Money outstanding,
        @Schema(description = "历次追回到账，含冲销的") List<AidReceipt> receipts,
        @Schema(description = "最近一次付款失败的原因") String note,
        OffsetDateTime changedAt) {

    static AidPayoutView of(AidPayout payout) {
        var whose = payout.whose();
        var comesBack = payout.state() == AidPayout.State.TO_RECOVER || payout.state() == AidPayout.State.RECOVERED;
        var named = !payout.payee().sealed().isEmpty();
        return new AidPayoutView(
                payout.claimId(),
                payout.seq(),
                whose.personId(),
                whose.divisionPath(),
                whose.benefitYear(),
                payout.amount(),
                payout.grounds().category(),
                payout.grounds().payer(),
                payout.grounds().article(),
                payout.state().name(),
                payout.state().title(),
                payout.attempt(),
                named ? payout.payee().masked() : null,
                named ? payout.payee().relation() : null,
                payout.hands().preparedBy().orElse(null),
                payout.hands().orderedBy().orElse(null),
                payout.hands().orderedAt().orElse(null),
                payout.paid().documentNo().orElse(null),
                payout.paid().on().orElse(null),
                payout.recovered().documentNo().orElse(null),
                payout.recovered().on().orElse(null),
                comesBack ? payout.received() : null,
                comesBack ? payout.outstanding() : null,
                payout.receipts(),
                payout.note(),
                payout.changedAt());
    }

    /** 拨付清单. @param next pass as {@code after} for the next page; absent at the end */
    @Schema(name = "ElsewhereAidPayoutPage", description = "拨付清单的一页")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<AidPayoutView> items, Long next) {}

    /** 付款指令, with the account in clear. */
    @Schema(name = "ElsewhereAidOrder", description = "支出户付款指令")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Order(
            UUID claimId,
            @Schema(description = "翻页用的次序") long seq,
            int attempt,
            int benefitYear,
            Money amount,
            String payer,
            String payeeName,
            String payeeAccount,
            OffsetDateTime orderedAt) {}
}
