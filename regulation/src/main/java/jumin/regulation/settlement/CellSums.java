package jumin.regulation.settlement;

/** 按类别和种类汇总：a row of sums for each cell that counts, filled while the items are walked; row 0 takes what lies outside the scope. */
final class CellSums {

    private static final int WIDTH = 3;
    private static final long[] NONE = {};

    private final long[] sums;
    private long[] traditional = NONE;

    /** Which part of the items a declared sum counts. */
    enum Part {
        AMOUNT,
        OVER_CEILING,
        PREPAYMENT,
        IN_SCOPE,
        /** 中药、蒙药在政策范围内的部分 */
        TRADITIONAL_IN_SCOPE
    }

    CellSums(int rows) {
        this.sums = new long[rows * WIDTH];
    }

    void add(int row, long amount, long over, long prepaid) {
        int at = row * WIDTH;
        sums[at] = Math.addExact(sums[at], amount);
        sums[at + 1] += over;
        sums[at + 2] += prepaid;
    }

    void addTraditional(int row, long inScope) {
        traditional = traditional == NONE ? new long[rows()] : traditional;
        traditional[row] += inScope;
    }

    void outside(long amount) {
        sums[0] = Math.addExact(sums[0], amount);
    }

    long outside() {
        return sums[0];
    }

    int rows() {
        return sums.length / WIDTH;
    }

    long amount(int row) {
        return sums[row * WIDTH];
    }

    long over(int row) {
        return sums[row * WIDTH + 1];
    }

    long prepaid(int row) {
        return sums[row * WIDTH + 2];
    }

    long inScope(int row) {
        return amount(row) - over(row) - prepaid(row);
    }

    long of(Part part, int row) {
        return switch (part) {
            case AMOUNT -> amount(row);
            case OVER_CEILING -> over(row);
            case PREPAYMENT -> prepaid(row);
            case IN_SCOPE -> inScope(row);
            case TRADITIONAL_IN_SCOPE -> traditional == NONE ? 0 : traditional[row];
        };
    }

    /** What is in the policy's scope. */
    long scope() {
        long scope = 0;
        for (int row = 1; row < rows(); row++) {
            scope = Math.addExact(scope, inScope(row));
        }
        return scope;
    }

    /** All that was added. */
    long total() {
        long total = 0;
        for (int row = 0; row < rows(); row++) {
            total = Math.addExact(total, amount(row));
        }
        return total;
    }
}
