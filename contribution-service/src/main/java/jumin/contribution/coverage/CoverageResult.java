package jumin.contribution.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 待遇享受期: what holds on which day, or why nothing does.
 *
 * @param facts canonical JSON of the facts that were used
 * @param lines canonical JSON of the law's worksheet
 */
public record CoverageResult(
        List<Interval> intervals, Optional<NotCovered> notCovered, String facts, String lines, String lawRelease) {

    public CoverageResult {
        intervals = List.copyOf(intervals);
    }

    /** 一段待遇区间, both days included. */
    public record Interval(
            @Schema(description = "首日") LocalDate from,
            @Schema(description = "末日（含）") LocalDate to,

            @Schema(description = "COVERED 享受 / WAITING 等待 / SUSPENDED 暂停 / TERMINATED 终止")
            String state,

            @Schema(description = "原因") String reason,
            @Schema(description = "条款") String article) {}

    /** 为什么不享受待遇. */
    public record NotCovered(String code, String text, String article) {}

    boolean covers() {
        return intervals.stream().anyMatch(interval -> interval.state().equals("COVERED"));
    }

    static CoverageResult nothing(NotCovered why, String facts, String lawRelease) {
        return new CoverageResult(List.of(), Optional.of(why), facts, "[]", lawRelease);
    }
}
