package jumin.regulation.block;

/** A value that depends on the facts: a table's cell, the highest of several cells, a fact itself or a share of it. */
public sealed interface Lookup permits Table, HighestOf, GivenFact, Adjusted, Summed, Headroom, ShareOf, Fixed {

    /** An amount, ratio or count, or one of {@link Frame}'s special values. */
    long at(long[] frame);

    /** The same value where these facts are known. */
    Lookup in(Known known);
}
