package jumin.contribution.elsewhere;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 追回到账. */
@Schema(name = "ElsewhereAidRecovery", description = "追回到账的一笔，可以分次")
public record AidRecovery(
        @NotNull(message = "收款单号必填") @Size(min = 3, max = 60) @Schema(description = "收款单号", examples = "ZH20240601001")
        String documentNo,

        @NotNull @Schema(description = "到账日期") LocalDate receivedOn,

        @NotNull @Schema(description = "到账金额，不超过尚未追回的", examples = "320.00")
        Money amount) {

    public AidRecovery {
        documentNo = documentNo == null ? null : documentNo.strip();
    }

    /** The same document said again says the same. */
    boolean saidBefore(AidPayout payout) {
        var known = payout.receipts().stream()
                .filter(AidReceipt::stands)
                .filter(receipt -> receipt.documentNo().equals(documentNo))
                .findFirst();
        if (known.filter(receipt -> !receipt.amount().equals(amount)
                        || !receipt.receivedOn().equals(receivedOn))
                .isPresent()) {
            throw AidResult.invalid(
                    "/documentNo",
                    "收款单号 " + documentNo + " 已登记为 " + known.get().receivedOn() + " 到账 "
                            + known.get().amount() + " 元",
                    "另一笔到账请填它自己的单号；登记有误的，由另一人冲销后重新登记");
        }
        return known.isPresent();
    }

    void check(AidPayout payout, LocalDate today) {
        if (documentNo.isEmpty()) {
            throw AidResult.invalid("/documentNo", "收款单号必填", "请填写支出户的收款单号");
        }
        if (receivedOn.isAfter(today)) {
            throw AidResult.invalid("/receivedOn", "到账日期在今天之后", "到账后再报告");
        }
        if (payout.paid().on().filter(receivedOn::isBefore).isPresent()) {
            throw AidResult.invalid(
                    "/receivedOn", "到账日期早于付款的 " + payout.paid().on().get(), "请核对收款单的日期");
        }
        if (amount.compareTo(Money.ZERO) <= 0 || amount.compareTo(payout.outstanding()) > 0) {
            throw AidResult.invalid("/amount", "到账金额须大于 0，不超过尚未追回的 " + payout.outstanding() + " 元", "多收的退回付款人");
        }
    }
}
