package jumin.platform.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import jumin.platform.fault.Failpoints;
import jumin.platform.sql.Sql;
import org.jboss.logging.Logger;

/**
 * Takes pages of a feed in: effect and cursor in one transaction, so at least once on the wire is exactly once in effect.
 * A change that cannot be applied is parked with all later ones of its subject; it does not block the others.
 */
@ApplicationScoped
public class FeedInbox {

    private static final Logger LOG = Logger.getLogger(FeedInbox.class);

    private final Sql sql;
    private final Clock clock;
    private final Failpoints failpoints;

    FeedInbox(Sql sql, Clock clock, Failpoints failpoints) {
        this.sql = sql;
        this.clock = clock;
        this.failpoints = failpoints;
    }

    String cursor(String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.update("insert into feed_cursor (source, cursor) values (?, '0') on conflict do nothing", source);
            return sql.first("select cursor from feed_cursor where source = ?", row -> row.getString(1), source)
                    .orElseThrow();
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
        return sql.update("update feed_cursor set cursor = ? where source = ? and cursor = ?", to, source, from) == 1;
    }

    private void insertParked(String source, Change change, String reason) {
        sql.update(
                """
                insert into feed_parked (source, cursor, kind, subject, payload, reason, parked_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                source,
                change.cursor(),
                change.kind(),
                change.subject(),
                change.payload().toString(),
                reason,
                OffsetDateTime.now(clock));
    }

    private boolean isParked(String source, String subject) {
        return sql.count("select count(*) from feed_parked where source = ? and subject = ?", source, subject) > 0;
    }

    /** After a restore of the source: read everything again; applying is an upsert. */
    void restart(String source) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("update feed_cursor set cursor = '0' where source = ?", source));
    }
}
