package jumin.regulation.block;

import java.util.BitSet;

/**
 * 已知的事实：what of a frame is certain before any amount is computed.
 * Of the slots in {@code values} the frame has the value; those in {@code given} are given, with whatever value.
 */
public record Known(long[] frame, BitSet values, BitSet given) {

    public boolean has(int slot) {
        return values.get(slot);
    }

    public boolean isAbsent(int slot) {
        return has(slot) && frame[slot] == Frame.ABSENT;
    }

    public boolean isGiven(int slot) {
        return given.get(slot) || has(slot) && frame[slot] != Frame.ABSENT;
    }

    boolean hasAll(int[] slots) {
        for (int slot : slots) {
            if (!has(slot)) {
                return false;
            }
        }
        return true;
    }
}
