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

    /** With a rate of its own. */
    private static final int OWN_RATE = 1 << 19;

    /** Somebody has said what the item is for, be it nothing. */
    private static final int USES = 1 << 20;

    private static final int CELL = EXCLUDED - 1;

    /** How many bits stand below the amount. */
    private static final int BELOW = 21;

    /** One item is less than ten billion yuan, so that neither a product nor a sum of items can overflow. */
    private static final long MOST = 1_000_000_000_000L;

    static final int WIDTH = 2;

    private static final long[] NONE = {};

    /** For each item its amount above its marks and its cell, and beside them what of it is over the ceiling. */
    private final long[] columns;

    private final int size;
    private int uncovered;

    /** The own rates of the items, once one has such. */
    private long[] ownRates = NONE;

    /** What the items are for, as sets of words, once of one that is known. */
    private long[] uses = NONE;

    /** Of an item's words: its kind, and what it can be marked as being for. */
    record Words(WordList kinds, WordList uses) {

        /** Words as the bits of one number. */
        long set(Iterable<String> marked) {
            long set = 0;
            for (var word : marked) {
                set |= 1L << uses.number(word);
            }
            return set;
        }
    }

    private Bill(int items) {
        columns = new long[items * WIDTH];
        size = items;
    }

    /** Items without a date have the undated day. */
    static Bill of(List<FeeItem> items, Words words, Cover cover, long undated) {
        if (items.isEmpty()) {
            return EMPTY;
        }
        var bill = new Bill(items.size());
        boolean covered = cover.holds(undated);
        for (int i = 0; i < bill.size(); i++) {
            var item = items.get(i);
            int cell = item.itemClass().ordinal() * words.kinds().size()
                    + words.kinds().number(item.kind());
            if (!(item.date().isEmpty()
                    ? covered
                    : cover.holds(item.date().get().toEpochDay()))) {
                cell |= UNCOVERED;
                bill.uncovered++;
            }
            int marked = cell | (item.excluded() ? EXCLUDED : 0) | (item.traditional() ? TRADITIONAL : 0);
            if (item.prepayment().isPresent()) {
                marked |= OWN_RATE;
                bill.ownRate(i, item.prepayment().get().millionths());
            }
            if (item.uses().isPresent()) {
                marked |= USES;
                bill.uses(i, words.set(item.uses().get()));
            }
            bill.columns[i * WIDTH] = fen(item) << BELOW | marked;
            bill.columns[i * WIDTH + 1] = item.overCeiling().fen();
        }
        return bill;
    }

    private void ownRate(int item, long rate) {
        ownRates = ownRates == NONE ? new long[size] : ownRates;
        ownRates[item] = rate;
    }

    private void uses(int item, long set) {
        uses = uses == NONE ? new long[size] : uses;
        uses[item] = set;
    }

    private static long fen(FeeItem item) {
        if (item.amount().fen() >= MOST) {
            throw new IllegalArgumentException("一条费用明细的金额 " + item.amount() + " 过大");
        }
        return item.amount().fen();
    }

    int size() {
        return size;
    }

    /** For each item its head and what of it is over the ceiling. */
    long[] columns() {
        return columns;
    }

    /** Cell, marks and amount of an item as one number. */
    long head(int item) {
        return columns[item * WIDTH];
    }

    static int cell(long head) {
        return (int) head & CELL;
    }

    static long amount(long head) {
        return head >>> BELOW;
    }

    /** Most items have no mark. */
    static boolean isMarked(long head) {
        return ((int) head & (EXCLUDED | UNCOVERED | TRADITIONAL | OWN_RATE | USES)) != 0;
    }

    /** Whether the item is excluded, or lies on a day without cover where days count. */
    static boolean isOutside(long head, boolean daysCount) {
        return (head & (daysCount ? EXCLUDED | UNCOVERED : EXCLUDED)) != 0;
    }

    static boolean isTraditional(long head) {
        return (head & TRADITIONAL) != 0;
    }

    static boolean hasOwnRate(long head) {
        return (head & OWN_RATE) != 0;
    }

    /** Whether the item may be for one of the uses: of an unmarked one nobody knows. */
    boolean mayBeFor(int item, long wanted) {
        return (head(item) & USES) == 0 || (uses[item] & wanted) != 0;
    }

    /** The rate that the catalogue gives for an item that has one of its own. */
    long ownRate(int item) {
        return ownRates[item];
    }

    /** Whether any item lies on a day of cover. */
    boolean anyCovered() {
        return uncovered < size();
    }
}
