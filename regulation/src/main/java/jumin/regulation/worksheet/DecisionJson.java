package jumin.regulation.worksheet;

import java.util.Optional;
import jumin.regulation.json.Json;
import jumin.regulation.law.Citation;

/** 结论的规范化书写：kind, release and worksheet of every decision, and what is its own. */
public final class DecisionJson {

    private final Json.Structure json = new Json.Structure();

    private DecisionJson() {}

    public static DecisionJson of(String decision, String release, Worksheet worksheet) {
        var started = new DecisionJson();
        started.json
                .with("decision", Json.text(decision))
                .with("release", Json.text(release))
                .with("worksheet", worksheet.json());
        return started;
    }

    /** A value by its text: an amount, a day, a word. */
    public DecisionJson with(String key, Object value) {
        json.with(key, Json.text(value));
        return this;
    }

    public DecisionJson with(String key, Optional<?> value) {
        value.ifPresent(present -> json.with(key, Json.text(present)));
        return this;
    }

    public DecisionJson with(String key, Json value) {
        json.with(key, value);
        return this;
    }

    public DecisionJson with(Citation citation) {
        return with("instrument", citation.instrument()).with("article", citation.article());
    }

    public DecisionJson with(Denial cause) {
        return with("code", cause.code()).with("title", cause.title()).with(cause.citation());
    }

    public String canonical() {
        return json.canonical();
    }
}
