package jumin.regulation.refund;

import java.time.LocalDate;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.law.Citation;
import jumin.regulation.worksheet.DecisionJson;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.Worksheet;

/** 退费的结论。 */
public sealed interface RefundDecision {

    String release();

    Worksheet worksheet();

    /** The canonical text of the decision, for storing and for replay. */
    default String canonicalJson() {
        return switch (this) {
            case Granted granted ->
                DecisionJson.of("granted", release(), worksheet())
                        .with("refund_amount", granted.amount())
                        .with("payable_from", granted.payableFrom())
                        .with(granted.citation())
                        .canonical();
            case Refused refused ->
                DecisionJson.of("refused", release(), worksheet())
                        .with(refused.cause())
                        .canonical();
            case Held held ->
                DecisionJson.of("held", release(), worksheet())
                        .with(held.cause())
                        .canonical();
        };
    }

    /** 准予退费，及自何日起可付（原文有规定的）。 */
    record Granted(
            Money amount, Optional<LocalDate> payableFrom, Citation citation, String release, Worksheet worksheet)
            implements RefundDecision {}

    /** 不予退费；{@code EVENT_NOT_LISTED} leaves it to a decision by the agency (等情形). */
    record Refused(Denial cause, String release, Worksheet worksheet) implements RefundDecision {}

    /** 暂缓。 */
    record Held(Denial cause, String release, Worksheet worksheet) implements RefundDecision {}
}
