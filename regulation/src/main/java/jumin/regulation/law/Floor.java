package jumin.regulation.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** “不低于”：the city's own value where it reaches the higher layer's, the higher layer's in each cell where it does not. */
final class Floor {

    private static final String OF = " of ";

    private Floor() {}

    static RuleInForce under(RuleInForce own, RuleInForce higher) {
        var version = own.version().orElseThrow();
        var members = new LinkedHashMap<>(version.content().members());
        var least = higher.version().orElseThrow().content().get("cells");
        members.put("cells", larger(version.content().get("cells"), least));
        var rule = own.rule();
        var citation =
                new Citation(rule.citation().instrument(), rule.citation().article() + "、" + higher.citation());
        var content = new Node.Mapping(version.content().mark(), members, Map.of());
        var combined = new Rule(
                rule.key(),
                rule.title(),
                rule.state(),
                citation,
                rule.unit(),
                List.of(new Version(version.from(), version.until(), content)),
                rule.node(),
                rule.layer());
        return new RuleInForce(combined, combined.versions().stream().findFirst());
    }

    private static Node larger(Node own, Node least) {
        if (own instanceof Node.Mapping cells) {
            var merged = new LinkedHashMap<String, Node>();
            cells.members()
                    .forEach((word, cell) -> merged.put(
                            word,
                            larger(
                                    cell,
                                    least.find(word).or(() -> least.find("all")).orElse(least))));
            return new Node.Mapping(cells.mark(), merged, cells.keys());
        }
        if (least.isMapping()) {
            throw own.problem("上级规定在这一格分得更细，不能比较；把本市的值按上级的各格写开");
        }
        return own.text().equals("unlimited") || amount(own, least) >= amount(least, own) ? own : least;
    }

    /** Comparable only when both are of one kind, and formulas when they take their ratio of the same fact. */
    private static long amount(Node cell, Node other) {
        if (!of(cell).equals(of(other))) {
            throw cell.problem("“" + cell.text() + "”与上级规定的“" + other.text() + "”不能比较；写成同一事实的公式");
        }
        var text = cell.text().split(OF)[0];
        try {
            return text.endsWith("%")
                    ? Rate.parse(text).millionths()
                    : Money.yuan(text).fen();
        } catch (IllegalArgumentException e) {
            throw cell.problem("“" + cell.text() + "”不能与上级规定比较；" + e.getMessage());
        }
    }

    private static String of(Node cell) {
        var parts = cell.text().split(OF);
        return parts.length == 2 ? parts[1] : parts[0].endsWith("%") ? "%" : "";
    }
}
