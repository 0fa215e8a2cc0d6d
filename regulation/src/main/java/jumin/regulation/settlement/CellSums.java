package jumin.regulation.settlement;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jumin.regulation.Rate;

/** 按类别和种类汇总：a row of sums (amount, over the ceiling, borne first) for each cell that counts; row 0 takes what lies outside the scope. */
final class CellSums {

    static final int WIDTH = 3;

    private static final int AMOUNT = 0;
    private static final int OVER = 1;
    private static final int PREPAID = 2;
    private static final long[] NONE = {};
    private static final SortedMap<OwnRow, long[]> NO_OWN = new TreeMap<>();

    private final long[] sums;
    private long[] traditional = NONE;

    /** Of the sums of a row, what was borne first at a rate of the items' own. */
    private SortedMap<OwnRow, long[]> own = NO_OWN;

    /** Items of one row with the same rate of their own. */
    private record OwnRow(int row, long rate) implements Comparable<OwnRow> {
        @Override
        public int compareTo(OwnRow other) {
            return row == other.row ? Long.compare(rate, other.rate) : Integer.compare(row, other.row);
        }
    }

    /** What items of a row with a rate of their own come to. */
    record Own(long rate, long amount, long over, long prepaid) {}

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

    /** Adds the items of a bill; {@code daysCount} says whether an item on a day without cover lies outside. */
    void add(Bill bill, Taking taking, boolean daysCount, long rounding) {
        var columns = bill.columns();
        for (int i = 0; i < columns.length; i += Bill.WIDTH) {
            long head = columns[i];
            long over = columns[i + 1];
            long taken = taking.of((int) head);
            if (Bill.isMarked(head)) {
                taken = Bill.isOutside(head, daysCount) || taking.leaves(bill, i / Bill.WIDTH)
                        ? Taking.NOTHING
                        : taking.asOwn(taken, bill, i / Bill.WIDTH);
                addTraditional(head, taken, over, rounding);
                addOwn(head, taking, taken, over, rounding);
            }
            long amount = Bill.amount(head);
            int row = Taking.start(taken);
            sums[row + PREPAID] += Rate.shareOfItem(amount - over, Taking.rate(taken), rounding);
            sums[row + AMOUNT] += amount;
            sums[row + OVER] += over;
        }
    }

    private void addTraditional(long head, long taken, long over, long rounding) {
        if (Bill.isTraditional(head)) {
            traditional = traditional == NONE ? new long[rows()] : traditional;
            long left = Bill.amount(head) - over;
            traditional[Taking.row(taken)] += left - Rate.shareOfItem(left, Taking.rate(taken), rounding);
        }
    }

    private void addOwn(long head, Taking taking, long taken, long over, long rounding) {
        if (Bill.hasOwnRate(head) && taking.takesOwn(taken)) {
            own = own == NO_OWN ? new TreeMap<>() : own;
            var sum = own.computeIfAbsent(new OwnRow(Taking.row(taken), Taking.rate(taken)), any -> new long[WIDTH]);
            sum[AMOUNT] += Bill.amount(head);
            sum[OVER] += over;
            sum[PREPAID] += Rate.shareOfItem(Bill.amount(head) - over, Taking.rate(taken), rounding);
        }
    }

    /** Items of a row with a rate of their own, by rate; they are part of the row's sums. */
    List<Own> own(int row) {
        return own.entrySet().stream()
                .filter(one -> one.getKey().row() == row)
                .map(one -> new Own(
                        one.getKey().rate(), one.getValue()[AMOUNT], one.getValue()[OVER], one.getValue()[PREPAID]))
                .toList();
    }

    /** Adds items that are no part of the stay. */
    void addOutside(Bill bill) {
        for (int i = 0; i < bill.size(); i++) {
            sums[AMOUNT] += Bill.amount(bill.head(i));
        }
    }

    long outside() {
        return sums[AMOUNT];
    }

    int rows() {
        return sums.length / WIDTH;
    }

    long amount(int row) {
        return sums[row * WIDTH + AMOUNT];
    }

    long over(int row) {
        return sums[row * WIDTH + OVER];
    }

    long prepaid(int row) {
        return sums[row * WIDTH + PREPAID];
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
        return total() - outside() - over() - prepaid();
    }

    /** All that was added. */
    long total() {
        return outside() + inside(AMOUNT);
    }

    /** What lies above payment standards, of the items inside. */
    long over() {
        return inside(OVER);
    }

    /** What the person bears first. */
    long prepaid() {
        return inside(PREPAID);
    }

    private long inside(int column) {
        long sum = 0;
        for (int at = WIDTH + column; at < sums.length; at += WIDTH) {
            sum += sums[at];
        }
        return sum;
    }
}
