package jumin.enrollment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** What this service has published, for tests to look at. */
@ApplicationScoped
public class FeedOfThisService {

    private final Sql sql;
    private final JsonColumn json;
    private final CurrentCaller caller;

    FeedOfThisService(Sql sql, JsonColumn json, CurrentCaller caller) {
        this.sql = sql;
        this.json = json;
        this.caller = caller;
    }

    public List<JsonNode> all(String kind, String subject) {
        return caller.callAsService(() -> sql.list(
                "select payload::text from change_feed where kind = ? and subject = ? order by id",
                row -> json.tree(row.getString(1)),
                kind,
                subject));
    }

    public JsonNode last(String kind, String subject) {
        return all(kind, subject).getLast();
    }
}
