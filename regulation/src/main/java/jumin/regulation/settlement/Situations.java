package jumin.regulation.settlement;

import java.util.BitSet;
import java.util.List;
import jumin.regulation.block.Known;

/**
 * 情形：the words, flags and classes of a bill decide which rates, clauses and steps apply to it, before any amount does.
 * What they decide is looked up once for each situation that is met, and kept; of another bill in the same situation only the amounts are left to compute.
 */
final class Situations {

    /** No situation: everything is looked up where it is needed. */
    static final long ANY = -1;

    private static final int KEPT = 256;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final Course written;
    private final Trait[] traits;
    private final Met[] met = new Met[KEPT];

    private record Met(long number, Course course) {}

    /** @param traits what tells situations apart; what does not fit into their number is looked up for each bill */
    Situations(Course written, List<Trait> traits) {
        this.written = written;
        this.traits = Trait.fitting(traits);
    }

    /** The course of a bill in this situation, with these facts; met by two at once, it is made twice, alike. */
    Course course(long number, long[] frame) {
        int place = (int) (number * SPREAD >>> 56);
        var last = met[place];
        if (last == null || last.number() != number) {
            last = new Met(number, written.in(known(frame)));
            met[place] = last;
        }
        return last.course();
    }

    /** What the traits say, side by side. */
    long number(long[] frame) {
        long number = 0;
        for (var trait : traits) {
            number = number << trait.bits() | trait.of(frame[trait.slot()]);
        }
        return number;
    }

    private Known known(long[] frame) {
        var values = new BitSet();
        var given = new BitSet();
        for (var trait : traits) {
            boolean certain = trait.isCertain(frame[trait.slot()]);
            values.set(trait.slot(), certain);
            given.set(trait.slot(), !certain);
        }
        return new Known(frame, values, given);
    }
}
