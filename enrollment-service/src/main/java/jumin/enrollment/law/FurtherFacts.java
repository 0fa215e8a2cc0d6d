package jumin.enrollment.law;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.json.Json;
import jumin.regulation.json.JsonText;
import jumin.regulation.law.Law;

/** 参保事由 in the words of the law: what it has no word for is not its business. */
final class FurtherFacts {

    private FurtherFacts() {}

    static Facts of(JsonNode added, Law law) {
        var declared = Vocabulary.of(law).facts("entitlement");
        var known = new Json.Structure();
        for (Map.Entry<String, JsonNode> fact : added.properties()) {
            var name = snake(fact.getKey());
            if (!fact.getValue().isNull() && declared.find(name).isPresent()) {
                known.with(name, JsonText.read(fact.getValue().toString()));
            }
        }
        return FactsJson.read(known, declared);
    }

    private static String snake(String camel) {
        return camel.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
