package jumin.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A feed serves what lies below the server's oldest running transaction. A whole build shares one server, so a transaction of another
 * module holds back what this one has committed; the feed's readers come again, and a test waits here.
 */
public final class FeedHorizon {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private FeedHorizon() {}

    /** Returns when everything committed before the call can be read. */
    public static void reached() {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue(PostgresResource.ADMIN_URL, String.class),
                        "postgres",
                        config.getValue(PostgresResource.ADMIN_PASSWORD, String.class));
                var statement = connection.createStatement()) {
            var now = answer(statement, "select pg_current_xact_id()");
            var end = Instant.now().plus(PATIENCE);
            while (answer(statement, "select pg_snapshot_xmin(pg_current_snapshot())") <= now) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("a transaction has run for " + PATIENCE);
                }
                Thread.sleep(10);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static long answer(Statement statement, String question) throws SQLException {
        try (var row = statement.executeQuery(question)) {
            row.next();
            return Long.parseUnsignedLong(row.getString(1));
        }
    }
}
