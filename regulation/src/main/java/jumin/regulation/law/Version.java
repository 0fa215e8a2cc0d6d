package jumin.regulation.law;

import java.time.LocalDate;
import java.util.Optional;

/** 一段时期内的规定。{@code until} is inclusive, as the law writes it. */
public record Version(LocalDate from, Optional<LocalDate> until, Node content) {

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
