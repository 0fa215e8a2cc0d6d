package jumin.regulation.block;

import java.math.RoundingMode;
import java.util.Optional;
import jumin.regulation.Rate;

/** 某事实的一个比例，如“60% of 某事实”。 */
public record ShareOf(int fact, long millionths, RoundingMode rounding) implements Lookup {

    /** How a value is made, where it is a formula. */
    public static Optional<ShareOf> in(Lookup lookup, long[] frame) {
        return switch (lookup) {
            case ShareOf formula -> Optional.of(formula);
            case Table table -> table.formula(frame);
            default -> Optional.empty();
        };
    }

    @Override
    public long at(long[] frame) {
        long whole = frame[fact];
        return whole == Frame.ABSENT ? Frame.ABSENT : Rate.share(whole, millionths, rounding);
    }

    @Override
    public Lookup in(Known known) {
        return this;
    }
}
