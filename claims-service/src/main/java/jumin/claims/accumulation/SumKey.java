package jumin.claims.accumulation;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;

/** Under which key a declared accumulator is kept in the year: one of a quarter has a key for each quarter of the year. */
public final class SumKey {

    private static final String OF_A_QUARTER = "_quarter";

    private SumKey() {}

    public static String of(String accumulator, LocalDate day) {
        return accumulator.endsWith(OF_A_QUARTER) ? accumulator + suffix(day) : accumulator;
    }

    /** The accumulator that a key holds for that day; empty when the key is another quarter's. */
    public static Optional<String> accumulator(String key, LocalDate day) {
        if (!key.contains(OF_A_QUARTER + "@")) {
            return Optional.of(key);
        }
        return key.endsWith(suffix(day)) ? Optional.of(key.substring(0, key.indexOf('@'))) : Optional.empty();
    }

    private static String suffix(LocalDate day) {
        return "@" + day.get(IsoFields.QUARTER_OF_YEAR);
    }
}
