package jumin.regulation.block;

import java.util.List;
import java.util.stream.IntStream;

/** 条件。A comparison with a fact that is not given does not hold. */
public sealed interface Condition {

    /** What always holds. */
    Condition ALWAYS = new All(List.of());

    /** What never holds. */
    Condition NEVER = new Any(List.of());

    boolean holds(long[] frame);

    /** The same condition where these facts are known. */
    Condition in(Known known);

    /** The facts of which it asks no more than whether they are given. */
    IntStream asked();

    private static Condition settled(boolean holds) {
        return holds ? ALWAYS : NEVER;
    }

    /** The parts where these facts are known, without those that leave nothing to ask. */
    private static List<Condition> open(List<Condition> parts, Known known, Condition nothing) {
        return parts.stream()
                .map(part -> part.in(known))
                .filter(part -> !part.equals(nothing))
                .toList();
    }

    private static IntStream askedByAny(List<Condition> parts) {
        return parts.stream().flatMapToInt(Condition::asked);
    }

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

        @Override
        public Condition in(Known known) {
            var open = open(parts, known, ALWAYS);
            return open.contains(NEVER) ? NEVER : open.size() == 1 ? open.getFirst() : new All(open);
        }

        @Override
        public IntStream asked() {
            return askedByAny(parts);
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

        @Override
        public Condition in(Known known) {
            var open = open(parts, known, NEVER);
            return open.contains(ALWAYS) ? ALWAYS : open.size() == 1 ? open.getFirst() : new Any(open);
        }

        @Override
        public IntStream asked() {
            return askedByAny(parts);
        }
    }

    /** 不符合。 */
    record Not(Condition part) implements Condition {

        @Override
        public boolean holds(long[] frame) {
            return !part.holds(frame);
        }

        @Override
        public Condition in(Known known) {
            var open = part.in(known);
            return open.equals(ALWAYS) ? NEVER : open.equals(NEVER) ? ALWAYS : new Not(open);
        }

        @Override
        public IntStream asked() {
            return part.asked();
        }
    }

    /** The word is one of these. */
    record In(int slot, long words) implements Condition {

        @Override
        public boolean holds(long[] frame) {
            long value = frame[slot];
            return value >= 0 && (words >>> value & 1) != 0;
        }

        @Override
        public Condition in(Known known) {
            return known.has(slot) ? settled(holds(known.frame())) : this;
        }

        @Override
        public IntStream asked() {
            return IntStream.empty();
        }
    }

    /** One of the words is among these. */
    record Touches(int slot, long words) implements Condition {

        @Override
        public boolean holds(long[] frame) {
            return (frame[slot] & words) != 0;
        }

        @Override
        public Condition in(Known known) {
            return known.has(slot) ? settled(holds(known.frame())) : this;
        }

        @Override
        public IntStream asked() {
            return IntStream.empty();
        }
    }

    /** The fact is given at all. */
    record Given(int slot) implements Condition {

        @Override
        public boolean holds(long[] frame) {
            return frame[slot] != Frame.ABSENT;
        }

        @Override
        public Condition in(Known known) {
            return known.isGiven(slot) || known.isAbsent(slot) ? settled(known.isGiven(slot)) : this;
        }

        @Override
        public IntStream asked() {
            return IntStream.of(slot);
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

        @Override
        public Condition in(Known known) {
            boolean certain = known.has(slot) && (operand.isConstant() || known.has(operand.slot()));
            return certain ? settled(holds(known.frame())) : this;
        }

        @Override
        public IntStream asked() {
            return IntStream.empty();
        }
    }
}
