package jumin.regulation;

import java.time.LocalDate;

/** 待遇年度（参保年度），自然年度。 */
public record BenefitYear(int year) implements Comparable<BenefitYear> {

    public static BenefitYear of(LocalDate day) {
        return new BenefitYear(day.getYear());
    }

    public LocalDate first() {
        return LocalDate.of(year, 1, 1);
    }

    public LocalDate last() {
        return LocalDate.of(year, 12, 31);
    }

    public DateRange range() {
        return new DateRange(first(), last());
    }

    public BenefitYear next() {
        return new BenefitYear(year + 1);
    }

    /** Completed years of age at the first moment of this year; the birthday counts from its first moment. */
    public int ageAtStart(LocalDate birth) {
        int age = year - birth.getYear();
        return birth.getDayOfYear() == 1 ? age : age - 1;
    }

    @Override
    public int compareTo(BenefitYear other) {
        return Integer.compare(year, other.year);
    }
}
