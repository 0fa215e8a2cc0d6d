package jumin.regulation.subsidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("身份认定的时间")
class RecognitionDaysTest {

    private static final LawLibrary LIBRARY = LawLibrary.load();
    private static final Optional<DateRange> WINDOW =
            Optional.of(new DateRange(LocalDate.of(2024, 9, 15), LocalDate.of(2025, 2, 28)));

    private static RecognitionDays days(String area, Optional<DateRange> window, LocalDate registered) {
        var enrolling = new RecognitionDays.Enrolling(new BenefitYear(2025), window, Optional.of(registered));
        return RecognitionDays.of(LIBRARY.law(area, LocalDate.of(2025, 1, 1), true), enrolling)
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}，{1}登记：{2}至{3}")
    @DisplayName("宜春 第二十二条、廊坊 第六条、赤峰 第十条、朝阳 第四条、攀枝花 第九条")
    @CsvSource({
        "360900, 2024-11-01, 2024-09-15, 2025-02-28",
        "360900, 2025-06-01, 2024-09-15, 2025-06-01",
        "131000, 2024-11-01, 2024-09-15, 2025-12-31",
        "150400, 2024-11-01, 2024-09-15, 2025-01-01",
        "150400, 2025-06-01, 2024-09-15, 2025-06-01",
        "211300, 2024-11-01, 2024-09-15, 2025-02-28",
        "510400, 2024-11-01, 2024-09-15, 2025-01-01",
    })
    void theDaysOnWhichARecognitionCounts(String area, LocalDate registered, LocalDate first, LocalDate last) {
        assertEquals(new DateRange(first, last), days(area, WINDOW, registered).days());
    }

    @Test
    @DisplayName("没有公布征缴期的：条文定的（赤峰 第十条），否则只看年初和登记日")
    void withoutAPublishedWindowTheTextsOwnStands() {
        assertEquals(
                LocalDate.of(2024, 9, 1),
                days("150400", Optional.empty(), LocalDate.of(2025, 3, 1))
                        .days()
                        .first());
        assertEquals(
                new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 1)),
                days("360900", Optional.empty(), LocalDate.of(2025, 3, 1)).days());
    }

    @Test
    @DisplayName("认定期间与这些日子有一日重合即计入：前一日、当日、后一日（第二十二条）")
    void aRecognitionCountsWithOneDayInCommon() {
        var days = days("360900", WINDOW, LocalDate.of(2024, 11, 1));

        assertTrue(days.count(LocalDate.of(2025, 2, 27), Optional.empty()));
        assertTrue(days.count(LocalDate.of(2025, 2, 28), Optional.empty()));
        assertFalse(days.count(LocalDate.of(2025, 3, 1), Optional.empty()));
        assertFalse(days.count(LocalDate.of(2024, 1, 1), Optional.of(LocalDate.of(2024, 9, 14))));
        assertTrue(days.count(LocalDate.of(2024, 1, 1), Optional.of(LocalDate.of(2024, 9, 15))));
        assertTrue(days.count(LocalDate.of(2024, 1, 1), Optional.of(LocalDate.of(2024, 9, 16))));
        assertEquals("第二十二条", days.citation().article());
    }
}
