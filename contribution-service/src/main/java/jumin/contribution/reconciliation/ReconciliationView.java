package jumin.contribution.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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
        @Schema(description = "双方记录一致的笔数") long matched,
        List<ClassCount> differences,
        @Schema(description = "OPEN 处理中 / CLOSED 已关闭") String state,
        OffsetDateTime receivedAt,
        String closedBy,
        OffsetDateTime closedAt) {

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

    /** 某类差异的数量. */
    public record ClassCount(DifferenceClass type, String title, long count, Money sum, long open) {}
}
