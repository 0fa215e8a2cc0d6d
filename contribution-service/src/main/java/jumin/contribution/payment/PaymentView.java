package jumin.contribution.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.contribution.sheet.ExportList.Column;
import jumin.contribution.sheet.ExportList.Form;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 缴费 as staff see it, with where its money lies now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentView(
        UUID paymentId,
        String voucherNo,
        String taxOrgan,
        int benefitYear,
        UUID personId,
        @Schema(description = "缴费记录所载证件（脱敏）") String statedIdMasked,
        @Schema(description = "缴费记录所载姓名（脱敏）") String statedNameMasked,
        Money amount,
        LocalDate paidOn,
        @Schema(description = "入库日期，以现行的国库确认为准") LocalDate treasuryOn,
        @Schema(description = "上解日期") LocalDate remittedOn,
        @Schema(description = "国库退回税务机关的日期") LocalDate returnedOn,
        @Schema(description = "收到时的状态") PaymentOutcome outcome,

        @Schema(description = "款项现状") MoneyState state,
        @Schema(description = "款项现状的文字") String outcomeText,
        boolean late,
        boolean reversed,
        @Schema(description = "已计入应缴") Money allocated,
        @Schema(description = "暂存款") Money inSuspense,
        @Schema(description = "已退或正在退") Money refunded,
        @Schema(description = "暂存天数") long ageDays,
        @Schema(description = "现在要做什么") String whatToDo) {

    static final Form<PaymentView> FORM = new Form<>(
            "暂存款",
            "suspense",
            List.of(
                    new Column<>("税票号", PaymentView::voucherNo),
                    new Column<>("税务机关", PaymentView::taxOrgan),
                    new Column<>("年度", PaymentView::benefitYear),
                    new Column<>("所报姓名", PaymentView::statedNameMasked),
                    new Column<>("所报证件", PaymentView::statedIdMasked),
                    new Column<>("归属", view -> view.personId() == null ? "无人认领" : "已归属"),
                    new Column<>("金额", PaymentView::amount),
                    new Column<>("暂存款", PaymentView::inSuspense),
                    new Column<>("缴费日期", PaymentView::paidOn),
                    new Column<>("入库日期", PaymentView::treasuryOn),
                    new Column<>("暂存天数", PaymentView::ageDays),
                    new Column<>("现状", PaymentView::outcomeText),
                    new Column<>("现在要做什么", PaymentView::whatToDo)));
}
