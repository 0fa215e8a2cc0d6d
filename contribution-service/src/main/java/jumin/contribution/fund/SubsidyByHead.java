package jumin.contribution.fund;

import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 财政补助核算 for one level of government: the heads it pays for, at its share of the standard, less what it owes already.
 *
 * @param owed by all dues of this level so far, reckoned or typed
 */
public record SubsidyByHead(
        @Schema(description = "中央、省、市为统筹区，县级为该县") String divisionPath,
        OweFund.Level level,
        @Schema(description = "已足额缴费（含全额资助）的参保人数") long heads,
        @Schema(description = "该级财政每人负担") Money perHead,
        @Schema(description = "应负担合计") Money amount,
        @Schema(description = "已登记的应收") Money owed,
        @Schema(description = "差额，登记时登记它；人数或标准减少的为负") Money difference) {

    static SubsidyByHead of(String divisionPath, OweFund.Level level, long heads, Money perHead, Money owed) {
        var amount = perHead.times(heads);
        return new SubsidyByHead(divisionPath, level, heads, perHead, amount, owed, amount.minus(owed));
    }
}
