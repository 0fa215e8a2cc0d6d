package jumin.regulation.settlement;

import java.util.ArrayList;
import java.util.List;

/** 计入的年度累计：read off the finished computation when somebody asks. */
public final class Increments {

    static final Increments NONE = new Increments(new Benefit.Count[0], new long[0]);

    private final Benefit.Count[] counts;
    private final long[] frame;

    Increments(Benefit.Count[] counts, long[] frame) {
        this.counts = counts;
        this.frame = frame;
    }

    public List<Accumulated> list() {
        var increments = new ArrayList<Accumulated>();
        for (var count : counts) {
            if (!count.when().holds(frame)) {
                continue;
            }
            if (count.quantity() < 0) {
                increments.add(new Accumulated(count.accumulator(), Accumulated.Kind.COUNT, 1));
            } else if (frame[count.quantity()] != 0) {
                increments.add(new Accumulated(count.accumulator(), Accumulated.Kind.AMOUNT, frame[count.quantity()]));
            }
        }
        return List.copyOf(increments);
    }
}
