package jumin.contribution.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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
        DifferenceAction action,
        String note,
        @Schema(description = "账龄：自对账到今天或处理之日的天数") long ageDays,
        @Schema(description = "所引用的已关闭批次（迟到记录）") UUID refersTo,
        String closedBy,
        OffsetDateTime closedAt) {

    /** @param next pass as {@code after} for the next page */
    public record DifferencePage(List<DifferenceView> items, long next) {}
}
