package jumin.demo.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;
import jumin.demo.input.Json;

/** What came back. */
public record Reply(
        int status, byte[] body, Optional<String> location, Optional<Integer> retryAfter, boolean replayed) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public JsonNode json() {
        try {
            return body.length == 0 ? MissingNode.getInstance() : Json.MAPPER.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** The problem's stable code, or empty text. */
    public String code() {
        return ok() ? "" : json().path("code").asText("");
    }

    /** For people: what the service said about the problem. */
    public String problem() {
        var problem = json();
        return "HTTP " + status + " " + problem.path("code").asText("") + " "
                + problem.path("title").asText("") + "："
                + problem.path("detail").asText(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                + fields(problem)
                + "（traceId " + problem.path("traceId").asText("无") + "）";
    }

    /** What helps where the log does not: the same key with another content is a story told before by another version. */
    public Optional<String> cure() {
        return code().equals("IDEMPOTENCY_KEY_REUSED")
                ? Optional.of("本机的数据是另一版本的演示留下的：请 ./jumin reset 清空后再 ./jumin demo（不需要保留的数据才可清空）。")
                : Optional.empty();
    }

    private static String fields(JsonNode problem) {
        var errors = problem.path("errors");
        return errors.isEmpty() ? "" : " " + errors;
    }
}
