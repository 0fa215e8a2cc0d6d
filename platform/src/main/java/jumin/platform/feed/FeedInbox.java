package jumin.platform.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import jumin.platform.fault.Failpoints;
import jumin.platform.sql.Sql;
import org.jboss.logging.Logger;

/**
 * Takes pages of a feed in: effect and cursor in one transaction, so at least once on the wire is exactly once in effect.
 * A change that cannot be applied is parked with all later ones of its subject; it does not block the others.
 * A database that is busy or away parks nobody: the same page is tried again.
 */
@ApplicationScoped
public class FeedInbox {

    private static final Logger LOG = Logger.getLogger(FeedInbox.class);

    private final Sql sql;
    private final FeedPositions positions;
    private final ParkedChanges parked;
    private final Failpoints failpoints;

    FeedInbox(Sql sql, FeedPositions positions, ParkedChanges parked, Failpoints failpoints) {
        this.sql = sql;
        this.positions = positions;
        this.parked = parked;
        this.failpoints = failpoints;
    }

    /** The place up to which a source was read. */
    public String cursor(String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.update("insert into feed_cursor (source, cursor) values (?, '0') on conflict do nothing", source);
            return sql.first("select cursor from feed_cursor where source = ?", row -> row.getString(1), source)
                    .orElseThrow();
        });
    }

    /**
     * Applies a page that was read after {@code from}; does nothing when another instance was faster.
     * When the database is busy or away it throws, with the cursor before the first change that was not applied.
     */
    public void take(FeedSubscription subscription, String from, ChangePage page) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (moveCursor(subscription.source(), from, page.next())) {
                    apply(subscription, page);
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
                        apply(subscription, alone(change, page));
                    }
                });
            } catch (RuntimeException failure) {
                if (PassingFault.is(failure)) {
                    throw failure;
                }
                park(subscription.source(), previous, change, failure);
            }
            at = change.cursor();
        }
    }

    private void park(String source, String from, Change change, RuntimeException failure) {
        LOG.errorf(failure, "feed %s: %s of subject %s parked", source, change.kind(), change.subject());
        QuarkusTransaction.requiringNew().run(() -> {
            if (moveCursor(source, from, change.cursor())) {
                parked.add(source, change, failure.getClass().getSimpleName());
            }
        });
    }

    private void apply(FeedSubscription subscription, ChangePage page) {
        var taken = new ArrayList<Change>();
        var news = positions.news(subscription, page);
        subscription.prepare(news);
        for (var change : news) {
            if (parked.waits(subscription.source(), change.subject())) {
                parked.add(subscription.source(), change, "BEHIND_PARKED");
            } else {
                subscription.apply(change);
                taken.add(change);
            }
        }
        positions.remember(subscription.source(), taken);
    }

    private static ChangePage alone(Change change, ChangePage page) {
        return new ChangePage(List.of(change), change.cursor(), false, page.survived());
    }

    private boolean moveCursor(String source, String from, String to) {
        return sql.update("update feed_cursor set cursor = ? where source = ? and cursor = ?", to, source, from) == 1;
    }

    /** After a restore of the source: everything is read again; what is known already is passed over. */
    void restart(String source) {
        QuarkusTransaction.requiringNew().run(() -> {
            parked.forget(source);
            sql.update("update feed_cursor set cursor = '0' where source = ?", source);
        });
    }
}
