package jumin.regulation.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.regulation.block.Adjusted;
import jumin.regulation.block.ConditionReader;
import jumin.regulation.block.Lookup;
import jumin.regulation.block.Summed;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Node;
import jumin.regulation.law.NotProvided;
import jumin.regulation.law.RegulationGap;

/** Compiles the steps of a benefit from the data. */
record StepCompiler(Compiling compiling) {

    /** The keys whose rules must have a value. */
    private static final List<String> READS =
            List.of("charge", "amount", "rate", "over", "to", "lowered_by", "raised_by", "minus", "points", "at_most");

    List<Step> steps(Node list) {
        var steps = new ArrayList<Step>();
        for (var node : list.list()) {
            if (node.find("include").isPresent()) {
                var included = compiling.rule(node.get("include"));
                included.version()
                        .ifPresent(version -> steps(version.content().get("steps")).stream()
                                .map(step -> guarded(node, step))
                                .forEach(steps::add));
            } else {
                step(node).map(step -> guarded(node, step)).ifPresent(steps::add);
            }
        }
        return List.copyOf(steps);
    }

    private Step guarded(Node node, Step step) {
        var guarded = conditional(node, step);
        return BandCompiler.late(compiling)
                .<Step>map(classes -> new Reclassified(classes, guarded))
                .orElse(guarded);
    }

    private Step conditional(Node node, Step step) {
        var needing = node.find("needs")
                .<Step>map(fact -> new Step.Needing(
                        compiling.slot(fact), compiling.clause(compiling.rule(node.get("missing"))), step))
                .orElse(step);
        return node.find("when")
                .<Step>map(any -> new Step.When(new ConditionReader(compiling.schema()).of(node), needing))
                .orElse(needing);
    }

    private Optional<Step> step(Node node) {
        if (node.find("third_party").isPresent()) {
            var clause = compiling.clause(compiling.rule(node.get("by")));
            return Optional.of(new Step.ThirdParty(clause, compiling.slot(node.get("third_party"))));
        }
        if (node.find("charge").isPresent()) {
            var times = compiling.slot(node.get("times"));
            return with(node, node.get("charge"), (clauses, standard) -> new Step.Charge(clauses, standard, times));
        }
        if (node.find("bear").isPresent()) {
            return bear(node, compiling.slot(node.get("bear")));
        }
        if (node.find("pay").isPresent()) {
            return pay(node, compiling.slot(node.get("pay")));
        }
        if (node.find("bonus").isPresent()) {
            return bonus(node, compiling.slot(node.get("bonus")));
        }
        if (node.find("each").isPresent()) {
            var parts = new Step.Each.Parts(node.text("each"), compiling.schema(), compiling.derived());
            compiling.slot(node.get("each"));
            return Optional.of(new Step.Each(parts, steps(node.get("steps"))));
        }
        if (node.find("limit").isPresent()) {
            return limit(node, compiling.slot(node.get("limit")));
        }
        return Optional.of(node.find("left").isPresent() ? left(node) : sum(node));
    }

    private Optional<Step> bear(Node node, int quantity) {
        if (node.find("amount").isPresent()) {
            var less = slots(node, "less");
            return with(
                    node,
                    node.get("amount"),
                    (clauses, amount) ->
                            explained(node, new Step.BearAmount(clauses, quantity, adjusted(node, amount), less)));
        }
        return with(node, node.get("rate"), (clauses, rate) -> new Step.BearShare(clauses, quantity, rate));
    }

    private Optional<Step> pay(Node node, int layer) {
        if (node.find("amount").isPresent()) {
            int times = compiling.slot(node, "times").orElse(-1);
            return with(
                    node, node.get("amount"), (clauses, amount) -> new Step.PayAmount(clauses, layer, amount, times));
        }
        var bands = new BandCompiler(compiling);
        if (bands.isBanded(node)) {
            return Optional.of(hole(node)
                    .map(gap -> withoutValue(node, gap))
                    .orElseGet(() -> explained(node, bands.step(node, layer, points(node)))));
        }
        if (node.find("over").isPresent()) {
            return payAbove(node, layer);
        }
        int of = compiling
                .slot(node, "of")
                .orElse(compiling.schema().get("remaining", node).index());
        boolean main = node.text("pay").equals("pool");
        return with(
                node,
                node.get("rate").list().getFirst(),
                (clauses, rate) -> explained(
                        node, new Step.PayShare(clauses, layer, of, rates(node, adjusted(node, rate)), main)));
    }

    /** More for a part of the cost: {@code {bonus: quantity, to: layer, part: …, whole: …, points: …, at_most: …}}. */
    private Optional<Step> bonus(Node node, int shownAs) {
        var portion =
                new PayBonus.Portion(compiling.slot(node.get("part")), compiling.slot(node.get("whole")), shownAs);
        int layer = compiling.slot(node.get("to"));
        return with(
                node,
                node.get("points"),
                (clauses, points) -> new PayBonus(clauses, layer, portion, points, value(node.get("at_most"))));
    }

    private Lookup adjusted(Node node, Lookup main) {
        var adjustments = adjusting(node).stream()
                .map(key -> new Adjusted.Adjustment(Adjusted.Way.written(key).orElseThrow(), value(node.get(key))))
                .toList();
        return adjustments.isEmpty()
                ? main
                : new Adjusted(main, adjustments, compiling.schema().rounding());
    }

    private static List<String> adjusting(Node node) {
        return node.members().keySet().stream()
                .filter(key -> Adjusted.Way.written(key).isPresent())
                .toList();
    }

    private Step explained(Node node, Step step) {
        var summed = node.find("pay").isPresent() ? summed(node) : List.<Node>of();
        var grounds = Stream.concat(adjusting(node).stream().map(node::get), summed.stream())
                .map(name -> new Explained.Ground(compiling.clauses(name, name, value(name)), value(name)))
                .toList();
        return grounds.isEmpty() ? step : new Explained(grounds, step);
    }

    private List<Lookup> rates(Node node, Lookup first) {
        var rates = new ArrayList<>(List.of(first));
        points(node).ifPresent(rates::add);
        return List.copyOf(rates);
    }

    /** The points on top of a ratio: one rule's, or the sum of several under a ceiling. */
    private Optional<Lookup> points(Node node) {
        var names = summed(node);
        return names.isEmpty()
                ? node.get("rate").list().stream().skip(1).findFirst().map(this::value)
                : Optional.of(new Summed(
                        names.stream().map(this::value).toList(),
                        node.find("at_most").map(this::value)));
    }

    private static List<Node> summed(Node node) {
        var names = node.find("rate").map(Node::list).orElse(List.of()).stream()
                .skip(1)
                .toList();
        return names.size() > 1 || node.find("at_most").isPresent() ? names : List.of();
    }

    private Optional<Step> payAbove(Node node, int layer) {
        var lineRule = compiling.rule(node.find("by").orElse(node.get("over")));
        return with(node, node.get("over"), (lineClauses, standard) -> {
            var lowered = node.find("lowered_by").map(this::value).orElse(null);
            var line = new Step.PayAbove.Line(compiling.clause(lineRule), standard, lowered);
            var addition =
                    new Step.PayAbove.Addition(compiling.slot(node.get("of")), compiling.slot(node.get("before")));
            var rateName = node.get("rate").list().getFirst();
            var first = value(rateName);
            return new Step.PayAbove(
                    compiling.clauses(node, rateName, first), layer, line, addition, rates(node, first));
        });
    }

    private Optional<Step> limit(Node node, int layer) {
        int used = compiling.slot(node, "used").orElse(-1);
        var limitName = node.get("to");
        return with(node, limitName, (clauses, limit) -> {
            var note = node.find("note")
                    .map(code -> compiling.denial(
                            code.text(), clauses.byCell().getFirst().citation()))
                    .orElse(null);
            return new Step.Limit(clauses, layer, limit, used, note);
        });
    }

    private Step left(Node node) {
        return new Step.Left(compiling.slot(node.get("left")), compiling.slot(node.get("of")), slots(node, "less"));
    }

    private int[] slots(Node node, String key) {
        return node.find(key).map(Node::list).orElse(List.of()).stream()
                .mapToInt(compiling::slot)
                .toArray();
    }

    private Step sum(Node node) {
        var rule = compiling.rule(node.get("by"));
        var parts = node.get("of").list();
        var clauses = parts.stream()
                .map(part -> compiling.quantity(part, rule.citation()))
                .toList();
        return new Step.Sum(
                compiling.clause(rule),
                compiling.slot(node.get("sum")),
                parts.stream().mapToInt(compiling::slot).toArray(),
                clauses);
    }

    /** Builds the step; a hole makes it a hold, a thing the city does not have makes it vanish. */
    private Optional<Step> with(Node node, Node name, Building building) {
        var hole = hole(node);
        if (hole.isPresent()) {
            return Optional.of(withoutValue(node, hole.get()));
        }
        return switch (compiling.lookup(name)) {
            case Cited<Lookup> cited ->
                Optional.of(building.build(compiling.clauses(node, name, cited.value()), cited.value()));
            case RegulationGap<Lookup> gap -> Optional.of(withoutValue(node, gap));
            case NotProvided<Lookup> none -> Optional.empty();
        };
    }

    /** The first rule among those that a step reads which has no value. */
    private Optional<RegulationGap<?>> hole(Node node) {
        return READS.stream()
                .flatMap(key -> node.find(key).map(Node::list).orElse(List.of()).stream())
                .flatMap(name -> compiling.law().find(name.text()).stream())
                .map(rule -> rule.<Object>provision(version -> version))
                .filter(RegulationGap.class::isInstance)
                .<RegulationGap<?>>map(gap -> (RegulationGap<?>) gap)
                .findFirst();
    }

    /** {@code gap: not_evaluated} goes on and says so; otherwise the decision is held. */
    private Step withoutValue(Node node, RegulationGap<?> gap) {
        if (node.find("gap").isEmpty()) {
            return new Step.Missing(compiling.gap(gap));
        }
        if (!node.text("gap").equals("not_evaluated")) {
            throw node.get("gap").problem("规定缺失时可写：not_evaluated；不写则暂缓");
        }
        return new Step.NotEvaluated(compiling.gap(gap));
    }

    private Lookup value(Node name) {
        if (compiling.lookup(name) instanceof Cited<Lookup> cited) {
            return cited.value();
        }
        throw name.problem("此处的规定“" + name.text() + "”须有值");
    }

    /** Makes a step from its clauses and its value. */
    private interface Building {
        Step build(Clauses clauses, Lookup value);
    }
}
