package jumin.regulation.settlement;

import jumin.regulation.block.Schema;
import jumin.regulation.fact.Vocabulary;

/** The amounts that the engine itself reads and writes; every other is declared in the data. */
record Quantity(
        int total,
        int outOfScope,
        int overCeiling,
        int classPrepayment,
        int scope,
        int base,
        int partBase,
        int remaining,
        int thirdParty,
        int fund,
        int person) {

    static Quantity of(Schema schema, Vocabulary vocabulary) {
        vocabulary.named("quantities").keySet().forEach(schema::quantity);
        vocabulary.named("layers").keySet().forEach(schema::quantity);
        return new Quantity(
                index(schema, "total"),
                index(schema, "out_of_scope"),
                index(schema, "over_ceiling"),
                index(schema, "class_prepayment"),
                index(schema, "scope"),
                schema.quantity("base").index(),
                schema.quantity("part_base").index(),
                schema.quantity("remaining").index(),
                index(schema, "third_party"),
                index(schema, "fund"),
                index(schema, "person"));
    }

    private static int index(Schema schema, String name) {
        return schema.find(name)
                .orElseThrow(() -> new IllegalArgumentException("vocabulary.yaml 没有声明数额 " + name))
                .index();
    }
}
