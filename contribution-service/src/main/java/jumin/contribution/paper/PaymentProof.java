package jumin.contribution.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 缴费证明: what of a person's payments the levy of a year has taken; money in suspense is not contribution. */
public record PaymentProof(
        @Schema(description = "证明编号", examples = "JFZM-2024-P000000001")
        String number,

        UUID personId,
        String personNo,
        String name,
        String idMasked,
        int benefitYear,
        @Schema(description = "个人缴费标准") Money individualContribution,
        @Schema(description = "资助金额") Money subsidyAmount,
        @Schema(description = "个人应缴") Money dueAmount,
        @Schema(description = "已缴") Money paidAmount,
        @Schema(description = "是否缴清") boolean paidInFull,
        List<Voucher> vouchers,

        @Schema(description = "待遇区间及条款；没有的，尚未享受或尚未确定") List<Cover> cover,

        LocalDate issuedOn) {

    /** 一段待遇区间, both days included. */
    public record Cover(LocalDate from, LocalDate to, String state, String stateText, String article) {}

    /** One tax voucher. @param accepted what the levy took of it */
    public record Voucher(String voucherNo, String taxOrgan, LocalDate paidOn, Money amount, Money accepted) {}

    /** 缴清 / 未缴清, for the page. */
    public String standing() {
        return paidInFull ? "已缴清" : "未缴清";
    }
}
