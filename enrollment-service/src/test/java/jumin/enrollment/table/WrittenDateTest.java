package jumin.enrollment.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WrittenDateTest {

    @Test
    @DisplayName("各种写法是同一天")
    void manyWritingsAreOneDay() {
        for (var written : List.of(
                "2026-01-05",
                "2026-1-5",
                "2026.1.5",
                "2026/1/5",
                "2026年1月5日",
                "20260105",
                "２０２６．１．５",
                "46027",
                "46027.0")) {
            assertEquals(LocalDate.of(2026, 1, 5), WrittenDate.read(written).orElseThrow(), written);
        }
    }

    @Test
    @DisplayName("没有的日子不是日期")
    void impossibleDaysAreNoDates() {
        for (var written : List.of("2026-02-30", "20261301", "2026年13月1日", "昨天", "")) {
            assertTrue(WrittenDate.read(written).isEmpty(), written);
        }
    }
}
