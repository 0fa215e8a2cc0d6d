package jumin.contribution.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import jumin.platform.feed.Feed;

/** Computes the cover of a person and year, and stores and publishes it when it says something new. */
@ApplicationScoped
public class AssessCoverage {

    private final CoverageQuestion question;
    private final CoverageDecisions decisions;
    private final Feed feed;
    private final Clock clock;

    AssessCoverage(CoverageQuestion question, CoverageDecisions decisions, Feed feed, Clock clock) {
        this.question = question;
        this.decisions = decisions;
        this.feed = feed;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void assess(CoverageBasis basis) {
        var result = question.answer(basis);
        var fingerprint = CoverageDecision.fingerprint(result);
        var personId = basis.person().personId();
        var year = basis.enrollment().benefitYear();
        var before = decisions.inForce(personId, year);
        if (before.map(CoverageDecision::fingerprint)
                .filter(fingerprint::equals)
                .isPresent()) {
            return;
        }
        var decision = new CoverageDecision(
                UUID.randomUUID(),
                basis.person().area(),
                basis.person().divisionPath(),
                personId,
                year,
                result,
                fingerprint,
                OffsetDateTime.now(clock));
        decisions.supersede(before, decision);
        feed.publish("coverage", personId.toString(), PublishedCoverage.of(decision));
    }
}
