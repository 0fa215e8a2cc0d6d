package jumin.contribution.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jumin.contribution.insured.InsuredPersons;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** Says of a person on a day whether the fund pays, why, and by which article. */
@ApplicationScoped
public class ExplainCoverage {

    private static final Set<String> UNDETERMINED =
            Set.of("PARAMETER_MISSING", "LAW_MISSING", "LEVY_HELD", "LEVY_NOT_ISSUED", "ENROLLMENT_TYPE_UNKNOWN");

    /** 待遇未定. */
    static final String OPEN = "UNDETERMINED";

    private final CoverageDecisions decisions;
    private final InsuredPersons persons;
    private final Audit audit;
    private final Clock clock;

    ExplainCoverage(CoverageDecisions decisions, InsuredPersons persons, Audit audit, Clock clock) {
        this.decisions = decisions;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public CoverageView run(UUID personId, Optional<LocalDate> wanted) {
        var person = persons.find(personId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的辖区。"));
        audit.read("coverage", personId, person.divisionPath());
        var on = wanted.orElseGet(() -> LocalDate.now(clock));
        return decisions
                .inForce(personId, on)
                .map(decision -> view(decision, on))
                .orElseGet(() -> notRegistered(personId, on));
    }

    /** What was told of a day before some moment, by the decision that stood then. */
    @Transactional
    public CoverageView asTold(UUID personId, Optional<LocalDate> wanted, OffsetDateTime before) {
        var person = persons.find(personId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的辖区。"));
        audit.read("coverage", personId, person.divisionPath());
        var on = wanted.orElseGet(() -> LocalDate.now(clock));
        return decisions
                .stood(personId, on, before)
                .map(decision -> view(decision, on))
                .orElseGet(() -> nothing(personId, on, "当时没有该年度的待遇决定"));
    }

    /** State of a day that lies in no interval. */
    static String stateWithout(String reasonCode) {
        return UNDETERMINED.contains(reasonCode) ? OPEN : "NOT_COVERED";
    }

    private CoverageView view(CoverageDecision decision, LocalDate on) {
        var result = decision.result();
        var interval = result.intervals().stream()
                .filter(part -> !on.isBefore(part.from()) && !on.isAfter(part.to()))
                .findFirst();
        var why = result.notCovered();
        var state = interval.map(CoverageResult.Interval::state)
                .orElseGet(() ->
                        stateWithout(why.map(CoverageResult.NotCovered::code).orElse("")));
        var text = interval.map(part -> part.reason() + "（" + part.from() + " 至 " + part.to() + "）")
                .or(() -> why.map(CoverageResult.NotCovered::text))
                .orElse("该日不在待遇享受期内");
        return new CoverageView(
                decision.personId(),
                on,
                decision.benefitYear(),
                state,
                state.equals("COVERED"),
                text,
                interval.map(CoverageResult.Interval::article)
                        .or(() -> why.map(CoverageResult.NotCovered::article))
                        .orElse(null),
                why.map(CoverageResult.NotCovered::code).orElse(null),
                result.intervals(),
                decision.continuousYears(),
                decision.id(),
                decision.computedAt(),
                result.lawRelease(),
                decisions.tree(result.facts()),
                decisions.tree(result.lines()));
    }

    private CoverageView notRegistered(UUID personId, LocalDate on) {
        var last = decisions
                .lastCovered(personId, on)
                .map(day -> "；此前的待遇到 " + day + " 为止")
                .orElse("");
        return nothing(personId, on, on.getYear() + "年度没有参保登记" + last);
    }

    private static CoverageView nothing(UUID personId, LocalDate on, String explanation) {
        return new CoverageView(
                personId,
                on,
                on.getYear(),
                "NOT_COVERED",
                false,
                explanation,
                null,
                "NOT_REGISTERED",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
