package jumin.regulation.settlement;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jumin.regulation.block.Derived;
import jumin.regulation.block.Slot;
import jumin.regulation.fact.FactType;
import jumin.regulation.law.ReadLog;

/**
 * 一项待遇提到的事实：which classes must be derived for it, and what tells its situations apart.
 * Every bill is asked what excludes it, and whether emergency care before admission is part of it; the first {@code computed} slots are amounts that the steps compute.
 */
record Naming(Compiling compiling, BitSet exclusions, BitSet preHospital, int computed) {

    /** What a computation needs whose benefit names these slots and was compiled just now. */
    Benefit.Needs needs(BitSet named) {
        var slots = withExclusions(named);
        slots.or(preHospital);
        slots.or(late());
        return new Benefit.Needs(
                compiling.classes().standingIn(slots).toArray(Derived[]::new),
                compiling.schema().size());
    }

    /** None where it is noted which values are read, so that each computation reads them. */
    Optional<Situations> situations(Course course, BitSet named) {
        if (compiling.law().reads() != ReadLog.off()) {
            return Optional.empty();
        }
        var slots = withExclusions(named);
        slots.andNot(late());
        var words = slots(slots.stream())
                .filter(slot -> slot.type() == FactType.WORD || slot.type() == FactType.FLAG)
                .map(Trait::ofWord);
        var numbers = slots(course.asked().filter(slot -> slot >= computed).distinct())
                .filter(slot -> slot.type() != FactType.WORD && slot.type() != FactType.FLAG)
                .map(slot -> Trait.ofNumber(slot.index()));
        return Optional.of(new Situations(course, Stream.concat(words, numbers).toList()));
    }

    private Stream<Slot> slots(IntStream indexes) {
        return indexes.mapToObj(compiling.schema()::at);
    }

    private BitSet withExclusions(BitSet named) {
        var slots = (BitSet) named.clone();
        slots.or(exclusions);
        return slots;
    }

    /** Where classes stand that depend on amounts. */
    private BitSet late() {
        var slots = new BitSet();
        BandCompiler.late(compiling).ifPresent(late -> late.forEach(derived -> slots.set(derived.slot())));
        return slots;
    }
}
