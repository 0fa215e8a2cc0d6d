package jumin.platform.feed;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** What another service's feed carried last, by kind and subject: small masters that need no table of their own. */
@ApplicationScoped
public class CarriedState {

    private final Sql sql;
    private final JsonColumn json;

    CarriedState(Sql sql, JsonColumn json) {
        this.sql = sql;
        this.json = json;
    }

    /** The same again changes nothing. */
    public void put(String kind, String subject, JsonNode payload) {
        sql.update("""
                insert into carried_state (kind, subject, payload) values (?, ?, ?::jsonb)
                on conflict (kind, subject) do update set payload = excluded.payload
                """, kind, subject, payload.toString());
    }

    /** In the order of their subjects. */
    public List<JsonNode> all(String kind) {
        return sql.list(
                "select payload::text from carried_state where kind = ? order by subject",
                row -> json.tree(row.getString(1)),
                kind);
    }
}
