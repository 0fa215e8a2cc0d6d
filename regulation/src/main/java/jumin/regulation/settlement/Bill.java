package jumin.regulation.settlement;

import java.util.List;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.WordList;

/**
 * 费用明细的数列：the items as columns of numbers.
 * A cell is a class with a kind; what else matters of an item are marks beside it.
 */
final class Bill {

    static final Bill EMPTY = new Bill(0);

    /** Excluded by itself. */
    private static final int EXCLUDED = 1 << 16;
    /** On a day without cover. */
    private static final int UNCOVERED = 1 << 17;
    /** 中药、蒙药 */
    private static final int TRADITIONAL = 1 << 18;

    private static final int CELL = EXCLUDED - 1;

    private final int[] marked;
    private final long[] amounts;
    private final long[] over;
    private int uncovered;

    private Bill(int items) {
        marked = new int[items];
        amounts = new long[items];
        over = new long[items];
    }

    /** Items without a date have the undated day. */
    static Bill of(List<FeeItem> items, WordList kinds, Cover cover, long undated) {
        if (items.isEmpty()) {
            return EMPTY;
        }
        var bill = new Bill(items.size());
        boolean covered = cover.holds(undated);
        for (int i = 0; i < bill.marked.length; i++) {
            var item = items.get(i);
            bill.amounts[i] = item.amount().fen();
            bill.over[i] = item.overCeiling().fen();
            int cell = item.itemClass().ordinal() * kinds.size() + kinds.number(item.kind());
            if (!(item.date().isEmpty()
                    ? covered
                    : cover.holds(item.date().get().toEpochDay()))) {
                cell |= UNCOVERED;
                bill.uncovered++;
            }
            bill.marked[i] = cell | (item.excluded() ? EXCLUDED : 0) | (item.traditional() ? TRADITIONAL : 0);
        }
        return bill;
    }

    int size() {
        return marked.length;
    }

    int cell(int item) {
        return marked[item] & CELL;
    }

    /** Whether the item is excluded, or lies on a day without cover where days count. */
    boolean outside(int item, boolean daysCount) {
        return (marked[item] & (daysCount ? EXCLUDED | UNCOVERED : EXCLUDED)) != 0;
    }

    boolean traditional(int item) {
        return (marked[item] & TRADITIONAL) != 0;
    }

    long amount(int item) {
        return amounts[item];
    }

    long over(int item) {
        return over[item];
    }

    /** Whether any item lies on a day of cover. */
    boolean anyCovered() {
        return uncovered < marked.length;
    }
}
