package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** Reads findings within the caller's scope. */
@ApplicationScoped
public class QueryFindings {

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    private final Findings findings;
    private final Audit audit;

    QueryFindings(Findings findings, Audit audit) {
        this.findings = findings;
        this.audit = audit;
    }

    List<FindingView> page(FindingState state, String provider, UUID after, int limit) {
        var found =
                findings.of(state.name(), provider, Optional.ofNullable(after).orElse(FROM_THE_BEGINNING), limit);
        found.stream()
                .findFirst()
                .ifPresent(
                        first -> audit.read("findings", state, first.subject().divisionPath()));
        return found.stream().map(FindingView::of).toList();
    }

    List<ReviewRule> rules(String area) {
        return findings.rules(area);
    }

    FindingView one(UUID id) {
        var finding = findings.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此疑点，或不在您的数据范围。"));
        audit.read("finding", id, finding.subject().divisionPath());
        return FindingView.of(finding);
    }
}
