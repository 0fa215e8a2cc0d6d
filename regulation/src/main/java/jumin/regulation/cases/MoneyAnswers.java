package jumin.regulation.cases;

import java.util.Locale;
import jumin.regulation.Money;
import jumin.regulation.json.Json;
import jumin.regulation.levy.Levy;
import jumin.regulation.levy.LevyDecision;
import jumin.regulation.levy.LevyFacts;
import jumin.regulation.refund.Refund;
import jumin.regulation.refund.RefundDecision;
import jumin.regulation.refund.RefundFacts;
import jumin.regulation.subsidy.Subsidy;
import jumin.regulation.subsidy.SubsidyDecision;
import jumin.regulation.subsidy.SubsidyFacts;

/** 资助、核定、退费的回答。 */
final class MoneyAnswers {

    private MoneyAnswers() {}

    static Answer subsidy(Question question) {
        var decision = Subsidy.decide(new SubsidyFacts(question.facts("subsidy")), question.law());
        var answer = Answer.on(decision.worksheet());
        return switch (decision) {
            case SubsidyDecision.Decided decided ->
                answer.with("tier", Json.text(decided.tier().name().toLowerCase(Locale.ROOT)))
                        .with("subsidy_amount", decided.subsidyAmount())
                        .with("person_amount", decided.personAmount())
                        .with("payer", decided.payer());
            case SubsidyDecision.Held held -> answer.refused(held.cause());
        };
    }

    static Answer refund(Question question) {
        var decision = Refund.decide(new RefundFacts(question.facts("refund")), question.law());
        var answer = Answer.on(decision.worksheet());
        return switch (decision) {
            case RefundDecision.Granted granted ->
                answer.allowed().with("refund_amount", granted.amount()).with("payable_from", granted.payableFrom());
            case RefundDecision.Refused refused ->
                answer.refused(refused.cause()).with("refund_amount", Money.ZERO);
            case RefundDecision.Held held -> answer.refused(held.cause()).with("refund_amount", Money.ZERO);
        };
    }

    static Answer levy(Question question) {
        var decision = Levy.decide(new LevyFacts(question.facts("levy")), question.law());
        var answer = Answer.on(decision.worksheet());
        return switch (decision) {
            case LevyDecision.Household household ->
                answer.with("person_total", household.personTotal())
                        .with("subsidy_total", household.subsidyTotal())
                        .words(
                                "member_amounts",
                                household.members().stream()
                                        .map(SubsidyDecision.Decided::personAmount)
                                        .toList());
            case LevyDecision.Financing financing ->
                answer.with("individual_total", financing.individual())
                        .with("fiscal_total", financing.fiscal())
                        .with("total", financing.total());
            case LevyDecision.Checked checked ->
                answer.checked(checked.cause()).with("difference", checked.difference());
            case LevyDecision.Reconciled reconciled -> reconciled(answer, reconciled.differences());
            case LevyDecision.Held held -> answer.refused(held.cause());
        };
    }

    private static Answer reconciled(Answer answer, LevyDecision.Differences differences) {
        return answer.words("matched", differences.matched())
                .words("amount_differs", differences.amountDiffers())
                .words("only_tax", differences.onlyTax())
                .words("only_registered", differences.onlyRegistered())
                .words("duplicates", differences.duplicates());
    }
}
