package jumin.regulation.settlement;

import java.util.List;
import java.util.stream.IntStream;
import jumin.regulation.block.Frame;

/**
 * 一种待遇所取的明细：for each cell (a class with a kind) where the row begins in which it is summed, and above that the rate that the person bears first.
 * Where {@code ownRates} holds for a row, an item's rate in the catalogue goes before the row's.
 * Where {@code uses} are named, an item that is marked for none of them lies outside too.
 * Cells that the law does not cover or the benefit does not take are {@link #NOTHING}: row 0, which lies outside the scope.
 */
record Taking(long[] byCell, int[] cells, Counted[] counted, boolean[] ownRates, long uses) {

    /** Outside the scope, nothing borne first. */
    static final long NOTHING = 0;

    /** Items are taken whatever they are for. */
    static final long ANY_USE = 0;

    private static final int ROW_BITS = 16;

    /** Of a cell, with whatever stands above its bits. */
    long of(int cell) {
        return byCell[cell & byCell.length - 1];
    }

    /** Where the row begins among the sums. */
    static int start(long taken) {
        return (int) taken & (1 << ROW_BITS) - 1;
    }

    static int row(long taken) {
        return start(taken) / CellSums.WIDTH;
    }

    static long rate(long taken) {
        return taken >>> ROW_BITS;
    }

    /** As an item is taken that may have a rate of its own. */
    long asOwn(long taken, Bill bill, int item) {
        return Bill.hasOwnRate(bill.head(item)) && takesOwn(taken)
                ? bill.ownRate(item) << ROW_BITS | start(taken)
                : taken;
    }

    /** Whether an item is for something that is not paid. */
    boolean leaves(Bill bill, int item) {
        return uses != ANY_USE && !bill.mayBeFor(item, uses);
    }

    /** The same of items for these uses only. */
    Taking only(long wanted) {
        return new Taking(byCell, cells, counted, ownRates, wanted);
    }

    boolean takesOwn(long taken) {
        return ownRates[row(taken)];
    }

    /** The rate of a row other than 0. */
    long rateOf(int row) {
        return rate(byCell[cells[row]]);
    }

    /** A declared sum over the cells that it counts, as consumables above their payment standard. */
    record Counted(int target, CellSums.Part part, int[] rows) {

        /** The same sum over those rows in which the cells are. */
        Counted in(int[] rowOf) {
            return new Counted(
                    target,
                    part,
                    IntStream.of(rows)
                            .map(cell -> rowOf[cell])
                            .filter(row -> row > 0)
                            .toArray());
        }
    }

    /**
     * @param prepayment the rate of each cell, or one of {@link Frame}'s special values
     * @param own the cells in which the items' own rates count
     */
    static Taking of(long[] prepayment, boolean[] taken, boolean[] own, List<Counted> overCells) {
        var inside = IntStream.range(0, prepayment.length)
                .filter(cell -> taken[cell] && prepayment[cell] != Frame.NOT_COVERED)
                .toArray();
        var cells = IntStream.concat(IntStream.of(-1), IntStream.of(inside)).toArray();
        var rows = new int[prepayment.length];
        var ownRates = new boolean[cells.length];
        var byCell = new long[Integer.highestOneBit(prepayment.length) * 2];
        for (int row = 1; row < cells.length; row++) {
            rows[cells[row]] = row;
            ownRates[row] = own[cells[row]];
            byCell[cells[row]] = Math.max(0, prepayment[cells[row]]) << ROW_BITS | row * CellSums.WIDTH;
        }
        return new Taking(
                byCell, cells, overCells.stream().map(sum -> sum.in(rows)).toArray(Counted[]::new), ownRates, ANY_USE);
    }
}
