package jumin.regulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("日期、期限、年度")
class DatesTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 5, 30);

    @Test
    void bothEndsBelongToARange() {
        var range = new DateRange(FIRST, LAST);

        assertTrue(range.contains(FIRST));
        assertTrue(range.contains(LAST));
        assertFalse(range.contains(LAST.plusDays(1)));
        assertFalse(range.contains(FIRST.minusDays(1)));
        assertThrows(IllegalArgumentException.class, () -> new DateRange(LAST, FIRST));
    }

    @Test
    void rangesMeetOnASharedDay() {
        var range = new DateRange(FIRST, LAST);

        assertEquals(Optional.of(new DateRange(LAST, LAST)), range.intersection(new DateRange(LAST, LAST.plusDays(9))));
        assertEquals(Optional.empty(), range.intersection(new DateRange(LAST.plusDays(1), LAST.plusDays(9))));
    }

    @Test
    void aMonthEndsOnTheSameDayNumberOrTheLastDay() {
        assertEquals(LocalDate.of(2024, 2, 29), Term.parse("3m").after(LocalDate.of(2023, 11, 30)));
        assertEquals(LocalDate.of(2024, 5, 30), Term.parse("90d").after(FIRST));
        assertThrows(IllegalArgumentException.class, () -> Term.parse("3月"));
    }

    @Test
    @DisplayName("周岁以1月1日零时计")
    void theBirthdayCountsFromItsFirstMoment() {
        assertEquals(60, new BenefitYear(2024).ageAtStart(LocalDate.of(1964, 1, 1)));
        assertEquals(59, new BenefitYear(2024).ageAtStart(LocalDate.of(1964, 1, 2)));
    }
}
