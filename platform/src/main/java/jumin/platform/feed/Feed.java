package jumin.platform.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jumin.platform.sql.Columns;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/**
 * 变更流: what changed in this service, written in the transaction of the change, read in commit order.
 * Only rows of transactions below the server's oldest running one are served: what is served once is never preceded later.
 */
@ApplicationScoped
public class Feed {

    /** In the order given: the numbers of the rows are given out as the rows come. */
    private static final String PUBLISH = """
            insert into change_feed (kind, subject, recorded_at, payload)
            select ?, subject, ?, payload from unnest(?::text[], ?::jsonb[]) with ordinality as change (subject, payload, nth)
            order by nth
            """;

    /** Ordered by the transaction itself: its bare name would be the text that is read, in which 10 comes before 9. */
    private static final String READ = """
            select tx::text, id, kind, subject, recorded_at, payload::text from change_feed_told f
            where tx < pg_snapshot_xmin(pg_current_snapshot()) and (tx, id) > (?::xid8, ?)
            order by f.tx, f.id limit ?
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final Clock clock;

    Feed(Sql sql, JsonColumn json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Publishes the new state of a subject. Call inside the transaction that changes it.
     *
     * @param payload becomes JSON; personal data in it is sealed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(String kind, String subject, Object payload) {
        publishAll(kind, List.of(new Publication(subject, payload)));
    }

    /** What a subject says now. */
    public record Publication(String subject, Object payload) {}

    /** Many subjects of one kind in one round trip, in the order given. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishAll(String kind, List<Publication> publications) {
        if (publications.isEmpty()) {
            return;
        }
        var rows = Columns.of(publications)
                .with("text", Publication::subject)
                .with("jsonb", one -> json.write(one.payload()))
                .values();
        sql.update(PUBLISH, kind, OffsetDateTime.now(clock), rows[0], rows[1]);
    }

    /** The changes after a cursor, at most {@code limit}; {@code "0"} reads from the beginning. */
    public ChangePage read(String after, int limit) {
        var epoch = sql.first("select epoch from feed_epoch", row -> row.getString(1))
                .orElseThrow();
        var from = Cursor.parse(after, epoch);
        var changes = sql.list(READ, row -> change(epoch, row), from.transaction(), from.id(), limit);
        var next = changes.isEmpty() ? from.text() : changes.getLast().cursor();
        return new ChangePage(changes, next, changes.size() < limit, survived());
    }

    /** Empty unless this database was ever restored. */
    private Map<String, String> survived() {
        return sql
                .list(
                        "select epoch, survived_tx::text || ':' || survived_id from feed_epoch_past",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Change change(String epoch, ResultSet row) throws SQLException {
        return new Change(
                new Cursor(epoch, row.getString(1), row.getLong(2)).text(),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                json.tree(row.getString(6)));
    }
}
