package jumin.contribution.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Cover as the feed carries it (kind {@code coverage}); days in no interval are not covered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedCoverage(
        UUID personId,
        String area,
        int benefitYear,
        List<CoverageResult.Interval> intervals,
        CoverageResult.NotCovered reasonNotCovered,
        OffsetDateTime computedAt,
        UUID decisionId,
        String lawRelease) {

    static PublishedCoverage of(CoverageDecision decision) {
        return new PublishedCoverage(
                decision.personId(),
                decision.area(),
                decision.benefitYear(),
                decision.result().intervals().stream()
                        .filter(interval -> !interval.state().equals("TERMINATED"))
                        .toList(),
                decision.result().notCovered().orElse(null),
                decision.computedAt(),
                decision.id(),
                decision.result().lawRelease());
    }
}
