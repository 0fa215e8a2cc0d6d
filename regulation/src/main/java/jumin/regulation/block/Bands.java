package jumin.regulation.block;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.Rule;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.law.Version;

/** 分段比例：bands from low to high, each with an upper bound (a table of its own) and a table of ratios over the rule's axes. */
public record Bands(List<Band> bands) {

    /** The unit by which the data name such a rule. */
    public static final String UNIT = "bands";

    /** 一段：the last has no bound. */
    public record Band(Optional<Table> upTo, Table rate) {}

    /** Compiles a rule that has a version on the day. */
    public static Bands of(RuleInForce rule, Law law, Schema schema) {
        var list = rule.version().orElseThrow().content().get("bands").list();
        var bands = new ArrayList<Band>();
        for (int i = 0; i < list.size(); i++) {
            var band = list.get(i);
            var bound = band.find("up_to");
            if (bound.isPresent() == (i == list.size() - 1)) {
                throw band.problem(bound.isPresent() ? "最高一段不能有上限 up_to；去掉它" : "除最高一段外，每段须写上限 up_to");
            }
            var upTo = bound.map(cell -> Table.of(asTable(rule, "CNY", block("all", cell), true), law, schema));
            bands.add(new Band(upTo, Table.of(asTable(rule, "rate", band.get("cells"), false), law, schema)));
        }
        rising(bands, list);
        return new Bands(List.copyOf(bands));
    }

    /** Bounds that are known beforehand must rise; the others are looked at when they are known. */
    private static void rising(List<Band> bands, List<Node> list) {
        long before = 0;
        for (int i = 0; i + 1 < bands.size(); i++) {
            var bound = bands.get(i).upTo().orElseThrow();
            if (bound.factAt(0) < 0 && bound.cell(0) > 0) {
                if (bound.cell(0) <= before) {
                    throw list.get(i).problem("这一段的上限不高于前一段；各段自低到高");
                }
                before = bound.cell(0);
            }
        }
    }

    private static RuleInForce asTable(RuleInForce rule, String unit, Node cells, boolean withoutAxes) {
        var written = rule.rule();
        var content = block("cells", cells);
        var node = withoutAxes ? content : written.node();
        var version = new Version(rule.version().orElseThrow().from(), Optional.empty(), content);
        var table = new Rule(
                written.key(),
                written.title(),
                written.state(),
                written.citation(),
                unit,
                List.of(version),
                node,
                written.layer());
        return new RuleInForce(table, Optional.of(version));
    }

    private static Node.Mapping block(String key, Node value) {
        var members = new LinkedHashMap<String, Node>();
        members.put(key, value);
        return new Node.Mapping(value.mark(), members, Map.of(key, value.mark()));
    }
}
