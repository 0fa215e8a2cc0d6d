package jumin.regulation.law.form;

import java.util.Collection;
import java.util.Comparator;

/** Which known name an author probably meant. */
public final class Nearest {

    private Nearest() {}

    /** {@code 是不是“…”？}, or nothing when no name is near. */
    public static String hint(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> Math.abs(other.length() - name.length()) <= reach(name))
                .filter(other -> Distance.between(name, other) <= reach(name))
                .min(Comparator.comparingInt((String other) -> Distance.between(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .map(other -> "是不是“" + other + "”？")
                .orElse("");
    }

    private static int reach(String name) {
        return Math.max(1, name.length() / 4);
    }
}
