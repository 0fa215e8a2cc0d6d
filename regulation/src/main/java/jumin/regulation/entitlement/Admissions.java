package jumin.regulation.entitlement;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jumin.regulation.block.Choice;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.worksheet.LineKind;

/** 参保资格、身份证件、参保登记地。 */
final class Admissions {

    private final EntitlementProgram.Paper paper;
    private final Map<String, RuleInForce> rules = new TreeMap<>();
    private final Map<String, Choice<Answer>> answers = new TreeMap<>();

    /** 准予的理由、登记地，或不准予的代码。 */
    private record Answer(Optional<String> granted, Optional<String> unit, Optional<String> refused, Clause clause) {}

    Admissions(Law law, EntitlementProgram.Paper paper) {
        this.paper = paper;
        for (var key : new String[] {"entitlement.eligibility", "entitlement.identity_document", "entitlement.place"}) {
            var rule = law.get(key);
            rules.put(key, rule);
            answers.put(key, Choice.of(rule, law, paper.schema(), option -> answer(rule, option)));
        }
    }

    private Answer answer(RuleInForce rule, Node option) {
        var granted = option.find("admit").or(() -> option.find("place")).map(Node::text);
        var refused = option.find("refuse").map(Node::text);
        var article = option.find("cite").map(Node::text).orElse(rule.citation().article());
        var citation = new jumin.regulation.law.Citation(rule.citation().instrument(), article);
        var title = refused.map(code -> paper.reasons().vocabulary().title("codes", code))
                .orElse(rule.title());
        var unit = option.find("unit").map(Node::text);
        return new Answer(granted, unit, refused, paper.reasons().legend().clause(rule.key(), title, citation));
    }

    EntitlementDecision admit(String key, Facts facts) {
        return decide(key, facts, false);
    }

    EntitlementDecision place(Facts facts) {
        return decide("entitlement.place", facts, true);
    }

    private EntitlementDecision decide(String key, Facts facts, boolean place) {
        var sheet = paper.reasons().sheet();
        var option = answers.get(key).first(paper.frame(facts));
        if (option.isEmpty()) {
            var missing = paper.reasons().missingRule(rules.get(key));
            return new EntitlementDecision.Held(missing, paper.release(), sheet);
        }
        var answer = option.get().outcome();
        var citation = answer.clause().citation();
        if (answer.refused().isPresent()) {
            sheet.write(LineKind.DENIAL, answer.clause(), 0);
            var cause = paper.reasons().denial(answer.refused().get(), citation);
            return new EntitlementDecision.Refused(cause, Optional.empty(), Optional.empty(), paper.release(), sheet);
        }
        sheet.write(LineKind.REASON, answer.clause(), 0);
        var granted = answer.granted().orElseThrow();
        return place
                ? new EntitlementDecision.Placed(granted, answer.unit(), citation, paper.release(), sheet)
                : new EntitlementDecision.Accepted(granted, citation, paper.release(), sheet);
    }
}
