package jumin.enrollment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.enrollment.jdbc.Jdbc;
import jumin.enrollment.jdbc.JsonColumn;
import jumin.platform.scope.CurrentCaller;

/** What this service has published, for tests to look at. */
@ApplicationScoped
public class FeedOfThisService {

    private final Jdbc jdbc;
    private final JsonColumn json;
    private final CurrentCaller caller;

    FeedOfThisService(Jdbc jdbc, JsonColumn json, CurrentCaller caller) {
        this.jdbc = jdbc;
        this.json = json;
        this.caller = caller;
    }

    public List<JsonNode> all(String kind, String subject) {
        return caller.callAsService(() -> jdbc.list(
                "select payload::text from change_feed where kind = ? and subject = ? order by id",
                row -> json.tree(row.getString(1)),
                kind,
                subject));
    }

    public JsonNode last(String kind, String subject) {
        return all(kind, subject).getLast();
    }
}
