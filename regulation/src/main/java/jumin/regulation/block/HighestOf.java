package jumin.regulation.block;

/** 多项并存：the highest of the cells that apply, and so much more for each further one. */
public record HighestOf(Table table, long further) implements Lookup {

    @Override
    public long at(long[] frame) {
        long highest = table.highest(frame);
        if (highest == Frame.ABSENT || highest == Frame.UNLIMITED) {
            return highest;
        }
        long count = Long.bitCount(frame[table.axes().getFirst().index()]);
        return Math.addExact(highest, Math.multiplyExact(further, count - 1));
    }

    /** Several words at once are never known beforehand. */
    @Override
    public Lookup in(Known known) {
        return this;
    }
}
