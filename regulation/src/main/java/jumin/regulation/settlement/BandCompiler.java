package jumin.regulation.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.regulation.block.Bands;
import jumin.regulation.block.Derived;
import jumin.regulation.block.Lookup;
import jumin.regulation.block.Mentions;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Node;
import jumin.regulation.law.NotProvided;
import jumin.regulation.law.RegulationGap;
import jumin.regulation.law.RuleInForce;

/** Compiles a payment whose ratio is a rule in bands. */
record BandCompiler(Compiling compiling) {

    /** Whether the step's ratio is written in bands. */
    boolean isBanded(Node step) {
        return step.find("rate")
                .flatMap(rate -> rate.list().stream().findFirst())
                .flatMap(name -> compiling.law().find(name.text()))
                .filter(rule -> rule.rule().unit().equals(Bands.UNIT))
                .isPresent();
    }

    Step step(Node node, int layer, StepValues values) {
        var rates = node.get("rate").list();
        var rule = compiling.rule(rates.getFirst());
        var of = node.find("of")
                .map(compiling::slot)
                .orElseGet(() -> compiling.schema().get("remaining", node).index());
        var amount = new PayBands.Amount(
                of, compiling.slot(node, "before").orElse(-1), node.text("pay").equals("pool"));
        var bands = bands(node, rates.getFirst(), rule, values);
        return new PayBands(layer, bands, amount, node.find("over").map(over -> line(node, over)));
    }

    /** What adjusts the ratio adjusts that of each band; above a line, {@code lowered_by} lowers the line. */
    private List<PayBands.Band> bands(Node step, Node name, RuleInForce rule, StepValues values) {
        var bands = new ArrayList<PayBands.Band>();
        for (var band : Bands.of(rule, compiling.law(), compiling.schema()).bands()) {
            var upTo = band.upTo().map(bound -> new Standard(compiling.clauses(name, name, bound), bound));
            var own = new Standard(compiling.clauses(name, name, band.rate()), band.rate());
            var rate = step.find("over").isPresent() ? values.capped(step, own) : values.adjusted(step, own);
            bands.add(new PayBands.Band(upTo, values.rates(step, rate)));
        }
        return List.copyOf(bands);
    }

    private PayBands.Line line(Node node, Node over) {
        var clause = compiling.clause(compiling.rule(node.find("by").orElse(over)));
        var value = value(over);
        var standard = new Standard(compiling.clauses(node, over, value), value);
        return new PayBands.Line(
                clause, standard, node.find("lowered_by").map(this::value).map(standard::with));
    }

    private Lookup value(Node name) {
        return switch (compiling.lookup(name)) {
            case Cited<Lookup> cited -> cited.value();
            case RegulationGap<Lookup> gap -> throw name.problem("此处的规定“" + name.text() + "”须有值");
            case NotProvided<Lookup> none -> throw name.problem("此处的规定“" + name.text() + "”须有值");
        };
    }

    /** Classes that depend on an amount are derived again before each step that might read them. */
    static Optional<List<Derived>> late(Compiling compiling) {
        var amounts =
                new ArrayList<String>(compiling.vocabulary().named("quantities").keySet());
        amounts.addAll(compiling.vocabulary().named("layers").keySet());
        amounts.addAll(List.of("base", "part_base", "remaining"));
        var late = new ArrayList<Derived>();
        for (var derived : compiling.classes().all()) {
            var name = compiling.schema().name(derived.slot());
            var rule = compiling.law().get("settlement." + name);
            if (rule.version()
                    .filter(version -> Mentions.any(version.content(), amounts))
                    .isPresent()) {
                late.add(derived);
                amounts.add(name);
            }
        }
        return late.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(late));
    }
}
