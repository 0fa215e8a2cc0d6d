package jumin.regulation.block;

import java.time.LocalDate;
import java.util.Optional;
import jumin.regulation.Term;
import jumin.regulation.fact.FactType;
import jumin.regulation.law.Node;

/** What a fact is compared with: a literal, another fact, or a term after another fact. */
record Operand(int slot, long constant, Optional<Term> term) {

    static Operand read(Node node, Slot compared, Schema schema) {
        if (node.isMapping()) {
            var start = schema.get(node.text("after"), node);
            return new Operand(start.index(), 0, Optional.of(Term.parse(node.text("term"))));
        }
        var other = schema.find(node.text());
        if (other.isPresent() && compared.type() != FactType.WORD) {
            return new Operand(other.get().index(), 0, Optional.empty());
        }
        return new Operand(-1, compared.literal(node), Optional.empty());
    }

    boolean isConstant() {
        return slot < 0;
    }

    long value(long[] frame) {
        if (slot < 0) {
            return constant;
        }
        long value = frame[slot];
        if (value == Frame.ABSENT || term.isEmpty()) {
            return value;
        }
        return term.get().after(LocalDate.ofEpochDay(value)).toEpochDay();
    }
}
