package jumin.contribution.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.platform.feed.Feed;
import jumin.platform.sql.TimeOrderedId;

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

    /** Of several persons, for the same benefit year. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void assess(List<CoverageBasis> bases) {
        if (bases.isEmpty()) {
            return;
        }
        var ids = bases.stream().map(basis -> basis.person().personId()).toList();
        var known = decisions.standing(ids, bases.getFirst().enrollment().benefitYear());
        var changes = bases.stream()
                .flatMap(basis -> change(
                        basis, Optional.ofNullable(known.get(basis.person().personId())))
                        .stream())
                .toList();
        decisions.supersede(changes);
        feed.publishAll(
                "coverage",
                changes.stream()
                        .map(change ->
                                new Feed.News(change.next().personId().toString(), PublishedCoverage.of(change.next())))
                        .toList());
    }

    private Optional<CoverageDecisions.Change> change(
            CoverageBasis basis, Optional<CoverageDecisions.Standing> before) {
        var result = question.answer(basis);
        var fingerprint = CoverageDecision.fingerprint(result);
        if (before.filter(standing -> standing.fingerprint().equals(fingerprint))
                .isPresent()) {
            return Optional.empty();
        }
        var next = new CoverageDecision(
                TimeOrderedId.next(),
                basis.person().area(),
                basis.person().divisionPath(),
                basis.person().personId(),
                basis.enrollment().benefitYear(),
                result,
                fingerprint,
                OffsetDateTime.now(clock));
        return Optional.of(new CoverageDecisions.Change(before, next));
    }
}
