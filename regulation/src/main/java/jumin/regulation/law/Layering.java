package jumin.regulation.law;

import java.util.List;
import java.util.Optional;

/** 层级的合并：which of a rule's layers holds on a day. */
record Layering(LawDay day) {

    /** The one that holds; a hole stays a hole and never takes another layer's place silently. */
    RuleInForce combine(List<Rule> layers) {
        var city = of(layers, Layer.CITY);
        var higher = of(layers, Layer.PROVINCIAL)
                .filter(RuleInForce::hasValue)
                .or(() -> of(layers, Layer.NATIONAL).filter(RuleInForce::hasValue));
        var supplement = of(layers, Layer.SUPPLEMENT).filter(this::acceptable);
        if (city.isPresent() && city.get().hasValue()) {
            var own = city.get();
            return own.rule().above().isPresent() && higher.isPresent() ? replaced(own.rule(), higher.get()) : own;
        }
        return supplement
                .or(() -> city)
                .or(() -> higher)
                .orElseGet(() -> new RuleInForce(layers.getFirst(), Optional.empty()));
    }

    private static RuleInForce replaced(Rule own, RuleInForce higher) {
        var combination = own.above().orElseThrow();
        if (!combination.equals("replace")) {
            throw own.node().problem("层级合并方式“" + combination + "”不认识，可用：replace");
        }
        return higher;
    }

    private boolean acceptable(RuleInForce supplement) {
        boolean placeholder = supplement.rule().state() == Rule.State.PLACEHOLDER;
        return supplement.hasValue() && (!placeholder || day.placeholdersAllowed());
    }

    private Optional<RuleInForce> of(List<Rule> layers, Layer layer) {
        return layers.stream()
                .filter(rule -> rule.layer() == layer)
                .map(rule -> new RuleInForce(rule, rule.on(day.on())))
                .findFirst();
    }
}
