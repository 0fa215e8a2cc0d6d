package jumin.regulation.cases;

import java.util.Set;
import jumin.regulation.json.Json;
import jumin.regulation.law.Mark;
import jumin.regulation.law.Node;

/** 验算案例：facts of one question and the answers that are asked. */
record GoldenCase(Node node, String id, String city, String area, String title, Json facts, Json.Structure expected) {

    private static final Set<String> KEYS =
            Set.of("id", "city", "area", "articles", "title", "facts", "expected", "reasoning", "supplement");

    Mark mark() {
        return node.mark();
    }

    /** Where a fact is written; the case itself where it is not. */
    Mark mark(String fact) {
        var at = node.get("facts");
        var parts = fact.split("\\.");
        for (int i = 0; i < parts.length; i++) {
            if (at.find(parts[i]).isEmpty()) {
                return i == 0 ? mark() : at.mark();
            }
            if (i == parts.length - 1) {
                return at.mark(parts[i]);
            }
            at = at.get(parts[i]);
        }
        return mark();
    }

    /** Where an expected key is written. */
    Mark expectedMark(String key) {
        return node.get("expected").mark(key);
    }

    /** The same case without a fact. */
    GoldenCase without(String fact) {
        return new GoldenCase(node, id, city, area, title, without(facts, fact), expected);
    }

    private static Json without(Json facts, String fact) {
        if (!(facts instanceof Json.Structure structure)) {
            return facts;
        }
        var left = new Json.Structure();
        structure.members().forEach((name, value) -> {
            if (!name.equals(fact)) {
                left.with(
                        name, fact.startsWith(name + ".") ? without(value, fact.substring(name.length() + 1)) : value);
            }
        });
        return left;
    }

    static GoldenCase read(Node node) {
        node.only(KEYS);
        if (!(NodeJson.of(node.get("expected")) instanceof Json.Structure expected)) {
            throw node.get("expected").problem("expected 须为对象");
        }
        return new GoldenCase(
                node,
                node.text("id"),
                node.text("city"),
                node.text("area"),
                node.find("title").map(Node::text).orElse(""),
                NodeJson.of(node.get("facts")),
                expected);
    }
}
