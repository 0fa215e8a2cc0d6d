package jumin.claims.accumulation;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** 年度累计: the sums of a person's year, amounts in fen and counts, by the names that the law declares. */
public record YearToDate(SortedMap<String, Long> sums) {

    /** Between the name of an accumulator and its bucket, as {@code outpatient_paid_quarter@quarter:2025-Q3}. */
    public static final String BUCKET = "@";

    public static final YearToDate NOTHING = new YearToDate(new TreeMap<>());

    public YearToDate {
        sums = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    }

    public static YearToDate of(Map<String, Long> sums) {
        return new YearToDate(new TreeMap<>(sums));
    }

    /** With entries added; what comes to nothing is not kept. */
    public YearToDate plus(Collection<Entry> entries) {
        var added = new TreeMap<>(sums);
        entries.forEach(entry -> added.merge(entry.name(), entry.amount(), Math::addExact));
        added.values().removeIf(sum -> sum == 0);
        return new YearToDate(added);
    }

    /** With the sums of another record of the same person. */
    public YearToDate plus(YearToDate other) {
        return plus(other.sums.entrySet().stream()
                .map(one -> new Entry(one.getKey(), one.getValue()))
                .toList());
    }

    /** One entry of the sub-ledger. */
    public record Entry(String name, long amount) {

        public Entry reversed() {
            return new Entry(name, Math.negateExact(amount));
        }
    }
}
