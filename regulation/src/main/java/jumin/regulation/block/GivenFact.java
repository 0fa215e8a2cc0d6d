package jumin.regulation.block;

/** A parameter that the facts bring along, as a yearly standard. */
public record GivenFact(int slot) implements Lookup {

    @Override
    public long at(long[] frame) {
        return frame[slot];
    }

    @Override
    public Lookup in(Known known) {
        return Fixed.where(known.has(slot), this, known);
    }
}
