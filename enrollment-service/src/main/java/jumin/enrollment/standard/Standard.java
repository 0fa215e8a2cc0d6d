package jumin.enrollment.standard;

import java.time.LocalDate;
import java.util.Optional;
import jumin.regulation.DateRange;

/**
 * 年度个人缴费标准, as contribution publishes it.
 *
 * @param windowFrom first day of 集中征缴期
 * @param windowTo its last day
 */
public record Standard(
        String area,
        int benefitYear,
        String standardId,
        long individualContributionFen,
        Optional<LocalDate> windowFrom,
        Optional<LocalDate> windowTo) {

    /** 集中征缴期, when both its days are published. */
    public Optional<DateRange> window() {
        return windowFrom.flatMap(first -> windowTo.map(last -> new DateRange(first, last)));
    }
}
