package jumin.regulation.cases;

import jumin.regulation.fund.Fund;
import jumin.regulation.fund.FundDecision;
import jumin.regulation.fund.FundFacts;
import jumin.regulation.json.Json;

/** 基金管理的回答。 */
final class FundAnswers {

    private FundAnswers() {}

    static Answer of(Question question) {
        var decision = Fund.decide(new FundFacts(question.facts("fund")), question.law());
        var answer = Answer.on(decision.worksheet());
        return switch (decision) {
            case FundDecision.PoolAllocation pool ->
                answer.with("per_head", pool.perHead()).with("allocation", pool.allocation());
            case FundDecision.CapIncrease incentive -> answer.with("increase", incentive.increase());
            case FundDecision.ProviderMonth month ->
                answer.with("payable", month.payable()).with("deposit", month.deposit());
            case FundDecision.Checked checked ->
                answer.checked(checked.cause()).with("required_next", checked.requiredNext());
            case FundDecision.Sums sums -> {
                sums.amounts().forEach(answer::with);
                yield answer;
            }
            case FundDecision.Extraction extraction ->
                answer.with("extracted", extraction.extracted())
                        .words("per_county", extraction.perCounty())
                        .with("balance_after", extraction.balanceAfter())
                        .with("suspended", extraction.suspended());
            case FundDecision.Deadline deadline -> {
                deadline.onTime().ifPresent(onTime -> answer.with("on_time", onTime));
                yield answer.with("deadline", Json.text(deadline.deadline()));
            }
            case FundDecision.Route route -> answer.words("route", route.accounts());
            case FundDecision.NotRegulated none -> answer.refused(none.cause());
            case FundDecision.Held held -> answer.refused(held.cause());
        };
    }
}
