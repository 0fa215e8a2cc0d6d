package jumin.platform.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import javax.sql.DataSource;

/**
 * 变更流: what changed in this service, written in the transaction of the change, read in commit order.
 * Only rows of transactions below the server's oldest running one are served: what is served once is never preceded later.
 */
@ApplicationScoped
public class Feed {

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    Feed(DataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
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
        var sql = "insert into change_feed (kind, subject, recorded_at, payload) values (?, ?, ?, ?::jsonb)";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, kind);
            insert.setString(2, subject);
            insert.setObject(3, OffsetDateTime.now(clock));
            insert.setString(4, json.writeValueAsString(payload));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The changes after a cursor, at most {@code limit}; {@code "0"} reads from the beginning. */
    public ChangePage read(String after, int limit) {
        var sql = """
                select tx::text, id, kind, subject, recorded_at, payload::text from change_feed
                where tx < pg_snapshot_xmin(pg_current_snapshot()) and (tx, id) > (?::xid8, ?)
                order by tx, id limit ?
                """;
        try (var connection = database.getConnection()) {
            var cursor = Cursor.parse(after, epoch(connection));
            try (var query = connection.prepareStatement(sql)) {
                query.setString(1, cursor.transaction());
                query.setLong(2, cursor.id());
                query.setInt(3, limit);
                var changes = new ArrayList<Change>();
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        cursor = new Cursor(cursor.epoch(), row.getString(1), row.getLong(2));
                        changes.add(new Change(
                                cursor.text(),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class).toInstant(),
                                json.readTree(row.getString(6))));
                    }
                }
                return new ChangePage(changes, cursor.text(), changes.size() < limit);
            }
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String epoch(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select epoch from feed_epoch");
                var row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
