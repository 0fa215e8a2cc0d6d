package jumin.claims.account;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.LimitsOfPerson;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;

/** 法规中的限额: reads from the law's own steps which accumulator each limit bounds. Pure. */
record LimitsInLaw(Law law, LocalDate day) {

    private static final String ACCUMULATORS = "accumulators.";

    /** @param trials what bounds this person, as far as a trial met it; the others are shown as the law writes them */
    List<YearlyLimit> of(YearToDate year, Function<List<LimitsOfPerson.Bound>, List<LimitsOfPerson.Met>> trials) {
        var bounds = Stream.concat(
                        law.keys("benefit.").stream(), law.keys("").stream().filter(key -> key.endsWith(".steps")))
                .flatMap(key -> bounds(law.get(key)))
                .distinct()
                .toList();
        var met = trials.apply(bounds);
        return bounds.stream()
                .flatMap(bound -> {
                    var own = met.stream()
                            .filter(one -> one.bound().equals(bound))
                            .toList();
                    return own.isEmpty()
                            ? written(bound, year).stream()
                            : own.stream().map(one -> of(one, year));
                })
                .toList();
    }

    /** A limit may be a fact of the year's standard; then the rule that leaves it to the standard is named. */
    private static Stream<LimitsOfPerson.Bound> bounds(RuleInForce rule) {
        return rule.version().stream()
                .flatMap(version -> version.content().find("steps").stream())
                .flatMap(steps -> steps.list().stream())
                .filter(step -> step.find("limit").isPresent() && used(step).isPresent())
                .map(step -> new LimitsOfPerson.Bound(
                        used(step).orElseThrow(),
                        step.find("by").map(Node::text).orElseGet(() -> step.text("to"))));
    }

    private static Optional<String> used(Node step) {
        return step.find("used")
                .map(Node::text)
                .filter(name -> name.startsWith(ACCUMULATORS))
                .map(name -> name.substring(ACCUMULATORS.length()));
    }

    private YearlyLimit of(LimitsOfPerson.Met met, YearToDate year) {
        var used = used(met.key(), year);
        var citation = law.get(met.bound().rule()).citation();
        return new YearlyLimit(
                met.bound().accumulator(),
                met.title(),
                used,
                met.limit().orElse(null),
                met.limit().map(limit -> limit.minus(used).max(Money.ZERO)).orElse(null),
                met.limit().isPresent() ? null : true,
                null,
                true,
                null,
                citation.instrument(),
                citation.article());
    }

    private static Money used(String key, YearToDate year) {
        return Money.ofFen(year.sums().getOrDefault(key, 0L));
    }

    private Optional<YearlyLimit> written(LimitsOfPerson.Bound bound, YearToDate year) {
        var rule = law.get(bound.rule());
        return rule.provision(version -> version.content()
                                        .find("cells")
                                        .map(Node::members)
                                        .orElse(Map.of()))
                                instanceof Cited<Map<String, Node>> cited
                        && !cited.value().isEmpty()
                ? Optional.of(written(bound, rule, cited.value(), year))
                : Optional.empty();
    }

    private YearlyLimit written(
            LimitsOfPerson.Bound bound, RuleInForce rule, Map<String, Node> cells, YearToDate year) {
        var key = AssembledBill.key(law, bound.accumulator(), Facts.none(), day).orElse(bound.accumulator());
        var used = used(key, year);
        var single = Optional.ofNullable(cells.get("all")).flatMap(LimitsInLaw::amount);
        return new YearlyLimit(
                bound.accumulator(),
                rule.title(),
                used,
                single.orElse(null),
                single.map(limit -> limit.minus(used).max(Money.ZERO)).orElse(null),
                null,
                single.isPresent() ? null : texts(cells),
                false,
                YearlyLimit.NOT_HELD,
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
