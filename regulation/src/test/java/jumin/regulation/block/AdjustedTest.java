package jumin.regulation.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("调整后的标准或比例")
class AdjustedTest {

    private static final int STANDARD = 0;
    private static final int SHARE = 1;

    @Test
    @DisplayName("减半：赤峰 第二十条")
    void aStandardIsLoweredByAShareOfItself() {
        assertEquals(50_000, adjusted(Adjusted.Way.LOWERED_BY, 100_000, 500_000));
        assertEquals(1, adjusted(Adjusted.Way.LOWERED_BY, 2, 333_333));
    }

    @Test
    @DisplayName("提高：攀枝花 第十九条")
    void aStandardIsRaisedByAShareOfItself() {
        assertEquals(120_000, adjusted(Adjusted.Way.RAISED_BY, 60_000, 1_000_000));
        assertEquals(90_000, adjusted(Adjusted.Way.RAISED_BY, 60_000, 500_000));
    }

    @Test
    void pointsAreTakenOffButNeverBelowZero() {
        assertEquals(450_000, adjusted(Adjusted.Way.MINUS, 650_000, 200_000));
        assertEquals(0, adjusted(Adjusted.Way.MINUS, 100_000, 200_000));
    }

    @Test
    void aHoleStaysAHole() {
        assertEquals(Frame.ABSENT, adjusted(Adjusted.Way.MINUS, Frame.ABSENT, 200_000));
        assertEquals(Frame.ABSENT, adjusted(Adjusted.Way.MINUS, 100_000, Frame.ABSENT));
        assertEquals(Frame.NOT_COVERED, adjusted(Adjusted.Way.LOWERED_BY, Frame.NOT_COVERED, 200_000));
    }

    private static long adjusted(Adjusted.Way way, long standard, long by) {
        var adjustment = new Adjusted.Adjustment(way, new GivenFact(SHARE));
        var lookup = new Adjusted(new GivenFact(STANDARD), List.of(adjustment), RoundingMode.HALF_UP);
        return lookup.at(new long[] {standard, by});
    }
}
