package jumin.regulation.block;

/** A value that depends on the facts: a table's cell, the highest of several cells, or a fact itself. */
public sealed interface Lookup permits Table, HighestOf, GivenFact, Adjusted, Summed {

    /** An amount, ratio or count, or one of {@link Frame}'s special values. */
    long at(long[] frame);
}
