package jumin.regulation.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.Term;
import jumin.regulation.json.Json;
import jumin.regulation.law.Citation;
import jumin.regulation.worksheet.DecisionJson;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.Worksheet;

/** 参保与待遇享受期的结论。 */
public sealed interface EntitlementDecision {

    String release();

    Worksheet worksheet();

    /** The canonical text of the decision, for storing and for replay. */
    default String canonicalJson() {
        return switch (this) {
            case Entitled entitled ->
                DecisionJson.of("entitled", release(), worksheet())
                        .with("benefit_start", entitled.benefit().first())
                        .with("benefit_end", entitled.benefit().last())
                        .with("waiting", entitled.waiting())
                        .with("deadline", entitled.deadline())
                        .with(
                                "intervals",
                                Json.array(entitled.intervals().stream()
                                        .map(CoverageInterval::json)
                                        .toList()))
                        .canonical();
            case Accepted accepted ->
                DecisionJson.of("accepted", release(), worksheet())
                        .with("ground", accepted.ground())
                        .with(accepted.citation())
                        .canonical();
            case Placed placed ->
                DecisionJson.of("placed", release(), worksheet())
                        .with("place", placed.place())
                        .with("unit", placed.unit())
                        .with(placed.citation())
                        .canonical();
            case Suspended suspended ->
                DecisionJson.of("suspended", release(), worksheet())
                        .with("from", suspended.from())
                        .with("resumed", suspended.resumed())
                        .with(suspended.citation())
                        .canonical();
            case Termination termination ->
                DecisionJson.of("termination", release(), worksheet())
                        .with("last_covered_day", termination.lastCoveredDay())
                        .with(termination.citation())
                        .canonical();
            case Refused refused ->
                DecisionJson.of("refused", release(), worksheet())
                        .with("waiting", refused.waiting())
                        .with("deadline", refused.deadline())
                        .with(refused.cause())
                        .canonical();
            case Held held ->
                DecisionJson.of("held", release(), worksheet())
                        .with(held.cause())
                        .canonical();
        };
    }

    /** 享受待遇：the period, the wait before it, the last day for registering where the text sets one, and the years to pay (应缴费的年度). */
    record Entitled(
            DateRange benefit,
            Optional<Term> waiting,
            Optional<LocalDate> deadline,
            List<BenefitYear> contributionYears,
            List<CoverageInterval> intervals,
            String release,
            Worksheet worksheet)
            implements EntitlementDecision {

        public Entitled {
            contributionYears = List.copyOf(contributionYears);
            intervals = List.copyOf(intervals);
        }
    }

    /** 可以参保、证件可以受理。 */
    record Accepted(String ground, Citation citation, String release, Worksheet worksheet)
            implements EntitlementDecision {}

    /** 参保登记地，及以家庭还是个人为单位（原文有规定的）。 */
    record Placed(String place, Optional<String> unit, Citation citation, String release, Worksheet worksheet)
            implements EntitlementDecision {}

    /** 暂停，及恢复之日。 */
    record Suspended(
            LocalDate from, Optional<LocalDate> resumed, Citation citation, String release, Worksheet worksheet)
            implements EntitlementDecision {}

    /** 终止；without a last covered day the event leaves the cover as it is. */
    record Termination(Optional<LocalDate> lastCoveredDay, Citation citation, String release, Worksheet worksheet)
            implements EntitlementDecision {

        public boolean terminated() {
            return lastCoveredDay.isPresent();
        }
    }

    /** 不符合；with the wait or the last day for registering where that is the reason. */
    record Refused(
            Denial cause, Optional<Term> waiting, Optional<LocalDate> deadline, String release, Worksheet worksheet)
            implements EntitlementDecision {}

    /** 暂缓。 */
    record Held(Denial cause, String release, Worksheet worksheet) implements EntitlementDecision {}
}
