package jumin.claims.manual;

import java.util.List;
import jumin.claims.adjudication.ItemSubmission;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file of bill lines came to; nothing is stored. */
@Schema(description = "从文件读出的费用明细：核对无误后放入申请的账单")
public record BillLinesView(
        List<ItemSubmission> items,
        @Schema(description = "读出的明细合计") Money total,
        @Schema(description = "没有读出的行，第一行（列名）为 1") List<Fault> faults) {

    /** A line to correct. */
    @Schema(name = "BillLineFault")
    public record Fault(int row, String text) {}
}
