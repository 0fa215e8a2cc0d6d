package jumin.regulation.settlement;

import java.util.List;
import jumin.regulation.block.Schema;
import jumin.regulation.fact.Vocabulary;

/** The amounts that the engine itself reads and writes, in the first slots of every frame; every other is declared in the data. */
final class Quantity {

    static final int TOTAL = 0;
    static final int OUT_OF_SCOPE = 1;
    static final int OVER_CEILING = 2;
    static final int CLASS_PREPAYMENT = 3;
    static final int SCOPE = 4;
    static final int THIRD_PARTY = 5;
    static final int FUND = 6;
    static final int PERSON = 7;
    static final int BASE = 8;
    static final int PART_BASE = 9;
    static final int REMAINING = 10;

    private static final List<String> DECLARED = List.of(
            "total", "out_of_scope", "over_ceiling", "class_prepayment", "scope", "third_party", "fund", "person");

    private Quantity() {}

    /** 各支付层的位置：side by side. */
    record Layers(int first, int end) {

        int count() {
            return end - first;
        }
    }

    /** Gives all amounts their slots, before anything else has one. */
    static Layers declare(Schema schema, Vocabulary vocabulary) {
        var quantities = vocabulary.named("quantities").keySet();
        for (var name : DECLARED) {
            if (!quantities.contains(name)) {
                throw new IllegalArgumentException("vocabulary.yaml 没有声明数额 " + name);
            }
            schema.quantity(name);
        }
        List.of("base", "part_base", "remaining").forEach(schema::quantity);
        quantities.stream().filter(name -> !DECLARED.contains(name)).forEach(schema::quantity);
        int first = schema.size();
        vocabulary.named("layers").keySet().forEach(schema::quantity);
        return new Layers(first, schema.size());
    }
}
