package jumin.claims.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.sql.Sql;

/** Reads what is known of messages; row-level security decides of which. */
@ApplicationScoped
class Messages {

    /** What a message has settled says more than its intake, and stands for its state at once. */
    private static final String KNOWN = """
            select message_id, provider, kind, state, taken_at, settlement_id, decided_at, decided_by, reason from (
                select o.message_id, o.provider, o.kind, case when s.id is not null then 'SETTLED'
                           when o.since < clock_timestamp() - make_interval(secs => ?::double precision) then 'UNKNOWN'
                           else 'IN_PROGRESS' end as state,
                       o.taken_at, s.id as settlement_id, null::timestamptz as decided_at, null as decided_by, null as reason
                from (select provider, message_id, kind, min(taken_at) as taken_at, min(since) as since
                      from message_intake group by provider, message_id, kind) o
                left join settlement s on s.provider = o.provider and s.message_id = o.message_id
                where not exists (select 1 from message_outcome d where d.provider = o.provider and d.message_id = o.message_id)
                union all
                select message_id, provider, kind, state, taken_at, settlement_id, decided_at, decided_by, reason
                from message_outcome) known
            """;

    private static final String ANSWERED = """
            select message_id, provider, kind, 'SETTLED', recorded_at, id, null::timestamptz, null, null
            from settlement where message_id = ? order by recorded_at limit 1
            """;

    private final Sql database;
    private final Patience patience;

    Messages(Sql database, Patience patience) {
        this.database = database;
        this.patience = patience;
    }

    /** Which messages are asked for; an empty provider means all. */
    record Query(MessageState state, String provider, int limit) {}

    /** The oldest first. */
    List<MessageView> list(Query query) {
        return database.list(
                KNOWN + "where state = ? and (? = '' or provider = ?) order by taken_at, message_id limit ?",
                this::view,
                patience.unknownSeconds(),
                query.state(),
                query.provider(),
                query.provider(),
                query.limit());
    }

    Optional<MessageView> find(String messageId) {
        return database.first(
                        KNOWN + "where message_id = ? order by taken_at limit 1",
                        this::view,
                        patience.unknownSeconds(),
                        messageId)
                .or(() -> database.first(ANSWERED, this::view, messageId));
    }

    /** Open longer than they may be, each once. */
    List<Received> overdue(int limit) {
        return database.list(
                """
                select provider, client, message_id, kind from message_intake
                where since < clock_timestamp() - make_interval(secs => ?::double precision)
                group by provider, client, message_id, kind order by min(since) limit ?
                """,
                row -> new Received(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        MessageKind.valueOf(row.getString(4)),
                        Optional.empty()),
                patience.decidedSeconds(),
                limit);
    }

    private MessageView view(ResultSet row) throws SQLException {
        var state = MessageState.valueOf(row.getString(4));
        var taken = row.getObject(5, OffsetDateTime.class);
        var open = state == MessageState.IN_PROGRESS || state == MessageState.UNKNOWN;
        var by = row.getString(8);
        return new MessageView(
                row.getString(1),
                row.getString(2),
                MessageKind.valueOf(row.getString(3)),
                state,
                taken,
                open ? patience.decided(taken) : null,
                row.getObject(6, UUID.class),
                row.getObject(7, OffsetDateTime.class),
                by == null ? null : MessageView.DecidedBy.valueOf(by),
                row.getString(9),
                MessageView.next(state));
    }
}
