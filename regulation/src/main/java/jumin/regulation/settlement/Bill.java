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

    private static final int WIDTH = 3;

    /** For each item its cell with its marks, its amount and what of it is over the ceiling, side by side. */
    private final long[] columns;

    private final int size;
    private int uncovered;

    private Bill(int items) {
        columns = new long[items * WIDTH];
        size = items;
    }

    /** Items without a date have the undated day. */
    static Bill of(List<FeeItem> items, WordList kinds, Cover cover, long undated) {
        if (items.isEmpty()) {
            return EMPTY;
        }
        var bill = new Bill(items.size());
        boolean covered = cover.holds(undated);
        for (int i = 0; i < bill.size(); i++) {
            var item = items.get(i);
            bill.columns[i * WIDTH + 1] = item.amount().fen();
            bill.columns[i * WIDTH + 2] = item.overCeiling().fen();
            int cell = item.itemClass().ordinal() * kinds.size() + kinds.number(item.kind());
            if (!(item.date().isEmpty()
                    ? covered
                    : cover.holds(item.date().get().toEpochDay()))) {
                cell |= UNCOVERED;
                bill.uncovered++;
            }
            bill.columns[i * WIDTH] = cell | (item.excluded() ? EXCLUDED : 0) | (item.traditional() ? TRADITIONAL : 0);
        }
        return bill;
    }

    int size() {
        return size;
    }

    int cell(int item) {
        return (int) columns[item * WIDTH] & CELL;
    }

    /** Whether the item is excluded, or lies on a day without cover where days count. */
    boolean outside(int item, boolean daysCount) {
        return (columns[item * WIDTH] & (daysCount ? EXCLUDED | UNCOVERED : EXCLUDED)) != 0;
    }

    boolean traditional(int item) {
        return (columns[item * WIDTH] & TRADITIONAL) != 0;
    }

    long amount(int item) {
        return columns[item * WIDTH + 1];
    }

    long over(int item) {
        return columns[item * WIDTH + 2];
    }

    /** Whether any item lies on a day of cover. */
    boolean anyCovered() {
        return uncovered < size();
    }
}
