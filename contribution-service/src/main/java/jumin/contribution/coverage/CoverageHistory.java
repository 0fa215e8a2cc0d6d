package jumin.contribution.coverage;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * 参保历史 before a benefit year, as far as this service decided it: which years brought cover and which did not.
 *
 * @param years the known years before it; true where some day was covered
 */
record CoverageHistory(int benefitYear, SortedMap<Integer, Boolean> years) {

    CoverageHistory {
        years = new TreeMap<>(years);
    }

    static CoverageHistory unknown(int benefitYear) {
        return new CoverageHistory(benefitYear, new TreeMap<>());
    }

    /** 连续参保年数 before this year. */
    int continuousYears() {
        var count = 0;
        while (years.getOrDefault(benefitYear - 1 - count, false)) {
            count++;
        }
        return count;
    }

    /** 中断年数 since the last year of cover, of the years that count; none for who was never covered here. */
    int lapseYears(IntPredicate counts) {
        var lapsed = 0;
        for (var year = benefitYear - 1; !years.isEmpty() && year > years.firstKey(); year--) {
            if (years.getOrDefault(year, false)) {
                return lapsed;
            }
            lapsed += counts.test(year) ? 1 : 0;
        }
        return !years.isEmpty() && years.get(years.firstKey()) ? lapsed : 0;
    }
}
