package jumin.contribution.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** Of several persons, for the same benefit year. Answers whose year now brings cover and did not, or the other way round. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> assess(List<CoverageBasis> bases) {
        if (bases.isEmpty()) {
            return List.of();
        }
        var year = bases.getFirst().enrollment().benefitYear();
        var ids = bases.stream().map(basis -> basis.person().personId()).toList();
        var known = decisions.standing(ids, year);
        var histories = decisions.before(ids, year);
        var changes = new ArrayList<CoverageDecisions.Change>();
        for (var basis : bases) {
            var id = basis.person().personId();
            var history = histories.getOrDefault(id, CoverageHistory.unknown(year));
            change(basis, history, Optional.ofNullable(known.get(id))).ifPresent(changes::add);
        }
        publish(changes);
        decisions.supersede(changes);
        return changes.stream()
                .filter(change -> change.next().result().covers()
                        != change.before()
                                .map(CoverageDecisions.Standing::covered)
                                .orElse(false))
                .map(change -> change.next().personId())
                .toList();
    }

    private void publish(List<CoverageDecisions.Change> changes) {
        var before = decisions.intervals(changes.stream()
                .flatMap(change -> change.before().stream())
                .map(CoverageDecisions.Standing::id)
                .toList());
        feed.publishAll(
                "coverage",
                changes.stream()
                        .map(change -> new Feed.Publication(
                                change.next().personId().toString(),
                                PublishedCoverage.of(
                                        change.next(),
                                        change.before()
                                                .map(standing -> new PublishedCoverage.Before(
                                                        standing.id(),
                                                        before.getOrDefault(standing.id(), List.of()))))))
                        .toList());
    }

    private Optional<CoverageDecisions.Change> change(
            CoverageBasis basis, CoverageHistory history, Optional<CoverageDecisions.Standing> before) {
        var result = question.answer(basis, history);
        var continuousYears = result.covers() ? history.continuousYears() + 1 : 0;
        var fingerprint = CoverageDecision.fingerprint(result, continuousYears);
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
                continuousYears,
                fingerprint,
                OffsetDateTime.now(clock));
        return Optional.of(new CoverageDecisions.Change(before, next));
    }
}
