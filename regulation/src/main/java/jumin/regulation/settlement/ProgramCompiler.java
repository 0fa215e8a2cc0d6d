package jumin.regulation.settlement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jumin.regulation.Rate;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Classes;
import jumin.regulation.block.ConditionReader;
import jumin.regulation.block.Rounding;
import jumin.regulation.block.Schema;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.Node;
import jumin.regulation.law.Rule;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.law.Version;
import jumin.regulation.worksheet.Legend;

/** Compiles the settlement program of a law: once, into slots, tables and steps. */
final class ProgramCompiler {

    private final Compiling compiling;
    private final Quantity.Layers layers;
    private final ItemCompiler itemCompiler;
    private final ItemScope itemScope;
    private final Schema.Naming<List<Choice<Course.Check>>> exclusions;
    private final Schema.Naming<Choice<Boolean>> preHospital;
    private final Naming naming;

    ProgramCompiler(Law law) {
        var vocabulary = Vocabulary.of(law);
        var schema = Schema.sparing(vocabulary.facts("settlement"), Rounding.of(law));
        layers = Quantity.declare(schema, vocabulary);
        var itemClass = schema.add("item.class", FactType.WORD, Optional.of(vocabulary.words("item_class")), 0);
        var itemKind = schema.add("item.kind", FactType.WORD, Optional.of(vocabulary.words("item_kind")), 0);
        var classes = Classes.compile(law, schema, "settlement.");
        compiling = new Compiling(law, schema, classes, vocabulary, new Legend());
        itemCompiler = new ItemCompiler(compiling, itemClass, itemKind);
        itemScope = itemCompiler.scope();
        exclusions = schema.naming(() -> choices("exclusion."));
        preHospital = schema.naming(() -> choice("pre_hospital.merge", node -> Boolean.valueOf(node.text("merged"))));
        naming = new Naming(compiling, exclusions.slots(), preHospital.slots(), layers.end());
    }

    SettlementProgram compile() {
        var codes = Map.of(
                "NOT_COVERED_ON_DATE", check("cover.split", "NOT_COVERED_ON_DATE"),
                "PREHOSPITAL_NOT_MERGED", check("pre_hospital.merge", "PREHOSPITAL_NOT_MERGED"),
                "PARAMETER_MISSING",
                        compiling.denial("PARAMETER_MISSING", compiling.law().wholeText()));
        return new SettlementProgram(
                compiling,
                setting(),
                naming.needs(new BitSet()),
                items(),
                new Course(exclusions.made(), List.of(), new Step[0]),
                preHospital.made(),
                benefits(),
                codes,
                new SettlementProgram.Totals(total("fund"), total("person")),
                slots());
    }

    private SettlementProgram.Items items() {
        return new SettlementProgram.Items(
                Care.Places.of(
                        compiling.schema(), itemCompiler.words(), law().on().toEpochDay()),
                itemScope,
                itemScope.taking(itemCompiler.everyCell()));
    }

    private Sheet.Setting setting() {
        var rounding = compiling.schema().rounding();
        var identity = law().get("settlement.identity");
        var burden = compiling.legend().clause(identity.key(), "以个人负担为限", identity.citation());
        return new Sheet.Setting(layers, rounding, Rate.addend(rounding), burden);
    }

    private SettlementProgram.Slots slots() {
        var vocabulary = compiling.vocabulary();
        var amounts = new TreeMap<String, Integer>();
        vocabulary.named("quantities").keySet().forEach(name -> amounts.put(name, index(name)));
        vocabulary.named("layers").keySet().forEach(name -> amounts.put(name, index(name)));
        var results = new ArrayList<>(amounts.values());
        results.removeAll(List.of(
                Quantity.TOTAL,
                Quantity.OUT_OF_SCOPE,
                Quantity.OVER_CEILING,
                Quantity.CLASS_PREPAYMENT,
                Quantity.SCOPE));
        return new SettlementProgram.Slots(amounts, List.copyOf(results));
    }

    private int index(String name) {
        return compiling.schema().find(name).orElseThrow().index();
    }

    private Clause check(String key, String code) {
        return compiling.denial(code, compiling.law().get(key).citation());
    }

    private Clause total(String key) {
        return compiling
                .legend()
                .clause(
                        key,
                        compiling.vocabulary().title("quantities", key),
                        law().get("settlement.identity").citation());
    }

    private Law law() {
        return compiling.law();
    }

    private <T> Choice<T> choice(String key, java.util.function.Function<Node, T> outcome) {
        return Choice.of(law().get(key), law(), compiling.schema(), outcome);
    }

    private List<Choice<Course.Check>> choices(String prefix) {
        return LawDataProblem.ofEach(law().keys(prefix), this::checks);
    }

    private Choice<Course.Check> checks(String key) {
        var rule = law().get(key);
        return choice(key, node -> {
            boolean curable = node.find("hold").isPresent();
            var code = node.text(curable ? "hold" : "refuse");
            var citation = node.find("cite")
                    .map(article ->
                            new jumin.regulation.law.Citation(rule.citation().instrument(), article.text()))
                    .orElse(rule.citation());
            return new Course.Check(compiling.denial(code, citation), curable);
        });
    }

    private SettlementProgram.Benefits benefits() {
        var slot = compiling.schema().find("benefit").orElseThrow();
        var words = slot.words().orElseThrow();
        var unknown = new Benefit.Unavailable(compiling.denial("BENEFIT_NOT_OFFERED", law().wholeText()), false);
        var byWord = new Benefit[words.size()];
        Arrays.fill(byWord, unknown);
        LawDataProblem.ofEach(usualFirst(words), key -> {
            var rule = law().get(key);
            var compiled = complete(compiling.schema().naming(() -> benefit(rule)));
            byWord[number(words, key.substring("benefit.".length()), rule)] = compiled;
            return compiled;
        });
        return new SettlementProgram.Benefits(slot.index(), byWord, unknown);
    }

    private static int number(WordList words, String benefit, RuleInForce rule) {
        try {
            return words.number(benefit);
        } catch (IllegalArgumentException e) {
            throw rule.rule().node().problem(e.getMessage() + "；先在 vocabulary.yaml 的 words.benefit 中声明这种待遇");
        }
    }

    /** In the order of the vocabulary, which begins with the most usual: what is compiled first has the shortest frame. */
    private List<String> usualFirst(WordList words) {
        return law().keys("benefit.").stream()
                .sorted(Comparator.comparingInt(key -> words.words().indexOf(key.substring("benefit.".length()))))
                .toList();
    }

    /** An offered benefit with what it needs, now that it is known what it names. */
    private Benefit complete(Schema.Naming<Benefit> named) {
        return named.made() instanceof Benefit.Offered offered
                ? new Benefit.Offered(
                        offered.items(),
                        naming.needs(named.slots()),
                        offered.written(),
                        naming.situations(offered.written(), named.slots()),
                        offered.counts())
                : named.made();
    }

    private Benefit benefit(RuleInForce rule) {
        if (rule.rule().state() == Rule.State.NOT_PROVIDED) {
            return new Benefit.Unavailable(compiling.denial("BENEFIT_NOT_OFFERED", rule.citation()), false);
        }
        if (rule.version().isEmpty()) {
            return new Benefit.Unavailable(compiling.denial("PARAMETER_MISSING", rule.citation()), true);
        }
        var content = rule.version().map(Version::content).orElseThrow();
        if (content.find("better_of").isPresent()) {
            return new Benefit.BetterOf(content.get("better_of").list().stream()
                    .map(name -> alternative(rule, name))
                    .toArray(Benefit.Alternative[]::new));
        }
        var checks = content.find("checks").map(Node::texts).orElse(List.of()).stream()
                .map(this::checks)
                .toList();
        if (content.find("like").isPresent()) {
            return like(benefit(compiling.rule(content.get("like"))), checks);
        }
        var items = content.find("items");
        var cells = items.map(itemCompiler::cells).orElse(itemCompiler.everyCell());
        long uses = items.map(itemCompiler::uses).orElse(Taking.ANY_USE);
        var steps = new StepCompiler(compiling).steps(content.get("steps"));
        return new Benefit.Offered(
                itemScope.taking(cells).only(uses),
                naming.needs(new BitSet()),
                new Course(exclusions.made(), checks, steps),
                Optional.empty(),
                content.find("counts").map(Node::list).orElse(List.of()).stream()
                        .map(this::count)
                        .toArray(Benefit.Count[]::new));
    }

    private Benefit.Alternative alternative(RuleInForce rule, Node name) {
        var chosen = compiling.rule(name);
        var words = compiling.vocabulary().words("benefit");
        return new Benefit.Alternative(
                words.number(chosen.key().substring("benefit.".length())),
                compiling.legend().clause(rule.key(), rule.title() + "：按" + chosen.title(), rule.citation()));
    }

    /** The same benefit, with checks of its own besides. */
    private static Benefit like(Benefit other, List<Choice<Course.Check>> checks) {
        if (!(other instanceof Benefit.Offered offered) || checks.isEmpty()) {
            return other;
        }
        var written = offered.written();
        var all = new ArrayList<>(written.checks());
        all.addAll(checks);
        return new Benefit.Offered(
                offered.items(),
                offered.needs(),
                new Course(written.exclusions(), List.copyOf(all), written.steps()),
                offered.situations(),
                offered.counts());
    }

    private Benefit.Count count(Node node) {
        var accumulator = node.text("add_to");
        compiling.schema().get("accumulators." + accumulator, node);
        var when = new ConditionReader(compiling.schema()).of(node);
        return new Benefit.Count(
                when, accumulator, compiling.slot(node, "amount").orElse(-1));
    }
}
