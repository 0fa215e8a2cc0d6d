package jumin.enrollment.recognition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.enrollment.person.PersonId;

/**
 * 身份认定: an organ says that a person is of a category from a day to a day.
 *
 * @param unemployed what some categories also need
 */
public record Recognition(
        PersonId person,
        String category,
        LocalDate from,
        Optional<LocalDate> to,
        String organ,
        OffsetDateTime recordedAt,
        boolean unemployed) {

    /** Whether it covers at least one day of that range. */
    public boolean touches(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && to.map(end -> !end.isBefore(first)).orElse(true);
    }
}
