package jumin.regulation.review;

import jumin.regulation.Money;
import jumin.regulation.worksheet.Denial;

/**
 * 疑点：by which rule something is suspect, and which part of it: {@code beyond} of {@code of} units, all of it otherwise.
 * A suspicion decides nothing; who gave the care can answer it.
 */
public record Suspicion(ReviewRule rule, Denial cause, long beyond, long of) {

    /** 涉及的金额, of an amount that is suspect; half a fen counts as one. */
    public Money part(Money amount) {
        if (beyond == of) {
            return amount;
        }
        long share = Math.multiplyExact(amount.fen(), beyond);
        return Money.ofFen(Math.floorDiv(Math.addExact(Math.multiplyExact(2, share), of), 2 * of));
    }
}
