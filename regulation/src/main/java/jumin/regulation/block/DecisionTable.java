package jumin.regulation.block;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.WordList;

/**
 * 判定表：which of several conditions is the first to hold, for each combination of the words, flags and tests that they look at.
 * Filled once, when the law is compiled; a decision then is one look-up.
 */
final class DecisionTable {

    private static final int LARGEST = 4096;

    private final int[] slots;
    private final int[] sizes;
    private final Condition[] tests;
    private final byte[] first;

    private DecisionTable(List<Slot> words, List<Condition> tests, byte[] first) {
        this.slots = words.stream().mapToInt(Slot::index).toArray();
        this.sizes = words.stream().mapToInt(DecisionTable::size).toArray();
        this.tests = tests.toArray(Condition[]::new);
        this.first = first;
    }

    /** None where there would be too many combinations. */
    static Optional<DecisionTable> of(List<Condition> conditions, Schema schema) {
        var atoms = new LinkedHashSet<Condition>();
        conditions.forEach(condition -> collect(condition, atoms));
        var words = atoms.stream()
                .filter(atom -> isWord(atom, schema))
                .map(atom -> schema.at(slot(atom)))
                .distinct()
                .toList();
        var tests = atoms.stream().filter(atom -> !isWord(atom, schema)).toList();
        long combinations = 1L << Math.min(tests.size(), 30);
        for (var word : words) {
            combinations *= size(word);
            if (combinations > LARGEST) {
                return Optional.empty();
            }
        }
        if (combinations > LARGEST || conditions.size() > Byte.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(new DecisionTable(words, tests, fill(conditions, words, tests, (int) combinations)));
    }

    /** The number of the first condition that holds, or −1. */
    int which(long[] frame) {
        int index = 0;
        for (int i = 0; i < slots.length; i++) {
            index = index * sizes[i] + (int) Math.max(0, frame[slots[i]] + 1);
        }
        for (int i = 0; i < tests.length; i++) {
            index = index << 1 | (tests[i].holds(frame) ? 1 : 0);
        }
        return first[index];
    }

    private static byte[] fill(List<Condition> conditions, List<Slot> words, List<Condition> tests, int combinations) {
        var filled = new byte[combinations];
        var frame = new long[words.stream().mapToInt(Slot::index).max().orElse(0) + 1];
        for (int index = 0; index < combinations; index++) {
            int rest = index;
            var holding = new ArrayList<Condition>();
            for (var test : tests.reversed()) {
                if ((rest & 1) != 0) {
                    holding.add(test);
                }
                rest >>= 1;
            }
            for (var word : words.reversed()) {
                int number = rest % size(word);
                frame[word.index()] = number == 0 ? Frame.ABSENT : number - 1;
                rest /= size(word);
            }
            filled[index] = (byte) first(conditions, condition -> supposed(condition, tests, holding, frame));
        }
        return filled;
    }

    private static int first(List<Condition> conditions, Predicate<Condition> holds) {
        for (int i = 0; i < conditions.size(); i++) {
            if (holds.test(conditions.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a condition holds when of the tests only these do. */
    private static boolean supposed(Condition condition, List<Condition> tests, List<Condition> holding, long[] frame) {
        return switch (condition) {
            case Condition.All all -> all.parts().stream().allMatch(part -> supposed(part, tests, holding, frame));
            case Condition.Any any -> any.parts().stream().anyMatch(part -> supposed(part, tests, holding, frame));
            case Condition.Not not -> !supposed(not.part(), tests, holding, frame);
            default -> tests.contains(condition) ? holding.contains(condition) : condition.holds(frame);
        };
    }

    private static void collect(Condition condition, SequencedSet<Condition> atoms) {
        switch (condition) {
            case Condition.All all -> all.parts().forEach(part -> collect(part, atoms));
            case Condition.Any any -> any.parts().forEach(part -> collect(part, atoms));
            case Condition.Not not -> collect(not.part(), atoms);
            default -> atoms.add(condition);
        }
    }

    /** Whether an atom looks at nothing but one word or flag. */
    private static boolean isWord(Condition atom, Schema schema) {
        return switch (atom) {
            case Condition.In in -> true;
            case Condition.Compare compare ->
                schema.at(compare.slot()).type() == FactType.FLAG
                        && compare.operand().isConstant();
            default -> false;
        };
    }

    private static int slot(Condition atom) {
        return switch (atom) {
            case Condition.In in -> in.slot();
            case Condition.Compare compare -> compare.slot();
            default -> throw new IllegalStateException(atom.toString());
        };
    }

    /** The numbers of a word or flag, and one place for none. */
    private static int size(Slot slot) {
        return slot.words().map(WordList::size).orElse(2) + 1;
    }
}
