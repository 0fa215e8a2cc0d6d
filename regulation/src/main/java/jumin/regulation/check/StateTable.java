package jumin.regulation.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jumin.regulation.law.Layer;
import jumin.regulation.law.Rule;

/** 统筹区 × 专题：how many rules are values, assumptions, gaps, not provided, placeholders, or come from above. */
record StateTable(Topics topics, Map<String, List<Rule>> rulesByCity) {

    private static final int FIRST = 22;
    private static final int COLUMN = 26;
    private static final String OTHER = "其他";

    /** 状态，as the table writes it. */
    private enum Shown {
        值,
        假,
        缺,
        无,
        代,
        上
    }

    String text() {
        var lines = new ArrayList<String>();
        var head = new StringBuilder(Width.padded("专题", FIRST));
        rulesByCity.keySet().forEach(city -> head.append(Width.padded(city, COLUMN)));
        lines.add(head.toString().stripTrailing());
        var titles = new ArrayList<>(
                topics.topics().stream().map(Topics.Topic::title).toList());
        titles.add(OTHER);
        for (var title : titles) {
            var line = new StringBuilder(Width.padded(title, FIRST));
            rulesByCity.values().forEach(rules -> line.append(Width.padded(cell(title, rules), COLUMN)));
            lines.add(line.toString().stripTrailing());
        }
        lines.add("值 原文有值；假 假定（决定记录）；缺 原文留空或另行制定；无 本地不设；代 演示用代用值；上 上级规定");
        return String.join("\n", lines);
    }

    private String cell(String title, List<Rule> rules) {
        var counts = new EnumMap<Shown, Integer>(Shown.class);
        states(rules).forEach((key, shown) -> {
            if (topics.of(key).map(Topics.Topic::title).orElse(OTHER).equals(title)) {
                counts.merge(shown, 1, Integer::sum);
            }
        });
        return counts.isEmpty()
                ? "-"
                : String.join(
                        " ",
                        counts.entrySet().stream()
                                .map(count -> count.getKey().name() + count.getValue())
                                .toList());
    }

    /** One state for each rule: a hole that a placeholder fills shows as the placeholder. */
    private static Map<String, Shown> states(List<Rule> rules) {
        var states = new LinkedHashMap<String, Shown>();
        for (var layer : List.of(Layer.NATIONAL, Layer.PROVINCIAL, Layer.CITY, Layer.SUPPLEMENT)) {
            rules.stream().filter(rule -> rule.layer() == layer).forEach(rule -> states.put(rule.key(), shown(rule)));
        }
        return states;
    }

    private static Shown shown(Rule rule) {
        if (rule.layer() == Layer.NATIONAL || rule.layer() == Layer.PROVINCIAL) {
            return Shown.上;
        }
        return switch (rule.state()) {
            case VALUE -> Shown.值;
            case ASSUMPTION -> Shown.假;
            case GAP -> Shown.缺;
            case NOT_PROVIDED -> Shown.无;
            case PLACEHOLDER -> Shown.代;
        };
    }
}
