package jumin.regulation.cases;

import java.util.Set;
import jumin.regulation.json.Json;
import jumin.regulation.law.Mark;
import jumin.regulation.law.Node;

/** 验算案例：facts of one question and the answers that are asked. */
record GoldenCase(Mark mark, String id, String city, String area, String title, Json facts, Json.Structure expected) {

    private static final Set<String> KEYS =
            Set.of("id", "city", "area", "articles", "title", "facts", "expected", "reasoning", "supplement");

    static GoldenCase read(Node node) {
        node.only(KEYS);
        if (!(NodeJson.of(node.get("expected")) instanceof Json.Structure expected)) {
            throw node.get("expected").problem("expected 须为对象");
        }
        return new GoldenCase(
                node.mark(),
                node.text("id"),
                node.text("city"),
                node.text("area"),
                node.find("title").map(Node::text).orElse(""),
                NodeJson.of(node.get("facts")),
                expected);
    }
}
