package jumin.enrollment.newborn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.payment.CoverageSeen;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ParentCoverTest {

    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final Optional<Duration> FRESH = Optional.of(OLDEST);
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private static Optional<CoverageSeen.Year> year(String state, LocalDate from) {
        return Optional.of(new CoverageSeen.Year(
                List.of(new CoverageSeen.Interval(from, LocalDate.of(2024, 12, 31), state, "等待期未满", "第十五条")),
                "",
                OffsetDateTime.parse("2024-02-01T09:00:00+08:00")));
    }

    @Test
    @DisplayName("出生之日在待遇享受期内的为正常参保；前一日才开始的不算，等待期的不算，各说明原因")
    void theDayOfBirthDecides() {
        var covered = ParentCover.judge(year("COVERED", DAY), DAY, FRESH, OLDEST);
        assertEquals(ParentCover.State.INSURED, covered.state());
        assertEquals(Optional.of(600L), covered.ageSeconds());
        assertEquals(
                ParentCover.State.NOT_COVERED,
                ParentCover.judge(year("COVERED", DAY.plusDays(1)), DAY, FRESH, OLDEST)
                        .state());
        var waiting = ParentCover.judge(year("WAITING", DAY), DAY, FRESH, OLDEST);
        assertEquals(ParentCover.State.NOT_COVERED, waiting.state());
        assertTrue(waiting.explanation().contains("等待期未满"));
    }

    @Test
    @DisplayName("征缴服务没有取得或过旧：未定，不放行，也不当作没有参保；没有记录的说没有记录")
    void anOldWordIsNone() {
        var old = ParentCover.judge(year("COVERED", DAY), DAY, Optional.of(OLDEST.plusSeconds(1)), OLDEST);
        assertEquals(ParentCover.State.UNDETERMINED, old.state());
        assertTrue(old.explanation().contains("10分钟"));
        var never = ParentCover.judge(year("COVERED", DAY), DAY, Optional.empty(), OLDEST);
        assertTrue(never.undetermined() && never.explanation().contains("尚未取得"));
        var unknown = ParentCover.judge(Optional.empty(), DAY, FRESH, OLDEST);
        assertEquals(ParentCover.State.NOT_COVERED, unknown.state());
        assertTrue(unknown.explanation().contains("没有其待遇记录"));
    }
}
