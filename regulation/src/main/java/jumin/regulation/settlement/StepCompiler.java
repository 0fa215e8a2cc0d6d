package jumin.regulation.settlement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.regulation.block.ConditionReader;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.Node;
import jumin.regulation.worksheet.Denial;

/** Compiles the steps of a benefit from the data. */
record StepCompiler(Compiling compiling, StepValues values) {

    private static final String AFTER_THIRD_PARTY = "after_third_party";

    StepCompiler(Compiling compiling) {
        this(compiling, new StepValues(compiling));
    }

    Step[] steps(Node list) {
        return LawDataProblem.ofEach(list.list(), this::written).stream()
                .flatMap(List::stream)
                .toArray(Step[]::new);
    }

    /** What one entry stands for: a step, those of a shared rule, or none where the city does not have what it pays. */
    private List<Step> written(Node node) {
        var steps = node.find("include").isPresent()
                ? compiling.rule(node.get("include")).version().stream()
                        .flatMap(version -> Stream.of(steps(version.content().get("steps"))))
                : step(node).stream();
        return steps.map(step -> guarded(node, step)).toList();
    }

    private Step guarded(Node node, Step step) {
        var guarded = conditional(node, step);
        return BandCompiler.late(compiling)
                .<Step>map(classes -> new Reclassified(classes, guarded))
                .orElse(guarded);
    }

    private Step conditional(Node node, Step step) {
        var known = new Given(compiling).known(node, step);
        var needing = node.find("needs")
                .<Step>map(fact -> new Guard.Needing(
                        compiling.slot(fact), compiling.clause(compiling.rule(node.get("missing"))), known))
                .orElse(known);
        return node.find("when")
                .<Step>map(any -> new Guard.When(new ConditionReader(compiling.schema()).of(node), needing))
                .orElse(needing);
    }

    private Optional<Step> step(Node node) {
        if (node.find("third_party").isPresent()) {
            var clause = compiling.clause(compiling.rule(node.get("by")));
            return Optional.of(new Bear.ThirdParty(clause, compiling.slot(node.get("third_party"))));
        }
        if (node.find("raise").isPresent()) {
            return raise(node);
        }
        if (node.find("charge").isPresent()) {
            var times = compiling.slot(node.get("times"));
            return values.with(node, node.get("charge"), standard -> new Bear.Charge(standard, times));
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
            var parts = new Each.Parts(
                    node.text("each"), compiling.schema(), compiling.classes().all());
            compiling.slot(node.get("each"));
            return Optional.of(new Each(parts, steps(node.get("steps"))));
        }
        if (node.find("limit").isPresent()) {
            return limit(node, compiling.slot(node.get("limit")));
        }
        return node.find("left").isPresent() ? left(node) : Optional.of(sum(node));
    }

    /** More for each counted year: {@code {raise: quantity, amount: …, counted: …, beyond: …, further: …, cap: …, at_most: …}}. */
    private Optional<Step> raise(Node node) {
        var years = new Raise.Years(
                compiling.slot(node.get("counted")), values.value(node.get("beyond")), slots(node, "further"));
        var clause = compiling.clause(compiling.rule(node.get("by")));
        int into = compiling.slot(node.get("raise"));
        return values.with(node, node.get("amount"), each -> {
            var most = new Raise.Most(
                    compiling.clause(compiling.rule(node.get("at_most"))),
                    values.value(node.get("cap")),
                    values.value(node.get("at_most")));
            return new Raise(clause, into, each, years, most);
        });
    }

    private Optional<Step> bear(Node node, int quantity) {
        if (node.find("amount").isPresent()) {
            var less = slots(node, "less");
            return values.with(
                    node,
                    node.get("amount"),
                    amount -> explained(node, new Bear.Amount(quantity, values.adjusted(node, amount), less)));
        }
        int of = of(node);
        return values.with(node, node.get("rate"), rate -> new Bear.Share(quantity, of, rate));
    }

    /** The amount that a step is about: what is left, unless the data name another. */
    private int of(Node node) {
        return compiling
                .slot(node, "of")
                .orElseGet(() -> compiling.schema().get("remaining", node).index());
    }

    private Optional<Step> pay(Node node, int layer) {
        if (node.find("amount").isPresent()) {
            int times = compiling.slot(node, "times").orElse(-1);
            int most = of(node);
            return values.with(node, node.get("amount"), amount -> new Pay.Amount(layer, most, amount, times));
        }
        var bands = new BandCompiler(compiling);
        if (bands.isBanded(node)) {
            return Optional.of(values.hole(node)
                    .map(gap -> values.withoutValue(node, gap))
                    .orElseGet(() -> explained(node, bands.step(node, layer, values))));
        }
        if (node.find("over").isPresent()) {
            return payAbove(node, layer);
        }
        int of = of(node);
        boolean main = node.text("pay").equals("pool");
        return values.with(
                node,
                node.get("rate").list().getFirst(),
                rate -> explained(
                        node, new Pay.Share(layer, of, values.rates(node, values.adjusted(node, rate)), main)));
    }

    /** More for a part of the cost: {@code {bonus: quantity, to: layer, part: …, whole: …, points: …, at_most: …}}. */
    private Optional<Step> bonus(Node node, int shownAs) {
        var portion =
                new PayBonus.Portion(compiling.slot(node.get("part")), compiling.slot(node.get("whole")), shownAs);
        int layer = compiling.slot(node.get("to"));
        return values.with(
                node,
                node.get("points"),
                points -> new PayBonus(layer, portion, points, points.with(values.value(node.get("at_most")))));
    }

    private Step explained(Node node, Step step) {
        var summed = node.find("pay").isPresent() ? StepValues.summed(node) : List.<Node>of();
        var adjusting = StepValues.adjusting(node).stream().filter(key -> !key.equals("plus"));
        var reasoned = explained(Stream.concat(adjusting.map(node::get), summed.stream()), step);
        return node.find("plus")
                .filter(name -> compiling.law().find(name.text()).isPresent())
                .map(this::standard)
                .<Step>map(by -> new Increased(by, reasoned))
                .orElse(reasoned);
    }

    private Step explained(Stream<Node> rules, Step step) {
        var grounds = rules.map(this::standard).toArray(Standard[]::new);
        return grounds.length == 0 ? step : new Explained(grounds, step);
    }

    private Standard standard(Node name) {
        return new Standard(compiling.clauses(name, name, values.value(name)), values.value(name));
    }

    private Optional<Step> payAbove(Node node, int layer) {
        var lineRule = compiling.rule(node.find("by").orElse(node.get("over")));
        return values.with(node, node.get("over"), over -> {
            var clause = compiling.clause(lineRule);
            var addition = new Pay.Above.Addition(compiling.slot(node.get("of")), compiling.slot(node.get("before")));
            var rateName = node.get("rate").list().getFirst();
            var first = values.value(rateName);
            var rate = new Standard(compiling.clauses(node, rateName, first), first);
            var lowered = node.find("lowered_by").map(values::value).map(rate::with);
            var line = new Pay.Above.Line(clause, rate.with(over.lookup()), lowered);
            var above = new Pay.Above(layer, line, addition, values.rates(node, values.capped(node, rate)));
            return explained(StepValues.capping(node).stream().map(node::get), above);
        });
    }

    private Optional<Step> limit(Node node, int layer) {
        int used = compiling.slot(node, "used").orElse(-1);
        var limitName = node.get("to");
        return values.with(node, limitName, standard -> {
            var limit = values.adjusted(node, standard);
            var note = node.find("note")
                    .map(code -> compiling.denial(
                            code.text(), limit.clauses().byCell()[0].citation()))
                    .map(Denial::of);
            var limited = explained(node, new Limit(layer, limit, used, note));
            return compiling
                    .slot(node, "beyond")
                    .<Step>map(into -> new Beyond(limited, layer, used, standard, into))
                    .orElse(limited);
        });
    }

    private Optional<Step> left(Node node) {
        int target = compiling.slot(node.get("left"));
        var less = slots(node, "less");
        var of = node.get("of");
        boolean rule = compiling.law().find(of.text()).isPresent()
                && compiling.schema().find(of.text()).isEmpty();
        return rule
                ? values.with(node, of, standard -> new Tally.LeftOf(target, standard, less))
                : Optional.of(new Tally.Left(target, compiling.slot(of), less));
    }

    private int[] slots(Node node, String key) {
        return node.find(key).map(Node::list).orElse(List.of()).stream()
                .mapToInt(compiling::slot)
                .toArray();
    }

    private Step sum(Node node) {
        var rule = compiling.rule(node.get("by"));
        var shared = node.find(AFTER_THIRD_PARTY).map(Node::texts).orElse(List.of());
        var parts = node.get("of").list();
        if (!parts.stream().map(Node::text).toList().containsAll(shared)) {
            throw node.get(AFTER_THIRD_PARTY).problem("after_third_party 中的各项须在 of 中；它们是 of 里第三人也按比例负担的那些");
        }
        var counted = parts.stream()
                .map(part -> new Tally.Sum.Counted(
                        compiling.slot(part), shared.contains(part.text()), compiling.quantity(part, rule.citation())))
                .toArray(Tally.Sum.Counted[]::new);
        return new Tally.Sum(compiling.clause(rule), compiling.slot(node.get("sum")), counted);
    }
}
