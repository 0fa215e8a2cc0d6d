package jumin.regulation.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jumin.regulation.fact.Declaration;
import jumin.regulation.fact.Declarations;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.WordList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("判定表、已知事实下的条件与逐条判断结果相同")
class DecisionTableTest {

    private static final WordList WORDS = words("red", "green", "blue");
    private static final Schema SCHEMA = schema();
    private static final int COLOUR = slot("colour");
    private static final int FLAG = slot("flag");
    private static final int SEVERAL = slot("several");
    private static final int COUNT = slot("count");

    private final Random random = new Random(7);

    @Test
    void aTableDecidesAsTheConditionsDoOneByOne() {
        for (int round = 0; round < 2_000; round++) {
            var conditions = Stream.generate(() -> condition(3))
                    .limit(1 + random.nextInt(4))
                    .toList();
            var table = DecisionTable.of(conditions, SCHEMA);
            for (int i = 0; i < 20 && table.isPresent(); i++) {
                var frame = frame();
                assertEquals(first(conditions, frame), table.get().which(frame), () -> conditions.toString());
            }
        }
    }

    @Test
    void tooManyCombinationsGetNoTable() {
        var tests = IntStream.range(0, 13)
                .<Condition>mapToObj(i -> new Condition.Compare(COUNT, Comparison.OVER, constant(i)))
                .toList();

        assertTrue(DecisionTable.of(tests, SCHEMA).isEmpty());
    }

    @Test
    void whatIsKnownBeforehandSettlesAConditionAsItHolds() {
        for (int round = 0; round < 20_000; round++) {
            var condition = condition(3);
            var frame = frame();
            var values = new BitSet();
            random.ints(2, 0, 4).forEach(values::set);
            var given = new BitSet();
            given.set(COUNT, frame[COUNT] != Frame.ABSENT && random.nextBoolean());

            var settled = condition.in(new Known(frame, values, given));

            assertEquals(condition.holds(frame), settled.holds(frame), condition::toString);
        }
    }

    private static int first(List<Condition> conditions, long[] frame) {
        return IntStream.range(0, conditions.size())
                .filter(i -> conditions.get(i).holds(frame))
                .findFirst()
                .orElse(-1);
    }

    private Condition condition(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 8)) {
            case 0 -> new Condition.In(COLOUR, random.nextInt(8));
            case 1 -> new Condition.Compare(FLAG, Comparison.SAME, constant(random.nextInt(2)));
            case 2 -> new Condition.Touches(SEVERAL, random.nextInt(8));
            case 3 -> new Condition.Given(COUNT);
            case 4 -> new Condition.Compare(COUNT, Comparison.AT_LEAST, constant(random.nextInt(3)));
            case 5 -> new Condition.All(List.of(condition(depth - 1), condition(depth - 1)));
            case 6 -> new Condition.Any(List.of(condition(depth - 1), condition(depth - 1)));
            default -> new Condition.Not(condition(depth - 1));
        };
    }

    private long[] frame() {
        var frame = new long[4];
        frame[COLOUR] = random.nextInt(4) == 0 ? Frame.ABSENT : random.nextInt(3);
        frame[FLAG] = random.nextInt(2);
        frame[SEVERAL] = random.nextInt(8);
        frame[COUNT] = random.nextInt(3) == 0 ? Frame.ABSENT : random.nextInt(4);
        return frame;
    }

    private static Operand constant(long value) {
        return new Operand(-1, value, Optional.empty());
    }

    private static Schema schema() {
        var declared = new TreeMap<String, Declaration>();
        Map.of("colour", FactType.WORD, "flag", FactType.FLAG, "several", FactType.WORDS, "count", FactType.COUNT)
                .forEach((name, type) -> declared.put(name, declaration(name, type)));
        return new Schema(new Declarations(declared), RoundingMode.HALF_UP);
    }

    private static Declaration declaration(String name, FactType type) {
        boolean named = type == FactType.WORD || type == FactType.WORDS;
        return new Declaration(
                name,
                type,
                named ? Optional.of(WORDS) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static WordList words(String... words) {
        var titled = new LinkedHashMap<String, String>();
        Stream.of(words).forEach(word -> titled.put(word, word));
        return new WordList("colour", titled, Map.of());
    }

    private static int slot(String name) {
        return SCHEMA.find(name).orElseThrow().index();
    }
}
