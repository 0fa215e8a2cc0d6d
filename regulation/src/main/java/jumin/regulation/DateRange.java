package jumin.regulation;

import java.time.LocalDate;
import java.util.Optional;

/** 起止日期，两端均含（如1月1日至12月31日）。 */
public record DateRange(LocalDate first, LocalDate last) {

    public DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("终止日 " + last + " 早于起始日 " + first);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    public boolean overlaps(DateRange other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    public Optional<DateRange> intersection(DateRange other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        var from = first.isAfter(other.first) ? first : other.first;
        var to = last.isBefore(other.last) ? last : other.last;
        return Optional.of(new DateRange(from, to));
    }

    @Override
    public String toString() {
        return first + "/" + last;
    }
}
