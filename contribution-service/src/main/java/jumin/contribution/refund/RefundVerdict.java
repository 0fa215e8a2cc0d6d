package jumin.contribution.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 退费审核意见, article first.
 *
 * @param endsLevy whether the levy's own money goes back, and with it the cover
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundVerdict(
        @Schema(description = "条款依据") String article,
        boolean allowed,
        @Schema(description = "可退金额") Money amount,
        @Schema(description = "不予退费的原因代码") String code,
        @Schema(description = "说明") String text,
        boolean endsLevy,
        @Schema(description = "自何日起可付（条文有规定的）") LocalDate payableFrom,
        List<Part> parts,
        @Schema(description = "经办机构决定的文号") String decision,
        @Schema(description = "该年度已由基金支付的医疗费") Settled settled,
        String lawRelease) {

    /** 该年度已由基金支付的. */
    public record Settled(
            @Schema(description = "笔数", examples = "2") long bills,
            @Schema(description = "基金支付合计") Money fundPaid) {

        static final Settled NOTHING = new Settled(0, Money.ZERO);
    }

    /** What goes back of one voucher. */
    public record Part(UUID paymentId, String voucherNo, Money amount) {}

    static RefundVerdict refused(String article, String code, String text, String lawRelease) {
        return new RefundVerdict(
                article, false, Money.ZERO, code, text, false, null, List.of(), null, Settled.NOTHING, lawRelease);
    }

    RefundVerdict with(Settled bills) {
        return new RefundVerdict(
                article, allowed, amount, code, text, endsLevy, payableFrom, parts, decision, bills, lawRelease);
    }

    /** Whether it gives back at least this of a payment. */
    boolean covers(Refunds.Line line) {
        return parts.stream()
                .anyMatch(part -> part.paymentId().equals(line.paymentId())
                        && part.amount().compareTo(line.amount()) >= 0);
    }
}
