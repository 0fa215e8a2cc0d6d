package jumin.regulation.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jumin.regulation.DateRange;
import jumin.regulation.law.Citation;

/** 待遇区间的合并：what suspensions and terminations leave of a benefit period, on every day with reason and article. */
public final class Coverage {

    private Coverage() {}

    /** The intervals of a year, in order of time, without overlap; events other than suspension and termination change nothing. */
    public static List<CoverageInterval> intervals(
            EntitlementDecision.Entitled entitled, List<EntitlementDecision> events) {
        var intervals = entitled.intervals();
        for (var event : events) {
            if (event instanceof EntitlementDecision.Suspended suspended) {
                intervals = suspend(intervals, suspended, entitled.benefit().last());
            }
        }
        for (var event : events) {
            if (event instanceof EntitlementDecision.Termination termination && termination.terminated()) {
                intervals = terminate(intervals, termination, entitled.benefit().last());
            }
        }
        return intervals;
    }

    /**
     * Of somebody who was enrolled again in the year in which a former enrolment had ended: from its end until the day before, nothing
     * is covered, whatever was paid for the year (不得重复享受).
     */
    public static List<CoverageInterval> enrolledAgain(
            List<CoverageInterval> intervals, EntitlementDecision.Termination former, LocalDate again) {
        var from = former.lastCoveredDay().map(day -> day.plusDays(1));
        if (from.isEmpty() || !from.get().isBefore(again)) {
            return intervals;
        }
        var cause = new Cause(CoverageInterval.State.TERMINATED, "参保关系终止，重新登记之前", former.citation());
        return replace(intervals, new DateRange(from.get(), again.minusDays(1)), cause);
    }

    /** The days on which the fund pays. */
    public static List<DateRange> covered(List<CoverageInterval> intervals) {
        return intervals.stream()
                .filter(interval -> interval.state() == CoverageInterval.State.COVERED)
                .map(CoverageInterval::range)
                .toList();
    }

    private static List<CoverageInterval> suspend(
            List<CoverageInterval> intervals, EntitlementDecision.Suspended suspended, LocalDate end) {
        var last = suspended
                .resumed()
                .map(day -> day.minusDays(1))
                .filter(day -> day.isBefore(end))
                .orElse(end);
        if (suspended.from().isAfter(last)) {
            return intervals;
        }
        var cause = new Cause(CoverageInterval.State.SUSPENDED, "参加职工医保期间暂停", suspended.citation());
        return replace(intervals, new DateRange(suspended.from(), last), cause);
    }

    private static List<CoverageInterval> terminate(
            List<CoverageInterval> intervals, EntitlementDecision.Termination termination, LocalDate end) {
        var from = termination.lastCoveredDay().orElseThrow().plusDays(1);
        if (from.isAfter(end)) {
            return intervals;
        }
        var cause = new Cause(CoverageInterval.State.TERMINATED, "参保关系终止", termination.citation());
        return replace(intervals, new DateRange(from, end), cause);
    }

    /** 原因。 */
    private record Cause(CoverageInterval.State state, String reason, Citation citation) {}

    /** Cuts the days of {@code range} out of all intervals and gives those that were covered or suspended the new cause. */
    private static List<CoverageInterval> replace(List<CoverageInterval> intervals, DateRange range, Cause cause) {
        var result = new ArrayList<CoverageInterval>();
        for (var interval : intervals) {
            var part = interval.range().intersection(range);
            if (part.isEmpty()) {
                result.add(interval);
                continue;
            }
            if (interval.range().first().isBefore(part.get().first())) {
                result.add(interval.within(new DateRange(
                        interval.range().first(), part.get().first().minusDays(1))));
            }
            result.add(new CoverageInterval(part.get(), cause.state(), cause.reason(), cause.citation()));
            if (interval.range().last().isAfter(part.get().last())) {
                result.add(interval.within(new DateRange(
                        part.get().last().plusDays(1), interval.range().last())));
            }
        }
        return List.copyOf(result);
    }
}
