package jumin.regulation.cases;

import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.entitlement.Entitlement;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.json.Json;

/** 参保与待遇享受期的回答。 */
final class EntitlementAnswers {

    private EntitlementAnswers() {}

    static Answer of(Question question) {
        var facts = new EntitlementFacts(question.facts("entitlement"));
        var decision = Entitlement.decide(facts, question.law());
        var answer = Answer.on(decision.worksheet());
        return switch (decision) {
            case EntitlementDecision.Entitled entitled -> entitled(answer, entitled);
            case EntitlementDecision.Accepted accepted -> answer.allowed();
            case EntitlementDecision.Placed placed ->
                answer.allowed().with("place", Json.text(placed.place())).with("unit", placed.unit());
            case EntitlementDecision.Suspended suspended ->
                answer.allowed()
                        .with("suspended_from", Json.text(suspended.from()))
                        .with("resumed_from", suspended.resumed());
            case EntitlementDecision.Termination termination ->
                answer.allowed()
                        .with("terminated", termination.terminated())
                        .with("last_covered_day", termination.lastCoveredDay());
            case EntitlementDecision.Refused refused ->
                answer.refused(refused.cause())
                        .with("waiting", refused.waiting())
                        .with("deadline", refused.deadline())
                        .with("benefit_start", Optional.empty())
                        .with("benefit_end", Optional.empty());
            case EntitlementDecision.Held held ->
                answer.refused(held.cause())
                        .with("benefit_start", Optional.empty())
                        .with("benefit_end", Optional.empty());
        };
    }

    private static Answer entitled(Answer answer, EntitlementDecision.Entitled entitled) {
        return answer.allowed()
                .with("benefit_start", Json.text(entitled.benefit().first()))
                .with("benefit_end", Json.text(entitled.benefit().last()))
                .with("waiting", entitled.waiting())
                .with("deadline", entitled.deadline())
                .with(
                        "contribution_years",
                        Json.array(entitled.contributionYears().stream()
                                .map(BenefitYear::year)
                                .map(Json::of)
                                .toList()));
    }
}
