package jumin.regulation.settlement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jumin.regulation.block.Adjusted;
import jumin.regulation.block.Headroom;
import jumin.regulation.block.Lookup;
import jumin.regulation.block.Summed;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Node;
import jumin.regulation.law.NotProvided;
import jumin.regulation.law.RegulationGap;

/** The values that a step reads: found, adjusted, or missing, in which case the step becomes something else. */
record StepValues(Compiling compiling) {

    /** The keys whose rules must have a value. */
    private static final List<String> READS = List.of(
            "charge",
            "amount",
            "rate",
            "over",
            "to",
            "lowered_by",
            "raised_by",
            "minus",
            "plus",
            "ratio_at_most",
            "points",
            "at_most");

    private static final String RATIO_AT_MOST = "ratio_at_most";

    Standard adjusted(Node node, Standard main) {
        return adjusted(node, main, adjusting(node));
    }

    /** The ratio above a line, of which {@code lowered_by} says nothing: that lowers the line. */
    Standard capped(Node node, Standard ratio) {
        return adjusted(node, ratio, capping(node));
    }

    private Standard adjusted(Node node, Standard main, List<String> keys) {
        var adjustments = keys.stream()
                .map(key -> new Adjusted.Adjustment(Adjusted.Way.written(key).orElseThrow(), value(node.get(key))))
                .toList();
        return adjustments.isEmpty()
                ? main
                : main.with(new Adjusted(
                        main.lookup(), adjustments, compiling.schema().rounding()));
    }

    static List<String> capping(Node node) {
        return node.find(RATIO_AT_MOST).isPresent() ? List.of(RATIO_AT_MOST) : List.of();
    }

    static List<String> adjusting(Node node) {
        return node.members().keySet().stream()
                .filter(key -> Adjusted.Way.written(key).isPresent())
                .sorted(Comparator.comparing(RATIO_AT_MOST::equals))
                .toList();
    }

    Pay.Rates rates(Node node, Standard rate) {
        return new Pay.Rates(rate, points(node, rate.lookup()).map(rate::with));
    }

    /** The points on top of a ratio: one rule's, or the sum of several under a ceiling, as far as the raised ratio may go. */
    private Optional<Lookup> points(Node node, Lookup rate) {
        var names = summed(node);
        var points = names.isEmpty()
                ? node.get("rate").list().stream().skip(1).findFirst().map(this::value)
                : Optional.<Lookup>of(new Summed(
                        names.stream().map(this::value).toList(),
                        node.find("at_most").map(most -> of("points", most))));
        return node.find(RATIO_AT_MOST)
                .map(most -> of("rate", most))
                .<Optional<Lookup>>map(most -> points.map(more -> new Headroom(more, rate, most)))
                .orElse(points);
    }

    /** A ceiling of points is no ceiling of the ratio, and the other way round. */
    private Lookup of(String unit, Node name) {
        var found = compiling.law().find(name.text()).map(rule -> rule.rule().unit());
        if (found.filter(other -> !other.equals(unit)).isPresent()) {
            throw name.problem("“" + name.text() + "”的 unit 是 " + found.get() + "，此处须为 " + unit
                    + "；at_most 是加点合计的上限（points），ratio_at_most 是提高后支付比例的上限（rate）");
        }
        return value(name);
    }

    static List<Node> summed(Node node) {
        var names = node.find("rate").map(Node::list).orElse(List.of()).stream()
                .skip(1)
                .toList();
        return names.size() > 1 || node.find("at_most").isPresent() ? names : List.of();
    }

    /** Builds the step; a hole makes it a hold, a thing the city does not have makes it vanish. */
    Optional<Step> with(Node node, Node name, Building building) {
        var hole = hole(node);
        if (hole.isPresent()) {
            return Optional.of(withoutValue(node, hole.get()));
        }
        return switch (compiling.lookup(name)) {
            case Cited<Lookup> cited ->
                Optional.of(building.build(new Standard(compiling.clauses(node, name, cited.value()), cited.value())));
            case RegulationGap<Lookup> gap -> Optional.of(withoutValue(node, gap));
            case NotProvided<Lookup> none -> Optional.empty();
        };
    }

    /** The first rule among those that a step reads which has no value. */
    Optional<RegulationGap<?>> hole(Node node) {
        return READS.stream()
                .flatMap(key -> node.find(key).map(Node::list).orElse(List.of()).stream())
                .flatMap(name -> compiling.law().find(name.text()).stream())
                .map(rule -> rule.<Object>provision(version -> version))
                .filter(RegulationGap.class::isInstance)
                .<RegulationGap<?>>map(gap -> (RegulationGap<?>) gap)
                .findFirst();
    }

    /** {@code gap: not_evaluated} goes on and says so; otherwise the decision is held. */
    Step withoutValue(Node node, RegulationGap<?> gap) {
        if (node.find("gap").isEmpty()) {
            return new Guard.Missing(compiling.gap(gap));
        }
        if (!node.text("gap").equals("not_evaluated")) {
            throw node.get("gap").problem("规定缺失时可写：not_evaluated；不写则暂缓");
        }
        return new Guard.NotEvaluated(compiling.gap(gap));
    }

    Lookup value(Node name) {
        if (compiling.lookup(name) instanceof Cited<Lookup> cited) {
            return cited.value();
        }
        throw name.problem("此处的规定“" + name.text() + "”须有值");
    }

    /** Makes a step from its main value. */
    interface Building {
        Step build(Standard standard);
    }
}
