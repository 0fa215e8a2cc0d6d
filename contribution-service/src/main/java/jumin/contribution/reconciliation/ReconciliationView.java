package jumin.contribution.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.contribution.sheet.ExportList.Column;
import jumin.contribution.sheet.ExportList.Form;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 对账结果: totals first, then how many differences of which class. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReconciliationView(
        UUID reconciliationId,
        String taxOrgan,
        int benefitYear,
        LocalDate from,
        LocalDate to,
        Totals totals,
        @Schema(description = "只对了总额，没有逐笔比对") boolean totalsOnly,
        @Schema(description = "双方记录一致的笔数；只对总额的为总额所含的笔数") long matched,
        List<ClassCount> differences,
        @Schema(description = "国库已确认入库的笔数和金额，三方对账时才有") Treasury treasury,

        @Schema(description = "COMPARING 比对中 / OPEN 处理中 / SIGNED 一人已签认 / CLOSED 两人签认，已关闭 / WITHDRAWN 已撤回")
        String state,

        String stateText,
        UUID jobId,
        OffsetDateTime receivedAt,
        @Schema(description = "第一签认人") String signedBy,
        OffsetDateTime signedAt,
        String closedBy,
        OffsetDateTime closedAt,
        @Schema(description = "撤回人") String withdrawnBy,
        OffsetDateTime withdrawnAt,
        @Schema(description = "撤回的原因") String withdrawnReason) {

    static final Form<ReconciliationView> FORM = new Form<>(
            "对账批次",
            "reconciliations",
            List.of(
                    new Column<>("税务机关", ReconciliationView::taxOrgan),
                    new Column<>("年度", ReconciliationView::benefitYear),
                    new Column<>("起", ReconciliationView::from),
                    new Column<>("止", ReconciliationView::to),
                    new Column<>("我方笔数", view -> view.totals().ourCount()),
                    new Column<>("我方金额", view -> view.totals().ourSum()),
                    new Column<>("税务笔数", view -> view.totals().taxCount()),
                    new Column<>("税务金额", view -> view.totals().taxSum()),
                    new Column<>("比对方式", view -> view.totalsOnly() ? "总额" : "明细"),
                    new Column<>("一致笔数", ReconciliationView::matched),
                    new Column<>(
                            "未处理差异",
                            view -> view.differences().stream()
                                    .mapToLong(ClassCount::open)
                                    .sum()),
                    new Column<>("状态", ReconciliationView::stateText),
                    new Column<>("收到时间", ReconciliationView::receivedAt),
                    new Column<>("第一签认人", ReconciliationView::signedBy),
                    new Column<>("关闭人", ReconciliationView::closedBy),
                    new Column<>("撤回的原因", ReconciliationView::withdrawnReason)));

    /** 总额. {@code agree} when both count and sum are the same. */
    public record Totals(
            long ourCount,
            Money ourSum,
            long taxCount,
            Money taxSum,
            long countDifference,
            Money sumDifference,
            boolean agree) {

        static Totals of(long ourCount, Money ourSum, long taxCount, Money taxSum) {
            return new Totals(
                    ourCount,
                    ourSum,
                    taxCount,
                    taxSum,
                    taxCount - ourCount,
                    taxSum.minus(ourSum),
                    taxCount == ourCount && taxSum.equals(ourSum));
        }
    }

    /** 国库. */
    public record Treasury(LocalDate through, long count, Money sum) {}

    /** 某日双方总额. */
    public record Day(LocalDate day, long ourCount, Money ourSum, long taxCount, Money taxSum, boolean agree) {}

    /** 某类未处理差异的账龄. */
    public record Ageing(
            DifferenceClass type,
            String title,
            String owner,
            long count,
            Money sum,
            @Schema(description = "3天以内（含）") long upTo3Days,
            @Schema(description = "4至10天") long upTo10Days,
            @Schema(description = "11至30天") long upTo30Days,
            @Schema(description = "30天以上") long over30Days) {}

    /** 某类差异的数量. */
    public record ClassCount(DifferenceClass type, String title, long count, Money sum, long open) {}
}
