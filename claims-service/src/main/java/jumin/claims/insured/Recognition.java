package jumin.claims.insured;

import java.time.LocalDate;
import java.util.Optional;

/** 身份认定: a special category from day to day, with the organ that recognised it. */
public record Recognition(String category, LocalDate from, Optional<LocalDate> to, String organ) {

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
