package jumin.regulation.settlement;

import java.util.List;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Slot;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Node;

/** 一步所读的事实：those that are nothing until they are given; what the steps compute and what is counted begin at zero. */
record Given(Compiling compiling) {

    private static final List<String> AMOUNTS = List.of("of", "less", "before", "used", "times", "part", "whole");
    private static final List<String> RULES = List.of("by", "amount", "rate", "over", "to", "charge");

    /** The step, held where a fact that it reckons with was not given. */
    Step known(Node node, Step step) {
        var facts = AMOUNTS.stream()
                .flatMap(key -> node.find(key).stream())
                .flatMap(names -> names.list().stream())
                .flatMap(name -> compiling.schema().find(name.text()).stream())
                .filter(slot -> slot.whenAbsent() == Frame.ABSENT)
                .distinct()
                .toList();
        if (facts.isEmpty()) {
            return step;
        }
        return new Guard.Requiring(
                facts.stream().mapToInt(Slot::index).toArray(),
                facts.stream().map(fact -> missing(node, fact)).toArray(Clause[]::new),
                node.find("limit").map(compiling::slot).orElse(-1),
                step);
    }

    private Clause missing(Node node, Slot fact) {
        return RULES.stream()
                .flatMap(key -> node.find(key).stream())
                .flatMap(names -> names.list().stream())
                .flatMap(name -> compiling.law().find(name.text()).stream())
                .findFirst()
                .map(rule -> compiling.missing(rule.title() + "（缺少事实 " + fact.name() + "）", rule.citation()))
                .orElseGet(() ->
                        compiling.missing("缺少事实 " + fact.name(), compiling.law().wholeText()));
    }
}
