package jumin.contribution.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CoverageHistoryTest {

    private static CoverageHistory before2028(Map<Integer, Boolean> years) {
        return new CoverageHistory(2028, new TreeMap<>(years));
    }

    private static int lapsed(Map<Integer, Boolean> years) {
        return before2028(years).lapseYears(year -> year >= 2025);
    }

    @Test
    @DisplayName("连续参保年数从上一年往回数，断一年即止")
    void continuityEndsWithTheFirstGap() {
        assertEquals(2, before2028(Map.of(2024, true, 2026, true, 2027, true)).continuousYears());
        assertEquals(0, before2028(Map.of(2026, true, 2027, false)).continuousYears());
        assertEquals(0, before2028(Map.of()).continuousYears());
    }

    @Test
    @DisplayName("中断年数从最后享受待遇的次年数起，只数计入的年度；从未参保的不算中断")
    void lapseCountsTheYearsSinceTheLastCover() {
        assertEquals(2, lapsed(Map.of(2025, true, 2027, false)));
        assertEquals(3, lapsed(Map.of(2020, true)));
        assertEquals(0, lapsed(Map.of(2027, true)));
        assertEquals(0, lapsed(Map.of()));
        assertEquals(0, lapsed(Map.of(2026, false)));
    }

    private static CoverageResult.Interval interval(String from, String to, String state) {
        return new CoverageResult.Interval(LocalDate.parse(from), LocalDate.parse(to), state, "", "");
    }

    @Test
    @DisplayName("待遇变动：只列状态不同的日子，相邻的同样变动合为一段")
    void changesAreTheDaysThatDiffer() {
        var waited = List.of(
                interval("2026-01-01", "2026-03-31", "WAITING"), interval("2026-04-01", "2026-12-31", "COVERED"));
        var covered = List.of(interval("2026-01-01", "2026-12-31", "COVERED"));
        var whole = new CoverageChange(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"), "NONE", "COVERED");
        assertEquals(
                List.of(new CoverageChange(
                        LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-31"), "WAITING", "COVERED")),
                CoverageChange.between(waited, covered));
        assertEquals(List.of(whole), CoverageChange.between(List.of(), covered));
        assertEquals(List.of(), CoverageChange.between(covered, covered));
    }
}
