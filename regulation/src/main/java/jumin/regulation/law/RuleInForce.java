package jumin.regulation.law;

import java.util.Optional;
import java.util.function.Function;

/** A rule as it stands on a day: with the version that holds, or without a value. */
public record RuleInForce(Rule rule, Optional<Version> version) {

    boolean hasValue() {
        return version.isPresent();
    }

    public String key() {
        return rule.key();
    }

    public String title() {
        return rule.title();
    }

    public Citation citation() {
        return rule.citation();
    }

    public <T> Provision<T> provision(Function<Version, T> reading) {
        if (rule.state() == Rule.State.NOT_PROVIDED) {
            return new NotProvided<>(rule.key(), rule.title(), rule.citation());
        }
        if (version.isEmpty()) {
            return new RegulationGap<>(rule.key(), rule.title(), reason(), rule.citation());
        }
        return new Cited<>(reading.apply(version.get()), rule.title(), rule.citation());
    }

    private String reason() {
        return rule.node()
                .find("gap")
                .or(() -> rule.node().find("deferred_to"))
                .or(() -> rule.node().find("minimum"))
                .map(Node::text)
                .orElse("该日没有有效规定");
    }
}
