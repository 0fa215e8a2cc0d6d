package jumin.claims.accumulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.regulation.Money;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;

/** 法规中的年度限额: reads from the law's own steps which accumulator each limit bounds. Pure. */
record LimitsInLaw(Law law) {

    private static final String ACCUMULATORS = "accumulators.";

    private record Bound(String accumulator, String rule) {}

    List<YearlyLimit> of(YearToDate year) {
        return Stream.concat(
                        law.keys("benefit.").stream(), law.keys("").stream().filter(key -> key.endsWith(".steps")))
                .flatMap(key -> bounds(law.get(key)))
                .distinct()
                .flatMap(bound -> limit(bound, year).stream())
                .toList();
    }

    private static Stream<Bound> bounds(RuleInForce rule) {
        return rule.version().stream()
                .flatMap(version -> version.content().find("steps").stream())
                .flatMap(steps -> steps.list().stream())
                .filter(step -> step.find("limit").isPresent() && used(step).isPresent())
                .map(step -> new Bound(used(step).orElseThrow(), step.text("to")));
    }

    private static Optional<String> used(Node step) {
        return step.find("used")
                .map(Node::text)
                .filter(name -> name.startsWith(ACCUMULATORS))
                .map(name -> name.substring(ACCUMULATORS.length()));
    }

    private Optional<YearlyLimit> limit(Bound bound, YearToDate year) {
        var rule = law.get(bound.rule());
        return rule.provision(version -> version.content().get("cells").members())
                        instanceof Cited<Map<String, Node>> cited
                ? Optional.of(limit(bound, rule, cited.value(), year))
                : Optional.empty();
    }

    private static YearlyLimit limit(Bound bound, RuleInForce rule, Map<String, Node> cells, YearToDate year) {
        var used = Money.ofFen(year.sums().getOrDefault(bound.accumulator(), 0L));
        var single = Optional.ofNullable(cells.get("all")).flatMap(LimitsInLaw::amount);
        return new YearlyLimit(
                bound.accumulator(),
                rule.title(),
                used,
                single.orElse(null),
                single.map(limit -> limit.minus(used).max(Money.ZERO)).orElse(null),
                single.isPresent() ? null : texts(cells),
                rule.citation().instrument(),
                rule.citation().article());
    }

    private static Optional<Money> amount(Node cell) {
        return cell.text().matches("\\d+(\\.\\d{1,2})?") ? Optional.of(Money.yuan(cell.text())) : Optional.empty();
    }

    private static Map<String, String> texts(Map<String, Node> cells) {
        var texts = new LinkedHashMap<String, String>();
        cells.forEach((word, cell) -> texts.put(word, cell.isMapping() ? "…" : cell.text()));
        return texts;
    }
}
