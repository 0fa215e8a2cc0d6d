package jumin.regulation.settlement;

/** 按类别和种类汇总：sums per cell while the items are walked; only cells that have items are looked at afterwards. */
final class CellSums {

    private static final int WIDTH = 4;

    private final long[] sums;
    private final long[] occupied;
    private long outside;

    /** Which part of the items a declared sum counts. */
    enum Part {
        AMOUNT,
        OVER_CEILING,
        PREPAYMENT,
        IN_SCOPE,
        /** 中药、蒙药在政策范围内的部分 */
        TRADITIONAL_IN_SCOPE
    }

    CellSums(int cells) {
        this.sums = new long[cells * WIDTH];
        this.occupied = new long[(cells >>> 6) + 1];
    }

    void outside(long amount) {
        outside = Math.addExact(outside, amount);
    }

    long outside() {
        return outside;
    }

    void add(int cell, long amount, long over, long prepaid) {
        occupied[cell >>> 6] |= 1L << cell;
        int at = cell * WIDTH;
        sums[at] = Math.addExact(sums[at], amount);
        sums[at + 1] += over;
        sums[at + 2] += prepaid;
    }

    void addTraditional(int cell, long inScope) {
        sums[cell * WIDTH + 3] += inScope;
    }

    long amount(int cell) {
        return sums[cell * WIDTH];
    }

    long over(int cell) {
        return sums[cell * WIDTH + 1];
    }

    long prepaid(int cell) {
        return sums[cell * WIDTH + 2];
    }

    long of(Part part, int cell) {
        return switch (part) {
            case AMOUNT -> amount(cell);
            case OVER_CEILING -> over(cell);
            case PREPAYMENT -> prepaid(cell);
            case IN_SCOPE -> amount(cell) - over(cell) - prepaid(cell);
            case TRADITIONAL_IN_SCOPE -> sums[cell * WIDTH + 3];
        };
    }

    /** What of all cells is in the policy's scope. */
    long scope() {
        long scope = 0;
        for (int at = first(); at >= 0; at = next(at)) {
            scope = Math.addExact(scope, of(Part.IN_SCOPE, at));
        }
        return scope;
    }

    /** The first cell that has items, or −1. */
    int first() {
        return from(0);
    }

    /** The next cell that has items, or −1. */
    int next(int cell) {
        return from(cell + 1);
    }

    private int from(int cell) {
        int word = cell >>> 6;
        long left = occupied[word] & -1L << cell;
        while (left == 0) {
            if (++word == occupied.length) {
                return -1;
            }
            left = occupied[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(left);
    }
}
