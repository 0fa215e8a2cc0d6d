package jumin.regulation.cases;

import jumin.regulation.formality.Formality;
import jumin.regulation.formality.FormalityDecision;
import jumin.regulation.formality.FormalityFacts;
import jumin.regulation.json.Json;
import jumin.regulation.worksheet.Reasons;

/** 手续的回答。 */
final class FormalityAnswers {

    private FormalityAnswers() {}

    static Answer of(Question question) {
        var answer = Answer.on(Reasons.of(question.law()).sheet());
        return switch (Formality.decide(new FormalityFacts(question.facts("formality")), question.law())) {
            case FormalityDecision.Deadline deadline -> {
                deadline.onTime().ifPresent(onTime -> answer.with("on_time", onTime));
                yield answer.with("deadline", deadline.last());
            }
            case FormalityDecision.Documents documents ->
                answer.with("complete", documents.missing().isEmpty()).words("missing", documents.missing());
            case FormalityDecision.Checked checked -> answer.checked(checked.cause());
            case FormalityDecision.Timely timely -> answer.with("on_time", timely.onTime());
            case FormalityDecision.PayableDays payable ->
                answer.checked(payable.cause()).with("payable_days", Json.of(payable.days()));
            case FormalityDecision.NotRegulated none -> answer.refused(none.cause());
            case FormalityDecision.Held held -> answer.refused(held.cause());
        };
    }
}
