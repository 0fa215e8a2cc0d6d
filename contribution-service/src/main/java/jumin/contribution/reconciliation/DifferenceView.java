package jumin.contribution.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.contribution.sheet.ExportList.Column;
import jumin.contribution.sheet.ExportList.Form;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 一项差异, with reason, owner and what to do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DifferenceView(
        UUID differenceId,
        long seq,
        UUID reconciliationId,
        DifferenceClass type,
        String title,
        String voucherNo,
        UUID paymentId,
        UUID personId,
        String personNo,
        String name,
        Money ourAmount,
        Money taxAmount,
        @Schema(description = "差额：税务多为正，少为负") Money difference,
        String reason,
        @Schema(description = "由谁处理") String owner,
        @Schema(description = "怎么处理") String whatToDo,
        List<DifferenceAction> possibleActions,
        String state,
        String stateText,
        DifferenceAction action,
        @Schema(description = "怎样处理的") String actionText,
        String note,
        @Schema(description = "账龄：自对账到今天或处理之日的天数") long ageDays,
        @Schema(description = "所引用的已关闭批次（迟到记录）") UUID refersTo,
        String closedBy,
        OffsetDateTime closedAt,
        String taxOrgan,
        int benefitYear) {

    /** @param next pass as {@code after} for the next page */
    public record DifferencePage(List<DifferenceView> items, long next) {}

    static final Form<DifferenceView> FORM = new Form<>(
            "对账差异清单",
            "differences",
            List.of(
                    new Column<>("类别", DifferenceView::title),
                    new Column<>("税务机关", DifferenceView::taxOrgan),
                    new Column<>("年度", DifferenceView::benefitYear),
                    new Column<>("税票号", DifferenceView::voucherNo),
                    new Column<>("人员编号", DifferenceView::personNo),
                    new Column<>("姓名", DifferenceView::name),
                    new Column<>("我方金额", DifferenceView::ourAmount),
                    new Column<>("对方金额", DifferenceView::taxAmount),
                    new Column<>("差额", DifferenceView::difference),
                    new Column<>("由谁处理", DifferenceView::owner),
                    new Column<>("怎么处理", DifferenceView::whatToDo),
                    new Column<>("账龄（天）", DifferenceView::ageDays),
                    new Column<>("状态", DifferenceView::stateText),
                    new Column<>("处理方式", DifferenceView::actionText),
                    new Column<>("处理说明", DifferenceView::note),
                    new Column<>("处理人", DifferenceView::closedBy)));
}
