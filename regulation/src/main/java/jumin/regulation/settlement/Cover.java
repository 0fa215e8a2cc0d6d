package jumin.regulation.settlement;

import jumin.regulation.block.Frame;
import jumin.regulation.fact.Fact;

/** 享受待遇的期间：first and last days, as day numbers. */
record Cover(long[] firstAndLast) {

    static final Cover ALWAYS = new Cover(new long[] {Long.MIN_VALUE, Long.MAX_VALUE});

    /** Without any facts on cover the person is insured on the day. */
    static Cover of(long start, long end) {
        if (start == Frame.ABSENT && end == Frame.ABSENT) {
            return ALWAYS;
        }
        return new Cover(new long[] {start, end == Frame.ABSENT ? Long.MAX_VALUE : end});
    }

    static Cover of(Fact periods) {
        var ranges = ((Fact.Periods) periods).values();
        var days = new long[ranges.size() * 2];
        for (int i = 0; i < ranges.size(); i++) {
            days[2 * i] = ranges.get(i).first().toEpochDay();
            days[2 * i + 1] = ranges.get(i).last().toEpochDay();
        }
        return new Cover(days);
    }

    boolean holds(long day) {
        for (int i = 0; i < firstAndLast.length; i += 2) {
            if (firstAndLast[i] <= day && day <= firstAndLast[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
