package jumin.contribution.elsewhere;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 追回到账. */
@Schema(name = "ElsewhereAidRecovery", description = "追回到账，一次全额")
public record AidRecovery(
        @NotNull(message = "收款单号必填") @Size(min = 3, max = 60) @Schema(description = "收款单号", examples = "ZH20240601001")
        String documentNo,

        @NotNull @Schema(description = "到账日期") LocalDate receivedOn,

        @NotNull @Schema(description = "到账金额，须为该笔资助的全额", examples = "320.00")
        Money amount) {

    public AidRecovery {
        documentNo = documentNo == null ? null : documentNo.strip();
    }

    void check(AidPayout payout, LocalDate today) {
        if (documentNo.isEmpty()) {
            throw AidResult.invalid("/documentNo", "收款单号必填", "请填写支出户的收款单号");
        }
        if (receivedOn.isAfter(today)) {
            throw AidResult.invalid("/receivedOn", "到账日期在今天之后", "到账后再报告");
        }
        if (!amount.equals(payout.amount())) {
            throw AidResult.invalid("/amount", "到账金额与该笔资助（" + payout.amount() + " 元）不同", "收齐后一次报告全额");
        }
    }
}
