package jumin.regulation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jumin.regulation.block.Rounding;
import jumin.regulation.block.Schema;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.Node;
import jumin.regulation.law.form.Nearest;

/** 待遇、步骤、类别中写错的名称：all of them at once, for a law that could not be compiled and stopped at the first. */
record MisspeltNames(Set<String> known, List<LawDataProblem> problems) {

    private static final List<String> SETTLEMENT =
            List.of("benefit.", "settlement.", "check.", "exclusion.", "item_sum.", "critical_illness.", "assistance.");
    private static final Set<String> NAMING = Set.of(
            "charge",
            "raise",
            "counted",
            "beyond",
            "further",
            "cap",
            "times",
            "bear",
            "amount",
            "rate",
            "less",
            "pay",
            "of",
            "after_third_party",
            "before",
            "over",
            "lowered_by",
            "raised_by",
            "minus",
            "plus",
            "at_most",
            "ratio_at_most",
            "bonus",
            "to",
            "part",
            "whole",
            "points",
            "limit",
            "used",
            "left",
            "sum",
            "by",
            "include",
            "needs",
            "missing");
    private static final Set<String> LISTS = Set.of("steps", "counts", "first");

    static List<LawDataProblem> in(Law law) {
        var names = new MisspeltNames(known(law), new ArrayList<>());
        law.keys("").stream()
                .filter(key -> SETTLEMENT.stream().anyMatch(key::startsWith))
                .flatMap(key -> law.get(key).version().stream())
                .forEach(version -> names.lists(version.content()));
        return names.problems;
    }

    private static Set<String> known(Law law) {
        var vocabulary = Vocabulary.of(law);
        var known = new TreeSet<>(
                Schema.sparing(vocabulary.facts("settlement"), Rounding.of(law)).names());
        known.addAll(law.keys(""));
        known.addAll(vocabulary.named("quantities").keySet());
        known.addAll(vocabulary.named("layers").keySet());
        known.addAll(List.of("base", "part_base", "remaining", "item.class", "item.kind"));
        for (var prefix : List.of("settlement.class.", "settlement.age.")) {
            law.keys(prefix).forEach(key -> known.add(key.substring("settlement.".length())));
        }
        return known;
    }

    private void lists(Node content) {
        for (var key : LISTS) {
            content.find(key).ifPresent(list -> list.list().forEach(this::step));
        }
        content.find("when").filter(Node::isMapping).ifPresent(this::condition);
    }

    private void step(Node step) {
        if (!step.isMapping()) {
            return;
        }
        step.members().forEach((key, value) -> {
            if (key.equals("add_to")) {
                named(value, "accumulators." + text(value));
            } else if (NAMING.contains(key)) {
                value.list().forEach(name -> named(name, text(name)));
            }
        });
        lists(step);
    }

    private void condition(Node when) {
        when.members().forEach((name, test) -> {
            if (name.equals("any") || name.equals("not")) {
                test.list().stream().filter(Node::isMapping).forEach(this::condition);
            } else {
                named(test, name);
            }
        });
    }

    private static String text(Node name) {
        return name instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private void named(Node place, String name) {
        if (!name.isEmpty() && !known.contains(name)) {
            problems.add(new LawDataProblem(
                    place.mark(),
                    "没有规定，也没有声明事实或数额“" + name + "”；" + Nearest.hint(name, known) + "先写这条规定，或在 vocabulary.yaml 中声明"));
        }
    }
}
