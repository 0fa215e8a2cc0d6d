package jumin.contribution.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 待遇享受期的第一天: the first day on which the fund pays; waiting does not count as begun. */
@ApplicationScoped
public class CoverageStart {

    private final CoverageDecisions decisions;

    CoverageStart(CoverageDecisions decisions) {
        this.decisions = decisions;
    }

    /** The intervals of a year as they are decided now; none where nothing holds or nothing is decided. */
    public List<CoverageResult.Interval> intervals(UUID personId, int benefitYear) {
        return decisions
                .inForce(personId, benefitYear)
                .map(decision -> decision.result().intervals())
                .orElse(List.of());
    }

    public Optional<LocalDate> firstDay(UUID personId, int benefitYear) {
        return decisions.inForce(personId, benefitYear).stream()
                .flatMap(decision -> decision.result().intervals().stream())
                .filter(interval -> interval.state().equals("COVERED"))
                .map(CoverageResult.Interval::from)
                .min(LocalDate::compareTo);
    }
}
