package jumin.platform.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import jumin.platform.fault.Failpoints;
import org.jboss.logging.Logger;

/**
 * Takes pages of a feed in: effect and cursor in one transaction, so at least once on the wire is exactly once in effect.
 * A change that cannot be applied is parked with all later ones of its subject; it does not block the others.
 */
@ApplicationScoped
public class FeedInbox {

    private static final Logger LOG = Logger.getLogger(FeedInbox.class);

    private final DataSource database;
    private final Clock clock;
    private final Failpoints failpoints;

    FeedInbox(DataSource database, Clock clock, Failpoints failpoints) {
        this.database = database;
        this.clock = clock;
        this.failpoints = failpoints;
    }

    String cursor(String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                try (var insert = connection.prepareStatement(
                        "insert into feed_cursor (source, cursor) values (?, '0') on conflict do nothing")) {
                    insert.setString(1, source);
                    insert.executeUpdate();
                }
                try (var query =
                        connection.prepareStatement("select cursor from feed_cursor where source = ? for update")) {
                    query.setString(1, source);
                    try (var row = query.executeQuery()) {
                        row.next();
                        return row.getString(1);
                    }
                }
            }
        });
    }

    /** Applies a page that was read after {@code from}; does nothing when another instance was faster. */
    void take(FeedSubscription subscription, String from, ChangePage page) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (moveCursor(subscription.source(), from, page.next())) {
                    page.changes().forEach(change -> applyUnlessParked(subscription, change));
                    failpoints.reach("feed-before-commit");
                }
            });
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "feed %s: a page failed, taking it one by one", subscription.source());
            takeOneByOne(subscription, from, page);
        }
        failpoints.reach("feed-after-commit");
    }

    private void takeOneByOne(FeedSubscription subscription, String from, ChangePage page) {
        var at = from;
        for (var change : page.changes()) {
            var previous = at;
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (moveCursor(subscription.source(), previous, change.cursor())) {
                        applyUnlessParked(subscription, change);
                    }
                });
            } catch (RuntimeException failure) {
                park(subscription.source(), previous, change, failure);
            }
            at = change.cursor();
        }
    }

    private void park(String source, String from, Change change, RuntimeException failure) {
        LOG.errorf(failure, "feed %s: %s of subject %s parked", source, change.kind(), change.subject());
        QuarkusTransaction.requiringNew().run(() -> {
            if (moveCursor(source, from, change.cursor())) {
                insertParked(source, change, failure.getClass().getSimpleName());
            }
        });
    }

    private void applyUnlessParked(FeedSubscription subscription, Change change) {
        if (isParked(subscription.source(), change.subject())) {
            insertParked(subscription.source(), change, "BEHIND_PARKED");
        } else {
            subscription.apply(change);
        }
    }

    private boolean moveCursor(String source, String from, String to) {
        return update("update feed_cursor set cursor = ? where source = ? and cursor = ?", to, source, from) == 1;
    }

    private void insertParked(String source, Change change, String reason) {
        var sql =
                "insert into feed_parked (source, cursor, kind, subject, payload, reason, parked_at) values (?, ?, ?, ?, ?::jsonb, ?, ?)";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            var values = List.of(
                    source,
                    change.cursor(),
                    change.kind(),
                    change.subject(),
                    change.payload().toString(),
                    reason);
            for (var i = 0; i < values.size(); i++) {
                insert.setString(i + 1, values.get(i));
            }
            insert.setObject(values.size() + 1, OffsetDateTime.now(clock));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean isParked(String source, String subject) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select 1 from feed_parked where source = ? and subject = ? limit 1")) {
            query.setString(1, source);
            query.setString(2, subject);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** After a restore of the source: read everything again; applying is an upsert. */
    void restart(String source) {
        QuarkusTransaction.requiringNew()
                .run(() -> update("update feed_cursor set cursor = '0' where source = ?", source));
    }

    private int update(String sql, String... values) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
