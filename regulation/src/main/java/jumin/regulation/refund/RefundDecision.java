package jumin.regulation.refund;

import jumin.regulation.Money;
import jumin.regulation.law.Citation;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.Worksheet;

/** 退费的结论。 */
public sealed interface RefundDecision {

    String release();

    Worksheet worksheet();

    /** 准予退费。 */
    record Granted(Money amount, Citation citation, String release, Worksheet worksheet) implements RefundDecision {}

    /** 不予退费；{@code EVENT_NOT_LISTED} leaves it to a decision by the agency (等情形). */
    record Refused(Denial cause, String release, Worksheet worksheet) implements RefundDecision {}

    /** 暂缓。 */
    record Held(Denial cause, String release, Worksheet worksheet) implements RefundDecision {}
}
