package jumin.regulation;

import java.time.LocalDate;

/** 期限（日或月），写作 {@code 90d} 或 {@code 3m}。 */
public record Term(int length, Unit unit) {

    /** 日、月。 */
    public enum Unit {
        DAYS,
        MONTHS
    }

    public static Term parse(String text) {
        if (!text.matches("\\d{1,4}[dm]")) {
            throw new IllegalArgumentException("期限“" + text + "”须写作 90d 或 3m");
        }
        int length = Integer.parseInt(text.substring(0, text.length() - 1));
        return new Term(length, text.endsWith("d") ? Unit.DAYS : Unit.MONTHS);
    }

    public static Term months(int months) {
        return new Term(months, Unit.MONTHS);
    }

    /** The same day number {@code length} months later (or that month's last day), or {@code length} days later. */
    public LocalDate after(LocalDate day) {
        return unit == Unit.DAYS ? day.plusDays(length) : day.plusMonths(length);
    }

    @Override
    public String toString() {
        return length + (unit == Unit.DAYS ? "d" : "m");
    }
}
