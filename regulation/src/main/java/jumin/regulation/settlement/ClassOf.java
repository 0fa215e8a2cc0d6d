package jumin.regulation.settlement;

import java.util.BitSet;
import java.util.Optional;
import jumin.regulation.block.Classes;
import jumin.regulation.block.Derived;
import jumin.regulation.block.Rounding;
import jumin.regulation.block.Schema;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;

/** 归类：the class to which a law counts some facts by themselves, as one disease, before there is a bill. */
public final class ClassOf {

    private final Schema schema;
    private final Classes classes;

    private ClassOf(Law law) {
        var vocabulary = Vocabulary.of(law);
        schema = new Schema(vocabulary.facts("settlement"), Rounding.of(law));
        Quantity.declare(schema, vocabulary);
        classes = Classes.compile(law, schema, "settlement.");
    }

    /**
     * The word of the class; empty where the law has no such class, or none for these facts.
     *
     * @param name of the class, as {@code class.chronic}
     */
    public static Optional<String> word(Law law, String name, Facts facts) {
        return law.compiled(ClassOf.class, ClassOf::new).word(name, facts);
    }

    private Optional<String> word(String name, Facts facts) {
        return schema.find(name).flatMap(slot -> {
            var frame = schema.frame(facts);
            var wanted = new BitSet();
            wanted.set(slot.index());
            classes.standingIn(wanted).forEach((Derived deriving) -> deriving.derive(frame));
            long number = frame[slot.index()];
            return number < 0
                    ? Optional.empty()
                    : slot.words().map(words -> words.words().get((int) number));
        });
    }
}
