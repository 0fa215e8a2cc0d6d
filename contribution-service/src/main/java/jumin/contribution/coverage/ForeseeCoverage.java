package jumin.contribution.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** 待遇 as it would be under a levy that is not there yet or not any more. */
@ApplicationScoped
public class ForeseeCoverage {

    private final CoverageQuestion question;
    private final CoverageDecisions decisions;

    ForeseeCoverage(CoverageQuestion question, CoverageDecisions decisions) {
        this.question = question;
        this.decisions = decisions;
    }

    /** Whether some day would be covered, or the law leaves it open: only a clear no takes somebody's levy away. */
    public boolean begins(CoverageBasis basis) {
        var id = basis.person().personId();
        var year = basis.enrollment().benefitYear();
        var history = decisions.before(List.of(id), year).getOrDefault(id, CoverageHistory.unknown(year));
        var result = question.answer(basis, history);
        return result.covers()
                || result.notCovered()
                        .filter(why -> ExplainCoverage.stateWithout(why.code()).equals(ExplainCoverage.OPEN))
                        .isPresent();
    }
}
