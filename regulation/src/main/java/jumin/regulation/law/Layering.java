package jumin.regulation.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 层级的合并：which of a rule's layers holds on a day. */
record Layering(LawDay day, Set<String> minimums) {

    /** The one that holds; a hole stays a hole and never takes another layer's place silently. */
    RuleInForce combine(List<Rule> layers) {
        var city = of(layers, Layer.CITY);
        var higher = of(layers, Layer.PROVINCIAL)
                .filter(RuleInForce::hasValue)
                .or(() -> of(layers, Layer.NATIONAL).filter(RuleInForce::hasValue));
        var supplement = of(layers, Layer.SUPPLEMENT).filter(this::acceptable);
        if (city.isPresent() && higher.isPresent() && city.get().rule().above().isPresent()) {
            return under(city.get(), higher.get());
        }
        if (city.isPresent() && city.get().hasValue()) {
            return city.get();
        }
        return supplement
                .or(() -> city)
                .or(() -> higher)
                .orElseGet(() -> new RuleInForce(layers.getFirst(), Optional.empty()));
    }

    /** The higher layer's value, as far as the city's own text lets it in. */
    private static RuleInForce under(RuleInForce own, RuleInForce higher) {
        var combination = own.rule().above().orElseThrow();
        return switch (combination) {
            case "replace" -> higher;
            case "at_most" -> bounded(own, higher);
            case "at_least" -> own.hasValue() ? Floor.under(own, higher) : higher;
            default -> throw own.rule().node().problem("层级合并方式“" + combination + "”不认识；可用：replace、at_most、at_least");
        };
    }

    /** The higher layer's value under the bound that the city's text sets; both are its basis. */
    private static RuleInForce bounded(RuleInForce own, RuleInForce higher) {
        if (!own.hasValue()) {
            return higher;
        }
        var value = higher.version().orElseThrow();
        var members = new LinkedHashMap<>(value.content().members());
        members.put("at_most", own.version().orElseThrow().content().get("at_most"));
        var content = new Node.Mapping(value.content().mark(), members, Map.of());
        var rule = own.rule();
        var citation =
                new Citation(rule.citation().instrument(), rule.citation().article() + "、" + higher.citation());
        var bounded = new Rule(
                rule.key(),
                rule.title(),
                rule.state(),
                citation,
                rule.unit(),
                List.of(new Version(value.from(), value.until(), content)),
                rule.node(),
                rule.layer());
        return new RuleInForce(bounded, bounded.versions().stream().findFirst());
    }

    private boolean acceptable(RuleInForce supplement) {
        boolean placeholder = supplement.rule().state() == Rule.State.PLACEHOLDER;
        return supplement.hasValue() && (!placeholder || day.placeholdersAllowed());
    }

    /** A value that its document only bounds from below counts where demonstration values do, or where it was accepted. */
    private boolean usable(Rule rule) {
        return !rule.isMinimum() || day.placeholdersAllowed() || minimums.contains(rule.key());
    }

    private Optional<RuleInForce> of(List<Rule> layers, Layer layer) {
        return layers.stream()
                .filter(rule -> rule.layer() == layer)
                .map(rule -> new RuleInForce(rule, usable(rule) ? rule.on(day.on()) : Optional.empty()))
                .findFirst();
    }
}
