package jumin.regulation.settlement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.worksheet.LineKind;

/** 就高：benefits of which the text pays the higher; each is computed, the one with the higher payment of the funds decides. */
record BetterOf(Map<String, SequencedMap<String, Clause>> alternatives) {

    private static final String PREFIX = "benefit.";

    static BetterOf of(Law law) {
        return law.compiled(BetterOf.class, BetterOf::compile);
    }

    private static BetterOf compile(Law law) {
        var legend = SettlementProgram.of(law).compiling().legend();
        var alternatives = new LinkedHashMap<String, SequencedMap<String, Clause>>();
        for (var key : law.keys(PREFIX)) {
            var rule = law.get(key);
            names(rule).ifPresent(names -> {
                var clauses = new LinkedHashMap<String, Clause>();
                for (var name : names) {
                    var chosen = law.find(name.text()).orElseThrow(() -> name.problem("没有规定“" + name.text() + "”"));
                    var title = rule.title() + "：按" + chosen.title();
                    clauses.put(
                            chosen.key().substring(PREFIX.length()), legend.clause(rule.key(), title, rule.citation()));
                }
                alternatives.put(key.substring(PREFIX.length()), clauses);
            });
        }
        return new BetterOf(Map.copyOf(alternatives));
    }

    private static Optional<List<Node>> names(RuleInForce rule) {
        return rule.version()
                .flatMap(version -> version.content().find("better_of"))
                .map(Node::list);
    }

    /** The better decision; with equal payments the one that the text names first. Empty where the benefit is no choice. */
    Optional<SettlementDecision> decide(Facts facts, SettlementProgram program) {
        var choices = facts.word("benefit").map(alternatives::get);
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        SettlementDecision best = null;
        Clause reason = null;
        for (var choice : choices.get().entrySet()) {
            var decision = program.decide(facts.with("benefit", choice.getKey()));
            if (best == null || better(decision, best)) {
                best = decision;
                reason = choice.getValue();
            }
        }
        best.worksheet().write(LineKind.REASON, reason, 0);
        return Optional.of(best);
    }

    private static boolean better(SettlementDecision one, SettlementDecision other) {
        return one.amounts().fundPay().compareTo(other.amounts().fundPay()) > 0;
    }
}
