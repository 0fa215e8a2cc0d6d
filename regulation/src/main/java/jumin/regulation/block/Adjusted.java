package jumin.regulation.block;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import jumin.regulation.Rate;

/** 调整后的标准或比例：lowered or raised by a share of itself, less so many points, more by an amount; a ratio at most so high. */
public record Adjusted(Lookup main, List<Adjustment> adjustments, RoundingMode rounding) implements Lookup {

    /** 一项调整。 */
    public record Adjustment(Way way, Lookup by) {}

    /** 怎样调整。 */
    public enum Way {
        /** 减少一个比例，如起付标准减半 */
        LOWERED_BY,
        /** 提高一个比例，如起付标准提高50% */
        RAISED_BY,
        /** 减少若干点，如支付比例降低20个百分点 */
        MINUS,
        /** 增加一个数额，如限额增加1万元 */
        PLUS,
        /** 调整和加点之后最高的比例，如提高后不超过93% */
        RATIO_AT_MOST;

        /** How the data writes it. */
        public static Optional<Way> written(String key) {
            return List.of(values()).stream()
                    .filter(way -> way.name().equalsIgnoreCase(key))
                    .findFirst();
        }
    }

    @Override
    public long at(long[] frame) {
        long whole = main.at(frame);
        if (whole == Frame.ABSENT || whole == Frame.NOT_COVERED || whole == Frame.UNLIMITED) {
            return whole;
        }
        long value = whole;
        for (var adjustment : adjustments) {
            long by = adjustment.by().at(frame);
            if (by == Frame.ABSENT || by == Frame.NOT_COVERED) {
                return by;
            }
            value = switch (adjustment.way()) {
                case LOWERED_BY -> value - new Rate(by).of(whole, rounding);
                case RAISED_BY -> value + new Rate(by).of(whole, rounding);
                case MINUS -> Math.max(0, value - by);
                case PLUS -> Math.addExact(value, by);
                case RATIO_AT_MOST -> Math.min(value, by);
            };
        }
        return value;
    }

    @Override
    public Lookup in(Known known) {
        var settled = new Adjusted(
                main.in(known),
                adjustments.stream()
                        .map(adjustment ->
                                new Adjustment(adjustment.way(), adjustment.by().in(known)))
                        .toList(),
                rounding);
        boolean all = settled.main instanceof Fixed
                && settled.adjustments.stream().allMatch(adjustment -> adjustment.by() instanceof Fixed);
        return Fixed.where(all, settled, known);
    }
}
