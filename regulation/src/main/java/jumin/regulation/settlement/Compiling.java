package jumin.regulation.settlement;

import java.util.ArrayList;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.block.Classes;
import jumin.regulation.block.GivenFact;
import jumin.regulation.block.HighestOf;
import jumin.regulation.block.Lookup;
import jumin.regulation.block.Schema;
import jumin.regulation.block.Table;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.NotProvided;
import jumin.regulation.law.Provision;
import jumin.regulation.law.RegulationGap;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.law.form.Nearest;
import jumin.regulation.worksheet.Legend;

/** What the parts of a program need while they are compiled. */
record Compiling(Law law, Schema schema, Classes classes, Vocabulary vocabulary, Legend legend) {

    private static final String MISSING = "PARAMETER_MISSING";
    private static final String NOT_COVERED = "LEVEL_NOT_COVERED";

    RuleInForce rule(Node name) {
        return law.find(name.text())
                .orElseThrow(() -> name.problem(
                        "没有规定“" + name.text() + "”；" + Nearest.hint(name.text(), law.keys("")) + "先写这条规定，或改用已有的"));
    }

    /** The table (or the fact) that a step names. */
    Provision<Lookup> lookup(Node name) {
        var rule = law.find(name.text());
        if (rule.isEmpty()) {
            if (schema.find(name.text()).isEmpty()) {
                var known = new ArrayList<>(law.keys(""));
                known.addAll(schema.names());
                throw name.problem("没有规定也没有事实“" + name.text() + "”；" + Nearest.hint(name.text(), known)
                        + "先写这条规定，或在 vocabulary.yaml 中声明事实");
            }
            int slot = schema.get(name.text(), name).index();
            return new Cited<>(new GivenFact(slot), name.text(), law.wholeText());
        }
        return switch (rule.get().provision(version -> table(rule.get()))) {
            case Cited<Lookup> cited -> cited;
            case RegulationGap<Lookup> gap -> gap;
            case NotProvided<Lookup> none -> none;
        };
    }

    private Lookup table(RuleInForce rule) {
        var table = Table.of(rule, law, schema);
        var node = rule.rule().node();
        if (node.find("among").isEmpty()) {
            return table;
        }
        if (!node.text("among").equals("highest")) {
            throw node.get("among").problem("多项并存的算法可用：highest");
        }
        return new HighestOf(table, node.find("further").map(this::amount).orElse(0L));
    }

    private long amount(Node ruleName) {
        return switch (law.money(ruleName.text())) {
            case Cited<Money> cited -> cited.value().fen();
            case RegulationGap<Money> gap -> throw ruleName.problem("规定“" + ruleName.text() + "”没有值");
            case NotProvided<Money> none -> 0;
        };
    }

    /** The clauses of a step that reads this rule; a step that reads a fact names its rule with {@code by}. */
    Clauses clauses(Node step, Node lookupName, Lookup lookup) {
        var rule = rule(step.find("by").orElse(lookupName));
        var cells = new ArrayList<Clause>();
        if (lookup instanceof Table table) {
            for (int cell = 0; cell < table.size(); cell++) {
                cells.add(legend.clause(
                        rule.key(),
                        rule.title() + suffix(table, cell),
                        table.citationAt(cell).orElse(rule.citation())));
            }
        } else {
            cells.add(legend.clause(rule.key(), rule.title(), rule.citation()));
        }
        return new Clauses(
                cells.toArray(Clause[]::new),
                denial(NOT_COVERED, rule.citation()),
                legend.clause(MISSING, "参数缺失：" + rule.title() + "（缺少事实）", rule.citation()),
                legend.clause(rule.key(), rule.title() + "：不设限额", rule.citation()));
    }

    private static String suffix(Table table, int cell) {
        var words = new ArrayList<String>();
        int rest = cell;
        for (int i = table.axes().size() - 1; i >= 0; i--) {
            var list = table.axes().get(i).words().orElseThrow();
            words.addFirst(list.title(rest % list.size()));
            rest /= list.size();
        }
        var named = words.stream().filter(word -> !word.isEmpty()).toList();
        return named.isEmpty() ? "" : "（" + String.join("、", named) + "）";
    }

    Clause denial(String code, Citation citation) {
        return legend.clause(code, vocabulary.title("codes", code), citation);
    }

    Clause missing(String what, Citation citation) {
        return legend.clause(MISSING, "参数缺失：" + what, citation);
    }

    Clause gap(RegulationGap<?> gap) {
        return legend.clause(MISSING, "参数缺失：" + gap.title() + "（" + gap.reason() + "）", gap.citation());
    }

    Clause clause(RuleInForce rule) {
        return legend.clause(rule.key(), rule.title(), rule.citation());
    }

    Clause quantity(Node name, Citation citation) {
        return legend.clause(name.text(), vocabulary.title("quantities", name.text()), citation);
    }

    int slot(Node name) {
        return schema.get(name.text(), name).index();
    }

    Optional<Integer> slot(Node step, String key) {
        return step.find(key).map(this::slot);
    }
}
