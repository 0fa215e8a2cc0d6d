package jumin.platform.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import org.jboss.logging.Logger;

/** 停放的变更: what could not be applied waits here, per subject and in order, until its cause is mended. */
@ApplicationScoped
public class ParkedChanges {

    private static final Logger LOG = Logger.getLogger(ParkedChanges.class);
    private static final String IN_ORDER =
            " order by split_part(cursor, ':', 2)::xid8, split_part(cursor, ':', 3)::bigint";

    private final Sql sql;
    private final JsonColumn json;
    private final Instance<FeedSubscription> subscriptions;
    private final FeedPositions positions;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ParkedChanges(
            Sql sql,
            JsonColumn json,
            Instance<FeedSubscription> subscriptions,
            FeedPositions positions,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.sql = sql;
        this.json = json;
        this.subscriptions = subscriptions;
        this.positions = positions;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A subject whose changes wait; {@code reason} is that of the first. */
    public record ParkedSubject(String source, String subject, String reason, long changes, OffsetDateTime since) {}

    long count(String source) {
        return sql.count("select count(*) from feed_parked where source = ?", source);
    }

    boolean waits(String source, String subject) {
        return sql.count("select count(*) from feed_parked where source = ? and subject = ?", source, subject) > 0;
    }

    /** The same change again is parked once. */
    void add(String source, Change change, String reason) {
        sql.update(
                """
                insert into feed_parked (source, cursor, kind, subject, payload, reason, parked_at, recorded_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict (source, cursor) do nothing
                """,
                source,
                change.cursor(),
                change.kind(),
                change.subject(),
                change.payload().toString(),
                reason,
                OffsetDateTime.now(clock),
                change.recordedAt().atOffset(java.time.ZoneOffset.UTC));
    }

    /** When everything of a source is read again, what waits comes again too. */
    void forget(String source) {
        sql.update("delete from feed_parked where source = ?", source);
    }

    /** The oldest first; without the states themselves. */
    public List<ParkedSubject> list() {
        return caller.callAsService(() -> QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        """
                        select source, subject, min(reason) filter (where reason <> 'BEHIND_PARKED'), count(*), min(parked_at)
                        from feed_parked group by source, subject order by 5, 1, 2 limit 1000
                        """,
                        row -> new ParkedSubject(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getObject(5, OffsetDateTime.class)))));
    }

    /**
     * Applies what waits of a subject, all or nothing; how many. Nothing waiting is nothing done.
     *
     * @throws ProblemException FEED_CHANGE_STILL_FAILS when one of them can still not be applied
     */
    public int release(String source, String subject) {
        var subscription = subscriptions.stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "本服务不读取这个来源。"));
        var place = caller.get().scope().division().from();
        try {
            return caller.callAsService(
                    () -> QuarkusTransaction.requiringNew().call(() -> release(subscription, subject, place)));
        } catch (RuntimeException failure) {
            if (PassingFault.is(failure)) {
                throw failure;
            }
            LOG.errorf(failure, "feed %s: subject %s cannot be released yet", source, subject);
            throw new ProblemException(PlatformProblem.FEED_CHANGE_STILL_FAILS, "停放的变更仍不能应用，没有改动任何内容；原因见本服务日志。");
        }
    }

    /** The cursor's lock keeps the pump from taking in later changes of the same subject meanwhile. */
    private int release(FeedSubscription subscription, String subject, String place) {
        var source = subscription.source();
        sql.list("select 1 from feed_cursor where source = ? for update", row -> 1, source);
        var waiting = sql.list(
                "select cursor, kind, subject, coalesce(recorded_at, parked_at), payload::text from feed_parked"
                        + " where source = ? and subject = ?" + IN_ORDER,
                this::change,
                source,
                subject);
        waiting.forEach(subscription::apply);
        positions.remember(source, waiting);
        sql.update("delete from feed_parked where source = ? and subject = ?", source, subject);
        if (!waiting.isEmpty()) {
            audit.changed("parked-changes", source + ":" + subject, place, "释放停放的变更");
        }
        return waiting.size();
    }

    private Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                json.tree(row.getString(5)));
    }
}
