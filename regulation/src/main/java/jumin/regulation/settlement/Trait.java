package jumin.regulation.settlement;

import java.util.ArrayList;
import java.util.List;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Slot;

/** 情形的一个特征：a word or flag, each value apart; of a number only whether it is absent, nothing, or something. */
record Trait(int slot, int bits, boolean number) {

    private static final int ALL_BITS = 63;

    static Trait ofWord(Slot slot) {
        int values = slot.words().map(words -> words.size()).orElse(2);
        return new Trait(slot.index(), Integer.SIZE - Integer.numberOfLeadingZeros(values), false);
    }

    static Trait ofNumber(int slot) {
        return new Trait(slot, 2, true);
    }

    /** The first that find room in one number. */
    static Trait[] fitting(List<Trait> traits) {
        var fitting = new ArrayList<Trait>();
        int room = ALL_BITS;
        for (var trait : traits) {
            if (trait.bits() <= room) {
                room -= trait.bits();
                fitting.add(trait);
            }
        }
        return fitting.toArray(Trait[]::new);
    }

    /** The trait as bits of the situation's number. */
    long of(long value) {
        return number ? (value == Frame.ABSENT ? 0 : value == 0 ? 1 : 2) : Math.max(0, value + 1);
    }

    /** Whether the trait tells the value itself. */
    boolean isCertain(long value) {
        return !number || value == Frame.ABSENT || value == 0;
    }
}
