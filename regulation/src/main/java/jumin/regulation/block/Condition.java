package jumin.regulation.block;

import java.util.List;

/** 条件。A comparison with a fact that is not given does not hold. */
public sealed interface Condition {

    boolean holds(long[] frame);

    /** 同时符合。 */
    record All(List<Condition> parts) implements Condition {

        @Override
        public boolean holds(long[] frame) {
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).holds(frame)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** 符合其一。 */
    record Any(List<Condition> parts) implements Condition {

        @Override
        public boolean holds(long[] frame) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).holds(frame)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** 不符合。 */
    record Not(Condition part) implements Condition {

        @Override
        public boolean holds(long[] frame) {
            return !part.holds(frame);
        }
    }

    /** The word is one of these. */
    record In(int slot, long words) implements Condition {

        @Override
        public boolean holds(long[] frame) {
            long value = frame[slot];
            return value >= 0 && (words >>> value & 1) != 0;
        }
    }

    /** One of the words is among these. */
    record Touches(int slot, long words) implements Condition {

        @Override
        public boolean holds(long[] frame) {
            return (frame[slot] & words) != 0;
        }
    }

    /** The fact is given at all. */
    record Given(int slot) implements Condition {

        @Override
        public boolean holds(long[] frame) {
            return frame[slot] != Frame.ABSENT;
        }
    }

    /** A comparison of amounts, counts, ratios, days or flags. */
    record Compare(int slot, Comparison comparison, Operand operand) implements Condition {

        @Override
        public boolean holds(long[] frame) {
            long left = frame[slot];
            long right = operand.value(frame);
            return left != Frame.ABSENT && right != Frame.ABSENT && comparison.holds(left, right);
        }
    }
}
