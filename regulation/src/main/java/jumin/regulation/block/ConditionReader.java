package jumin.regulation.block;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.regulation.law.Node;

/** Reads {@code when: {fact: test, …}}: all tests must hold. */
public record ConditionReader(Schema schema) {

    /** The condition of an option; without {@code when} it always holds. */
    public Condition of(Node option) {
        return option.find("when").map(this::read).orElse(new Condition.All(List.of()));
    }

    private Condition read(Node when) {
        var parts = new ArrayList<Condition>();
        when.members().forEach((name, test) -> {
            switch (name) {
                case "any" ->
                    parts.add(new Condition.Any(
                            test.list().stream().map(this::read).toList()));
                case "not" -> parts.add(new Condition.Not(read(test)));
                default -> parts.addAll(tests(schema.get(name, test), test));
            }
        });
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(List.copyOf(parts));
    }

    private List<Condition> tests(Slot slot, Node test) {
        if (test.isMapping()) {
            return test.members().entrySet().stream()
                    .map(part -> comparison(slot, part.getKey(), part.getValue()))
                    .toList();
        }
        return List.of(
                switch (slot.type()) {
                    case WORD -> new Condition.In(slot.index(), words(slot, test));
                    case WORDS -> new Condition.Touches(slot.index(), words(slot, test));
                    default -> new Condition.Compare(slot.index(), Comparison.SAME, Operand.read(test, slot, schema));
                });
    }

    private Condition comparison(Slot slot, String word, Node value) {
        if (word.equals("given")) {
            var given = new Condition.Given(slot.index());
            return value.text().equals("true") ? given : new Condition.Not(given);
        }
        var comparison = Comparison.named(word)
                .orElseThrow(() -> value.problem("不认识的比较“" + word
                        + "”，可用：at_least over at_most below not_before after not_after before equals given"));
        return new Condition.Compare(slot.index(), comparison, Operand.read(value, slot, schema));
    }

    private static long words(Slot slot, Node test) {
        var list = slot.wordList(test);
        long bits = 0;
        for (var word : test.list()) {
            try {
                bits |= 1L << list.number(word.text());
            } catch (IllegalArgumentException e) {
                throw word.problem(e.getMessage());
            }
        }
        return bits;
    }

    /** The last day that a condition allows by a term after another day, if it has one. */
    public static Optional<LocalDate> deadline(Condition condition, long[] frame) {
        return switch (condition) {
            case Condition.All all ->
                all.parts().stream()
                        .flatMap(part -> deadline(part, frame).stream())
                        .findFirst();
            case Condition.Compare compare
            when compare.operand().term().isPresent() -> {
                long day = compare.operand().value(frame);
                yield day == Frame.ABSENT ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
            }
            case Condition.Any any -> Optional.empty();
            case Condition.Not not -> Optional.empty();
            case Condition.In in -> Optional.empty();
            case Condition.Touches touches -> Optional.empty();
            case Condition.Given given -> Optional.empty();
            case Condition.Compare compare -> Optional.empty();
        };
    }
}
