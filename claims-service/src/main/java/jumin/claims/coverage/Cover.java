package jumin.claims.coverage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.regulation.DateRange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 一个待遇年度的待遇享受期, as contribution decided it.
 *
 * @param notCovered why there is no interval at all; empty when there are some
 * @param continuousYears 连续参保年数 up to this year
 * @param zeroClaimYears 零报销的年度 before this year, as far as cover is known
 */
public record Cover(
        int benefitYear,
        List<Interval> intervals,
        Optional<NotCovered> notCovered,
        OffsetDateTime computedAt,
        String decisionId,
        String lawRelease,
        int continuousYears,
        List<Integer> zeroClaimYears) {

    public Cover {
        intervals = List.copyOf(intervals);
        zeroClaimYears = List.copyOf(zeroClaimYears);
    }

    /** 享受、等待、中断。 */
    @Schema(name = "CoverState")
    public enum State {
        COVERED,
        WAITING,
        SUSPENDED
    }

    /** A stretch of days with its state, its reason and its article. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(description = "待遇期间：COVERED 享受、WAITING 等待期、SUSPENDED 中断")
    public record Interval(LocalDate from, LocalDate to, State state, String reason, String article) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Why there is no cover at all. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(description = "不享受待遇的原因与依据")
    public record NotCovered(String code, String text, String article) {}

    public Optional<Interval> on(LocalDate day) {
        return intervals.stream().filter(one -> one.contains(day)).findFirst();
    }

    /** Whether the fund pays on a day; asked for every line of a bill. */
    public boolean paidOn(LocalDate day) {
        for (var one : intervals) {
            if (one.state() == State.COVERED && one.contains(day)) {
                return true;
            }
        }
        return false;
    }

    /** The days on which the fund pays. */
    public List<DateRange> paidPeriods() {
        return intervals.stream()
                .filter(one -> one.state() == State.COVERED)
                .map(one -> new DateRange(one.from(), one.to()))
                .toList();
    }
}
