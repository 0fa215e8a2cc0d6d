package jumin.claims.accumulation;

import java.util.Collection;

/**
 * 年度累计的一个版本: what was decided on it may be written only while it is still the newest.
 *
 * @param version how often the year has been written; 0 when it has not
 */
public record YearSoFar(long version, YearToDate sums) {

    public static final YearSoFar UNOPENED = new YearSoFar(0, YearToDate.NOTHING);

    /** The version that follows it. */
    public YearSoFar plus(Collection<YearToDate.Entry> entries) {
        return new YearSoFar(version + 1, sums.plus(entries));
    }
}
