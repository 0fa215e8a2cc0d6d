package jumin.contribution.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Cover as the feed carries it (kind {@code coverage}); days in no interval are not covered.
 *
 * @param previous what was published before; absent for the first of a year
 * @param changed days whose state is another one than before: care on these days is to be looked at again
 * @param continuousYears 连续参保年数 up to this year, of the years that this system has decided; 0 without cover in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedCoverage(
        UUID personId,
        String area,
        int benefitYear,
        List<CoverageResult.Interval> intervals,
        CoverageResult.NotCovered reasonNotCovered,
        OffsetDateTime computedAt,
        UUID decisionId,
        String lawRelease,
        Before previous,
        List<CoverageChange> changed,
        int continuousYears) {

    /** 原决定. */
    public record Before(UUID decisionId, List<CoverageResult.Interval> intervals) {

        public Before {
            intervals = published(intervals);
        }
    }

    static PublishedCoverage of(CoverageDecision decision, Optional<Before> before) {
        var intervals = published(decision.result().intervals());
        return new PublishedCoverage(
                decision.personId(),
                decision.area(),
                decision.benefitYear(),
                intervals,
                decision.result().notCovered().orElse(null),
                decision.computedAt(),
                decision.id(),
                decision.result().lawRelease(),
                before.orElse(null),
                CoverageChange.between(before.map(Before::intervals).orElse(List.of()), intervals),
                decision.continuousYears());
    }

    /** After an ending there is simply no interval. */
    private static List<CoverageResult.Interval> published(List<CoverageResult.Interval> intervals) {
        return intervals.stream()
                .filter(interval -> !interval.state().equals("TERMINATED"))
                .toList();
    }
}
