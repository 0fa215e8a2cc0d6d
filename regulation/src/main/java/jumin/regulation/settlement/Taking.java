package jumin.regulation.settlement;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jumin.regulation.block.Frame;

/**
 * 一种待遇所取的明细：for each cell (a class with a kind) the row in which it is summed.
 * Cells that the law does not cover or the benefit does not take have row 0, which lies outside the scope.
 */
record Taking(int[] rows, int[] cells, long[] rates, Counted[] counted) {

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

    /** @param prepayment the rate of each cell, or one of {@link Frame}'s special values */
    static Taking of(long[] prepayment, boolean[] taken, List<Counted> overCells) {
        var inside = IntStream.range(0, prepayment.length)
                .filter(cell -> taken[cell] && prepayment[cell] != Frame.NOT_COVERED)
                .toArray();
        var cells = IntStream.concat(IntStream.of(-1), IntStream.of(inside)).toArray();
        var rows = new int[prepayment.length];
        for (int row = 1; row < cells.length; row++) {
            rows[cells[row]] = row;
        }
        var rates = LongStream.concat(
                        LongStream.of(0), IntStream.of(inside).mapToLong(cell -> Math.max(0, prepayment[cell])))
                .toArray();
        return new Taking(
                rows, cells, rates, overCells.stream().map(sum -> sum.in(rows)).toArray(Counted[]::new));
    }
}
