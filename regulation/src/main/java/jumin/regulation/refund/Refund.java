package jumin.regulation.refund;

import jumin.regulation.Money;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Rounding;
import jumin.regulation.block.Schema;
import jumin.regulation.block.Slot;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Reasons;

/** 退费。The cases of the text in their order; the first that holds decides. */
public final class Refund {

    private final Schema schema;
    private final Reasons reasons;
    private final RuleInForce rule;
    private final Choice<Verdict> verdicts;
    private final Slot paid;

    /** 一种情形的结论。 */
    private sealed interface Verdict {
        record Give(Slot amount, boolean nextMonth, Clause clause) implements Verdict {}

        record Refuse(Denial cause, Clause clause) implements Verdict {}
    }

    private Refund(Law law) {
        reasons = Reasons.of(law);
        schema = new Schema(reasons.vocabulary().facts("refund"), Rounding.of(law));
        rule = law.get("refund.verdict");
        paid = schema.find("person_paid").orElseThrow();
        verdicts = Choice.of(rule, law, schema, this::verdict);
    }

    public static RefundDecision decide(RefundFacts facts, Law law) {
        return of(law).decide(facts.facts());
    }

    /** Decides stored facts again. */
    public static RefundDecision replay(String factsJson, Law law) {
        return of(law).decide(FactsJson.read(factsJson, Vocabulary.of(law).facts("refund")));
    }

    private static Refund of(Law law) {
        return law.compiled(Refund.class, Refund::new);
    }

    private Verdict verdict(Node option) {
        var citation = option.find("cite")
                .map(article -> new Citation(rule.citation().instrument(), article.text()))
                .orElse(rule.citation());
        if (option.find("refund").isPresent()) {
            var amount = schema.get(option.text("refund"), option);
            boolean nextMonth = option.find("payable")
                    .map(Node::text)
                    .filter("month_after_event"::equals)
                    .isPresent();
            return new Verdict.Give(amount, nextMonth, reasons.legend().clause(rule.key(), "退费", citation));
        }
        var cause = reasons.denial(option.text("refuse"), citation);
        return new Verdict.Refuse(cause, reasons.legend().clause(cause.code(), cause.title(), citation));
    }

    private RefundDecision decide(Facts facts) {
        var frame = schema.frame(facts);
        var sheet = reasons.sheet();
        var release = reasons.law().release();
        var draft = reasons.notAccepted();
        if (draft.isPresent()) {
            return new RefundDecision.Held(draft.get(), release, sheet);
        }
        var option = verdicts.first(frame);
        if (option.isEmpty() || frame[paid.index()] == Frame.ABSENT) {
            return new RefundDecision.Held(reasons.missingRule(rule), release, sheet);
        }
        return switch (option.get().outcome()) {
            case Verdict.Refuse refuse -> {
                sheet.write(LineKind.DENIAL, refuse.clause(), 0);
                yield new RefundDecision.Refused(refuse.cause(), release, sheet);
            }
            case Verdict.Give give
            when frame[give.amount().index()] == Frame.ABSENT ->
                new RefundDecision.Held(reasons.missing(give.amount().name(), rule.citation()), release, sheet);
            case Verdict.Give give -> {
                var amount = Money.ofFen(Math.min(frame[give.amount().index()], frame[paid.index()]));
                sheet.write(LineKind.FUND_PAYS, give.clause(), amount.fen());
                var payableFrom = facts.day("event_date")
                        .filter(day -> give.nextMonth())
                        .map(day -> day.withDayOfMonth(1).plusMonths(1));
                yield new RefundDecision.Granted(
                        amount, payableFrom, give.clause().citation(), release, sheet);
            }
        };
    }
}
