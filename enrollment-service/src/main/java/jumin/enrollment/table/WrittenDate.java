package jumin.enrollment.table;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** 日期 as people write it in a spreadsheet. */
public final class WrittenDate {

    /** Day 0 of spreadsheets. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final Pattern SERIAL = Pattern.compile("\\d{1,5}(\\.\\d+)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern PARTS =
            Pattern.compile("(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?(?:[T ]00:00(?::00)?(?:\\.0+)?)?");

    private WrittenDate() {}

    /** Serial numbers, 2026-1-5, 2026.1.5, 2026/1/5, 2026年1月5日, 20260105, also in full-width digits. */
    public static Optional<LocalDate> read(String written) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        for (var pattern : new Pattern[] {PARTS, COMPACT}) {
            var parts = pattern.matcher(text);
            if (parts.matches()) {
                return day(parts.group(1), parts.group(2), parts.group(3));
            }
        }
        return SERIAL.matcher(text).matches()
                ? Optional.of(SERIAL_ZERO.plusDays(Long.parseLong(text.replaceAll("\\..*", ""))))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
