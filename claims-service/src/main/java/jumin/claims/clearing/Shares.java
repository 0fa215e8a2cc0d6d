package jumin.claims.clearing;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/**
 * 一家机构、一个统筹区的应付，按首次结算的月份和待遇年度分列。What is retained is a fold: of what stands of the bills that a month settled
 * first, that month's share. So a reversal gives back what its own month retained, whatever is retained now, and all statements
 * together have retained what all bills together come to. Pure.
 */
final class Shares {

    private Shares() {}

    /** The month in which a bill was settled first, and the benefit year of the care. */
    record Cell(YearMonth settled, int benefitYear) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::settled).thenComparingInt(Cell::benefitYear);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** What stands under a cell. */
    record Share(Money fund, Money deduction, Money retention) {

        static final Share NOTHING = new Share(Money.ZERO, Money.ZERO, Money.ZERO);

        Share plus(Share other) {
            return new Share(fund.plus(other.fund), deduction.plus(other.deduction), retention.plus(other.retention));
        }

        Money payable() {
            return fund.minus(deduction).minus(retention);
        }

        boolean isNothing() {
            return fund.isZero() && deduction.isZero() && retention.isZero();
        }
    }

    /**
     * What is retained in the end. A fen of rounding goes to the later year, so that each month comes to its rate of the whole.
     *
     * @param fund what stands of all bills by now
     * @param rates of each month whose statement stands; of other months nothing is retained
     */
    static SortedMap<Cell, Money> retained(SortedMap<Cell, Money> fund, Map<YearMonth, Rate> rates) {
        var retained = new TreeMap<Cell, Money>();
        var soFar = new TreeMap<YearMonth, Money>();
        fund.forEach((cell, amount) -> {
            var rate = rates.get(cell.settled());
            if (rate != null) {
                var before = soFar.getOrDefault(cell.settled(), Money.ZERO);
                var now = before.plus(amount);
                soFar.put(cell.settled(), now);
                retained.put(
                        cell, now.times(rate, RoundingMode.HALF_UP).minus(before.times(rate, RoundingMode.HALF_UP)));
            }
        });
        return retained;
    }

    /** What one more statement is made of, after those that stand: {@code retention} of it is what is not retained yet. */
    static SortedMap<Cell, Share> next(
            SortedMap<Cell, Share> standing,
            SortedMap<Cell, Money> fund,
            SortedMap<Cell, Money> deductions,
            Map<YearMonth, Rate> rates) {
        var whole = new TreeMap<Cell, Money>();
        standing.forEach((cell, share) -> whole.merge(cell, share.fund(), Money::plus));
        fund.forEach((cell, amount) -> whole.merge(cell, amount, Money::plus));
        var next = new TreeMap<Cell, Share>();
        fund.forEach((cell, amount) -> next.merge(cell, new Share(amount, Money.ZERO, Money.ZERO), Share::plus));
        deductions.forEach((cell, amount) -> next.merge(cell, new Share(Money.ZERO, amount, Money.ZERO), Share::plus));
        retained(whole, rates)
                .forEach((cell, amount) -> next.merge(cell, new Share(Money.ZERO, Money.ZERO, amount), Share::plus));
        standing.forEach((cell, share) ->
                next.merge(cell, new Share(Money.ZERO, Money.ZERO, Money.ZERO.minus(share.retention())), Share::plus));
        next.values().removeIf(Share::isNothing);
        return next;
    }

    static Share sum(Map<Cell, Share> shares) {
        return shares.values().stream().reduce(Share.NOTHING, Share::plus);
    }

    /** A share of several sums, so that the parts come to the share of the whole. */
    static SortedMap<Integer, Money> of(SortedMap<Integer, Money> sums, Rate share) {
        var parts = new TreeMap<Integer, Money>();
        var before = Money.ZERO;
        for (var one : sums.entrySet()) {
            var now = before.plus(one.getValue());
            parts.put(
                    one.getKey(),
                    now.times(share, RoundingMode.HALF_UP).minus(before.times(share, RoundingMode.HALF_UP)));
            before = now;
        }
        return parts;
    }
}
