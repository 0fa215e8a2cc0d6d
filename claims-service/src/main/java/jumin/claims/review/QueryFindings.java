package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.law.Laws;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.review.Review;

/** Reads findings within the caller's scope. */
@ApplicationScoped
public class QueryFindings {

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    private final Findings findings;
    private final Laws laws;
    private final Audit audit;
    private final Clock clock;

    QueryFindings(Findings findings, Laws laws, Audit audit, Clock clock) {
        this.findings = findings;
        this.laws = laws;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose; empty for any. */
    record Of(String provider, String person) {}

    List<FindingView> page(FindingState state, Of of, UUID after, int limit) {
        var found = findings.of(
                state.name(),
                of.provider(),
                of.person(),
                Optional.ofNullable(after).orElse(FROM_THE_BEGINNING),
                limit);
        found.stream()
                .findFirst()
                .ifPresent(
                        first -> audit.read("findings", state, first.subject().divisionPath()));
        return found.stream().map(FindingView::of).toList();
    }

    List<ReviewRule> rules(String area) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return laws.on(area, today)
                .map(law -> Review.rules(law).stream()
                        .map(rule -> ReviewRule.of(area, rule))
                        .toList())
                .orElse(List.of());
    }

    FindingView one(UUID id) {
        var finding = findings.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此疑点，或不在您的数据范围。"));
        audit.read("finding", id, finding.subject().divisionPath());
        return FindingView.of(finding);
    }
}
