package jumin.contribution.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 待遇变动: days whose state is another one than before; care on these days is to be looked at again. */
public record CoverageChange(
        LocalDate from,
        LocalDate to,
        @Schema(description = "原状态，NONE 为不在任何区间") String before,
        @Schema(description = "现状态，NONE 为不在任何区间") String after) {

    private static final String NONE = "NONE";

    /** In the order of the days; neighbouring days with the same change are one. */
    static List<CoverageChange> between(List<CoverageResult.Interval> before, List<CoverageResult.Interval> after) {
        var changes = new ArrayList<CoverageChange>();
        var edges = new TreeSet<LocalDate>();
        for (var intervals : List.of(before, after)) {
            intervals.forEach(interval -> edges.add(interval.from()));
            intervals.forEach(interval -> edges.add(interval.to().plusDays(1)));
        }
        for (var from : edges) {
            var end = edges.higher(from);
            if (end != null) {
                append(changes, new CoverageChange(from, end.minusDays(1), state(before, from), state(after, from)));
            }
        }
        return List.copyOf(changes);
    }

    private static void append(List<CoverageChange> changes, CoverageChange next) {
        if (next.before().equals(next.after())) {
            return;
        }
        var last = changes.isEmpty() ? null : changes.getLast();
        var continues = last != null
                && Objects.equals(last.to().plusDays(1), next.from())
                && last.before().equals(next.before())
                && last.after().equals(next.after());
        if (continues) {
            changes.set(changes.size() - 1, new CoverageChange(last.from(), next.to(), next.before(), next.after()));
        } else {
            changes.add(next);
        }
    }

    private static String state(List<CoverageResult.Interval> intervals, LocalDate on) {
        return intervals.stream()
                .filter(interval -> !on.isBefore(interval.from()) && !on.isAfter(interval.to()))
                .map(CoverageResult.Interval::state)
                .findFirst()
                .orElse(NONE);
    }
}
