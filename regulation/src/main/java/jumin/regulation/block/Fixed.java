package jumin.regulation.block;

/** A value that the facts have settled. */
public record Fixed(long value) implements Lookup {

    @Override
    public long at(long[] frame) {
        return value;
    }

    @Override
    public Lookup in(Known known) {
        return this;
    }

    /** Settled where all that it is made of is settled. */
    static Lookup where(boolean settled, Lookup lookup, Known known) {
        return settled ? new Fixed(lookup.at(known.frame())) : lookup;
    }
}
