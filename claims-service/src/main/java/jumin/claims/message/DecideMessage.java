package jumin.claims.message;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import jumin.platform.sql.Sql;

/**
 * 查明报文: either the message has taken effect, or from now on it never will: its key is taken, so a late arrival, or a
 * process that was only slow, is refused.
 */
@ApplicationScoped
public class DecideMessage {

    private static final String OPERATION = "message-voided";

    private final Sql database;
    private final Once once;
    private final CurrentCaller caller;
    private final Clock clock;

    DecideMessage(Sql database, Once once, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /** Who gives up waiting, and why. */
    public record Decision(MessageView.DecidedBy by, String reason) {}

    /** What is stored for the key of a message that will not take effect. */
    private record Voided(String messageId, MessageState state) {}

    /**
     * The settlement or the reversal that the message has made; none when it has made none and never will. Outside a transaction.
     *
     * @throws ProblemException REQUEST_IN_PROGRESS while the message is being written
     */
    public Optional<UUID> run(Received message, Decision decision) {
        var owner = new Caller(message.client(), message.client(), Set.of(Roles.SERVICE), Scope.ALL);
        return caller.callAs(owner, () -> {
            var settled = found(message).or(() -> voided(message));
            QuarkusTransaction.requiringNew().run(() -> note(message, decision, settled));
            return settled;
        });
    }

    private Optional<UUID> found(Received message) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.first(
                        "select id from settlement where provider = ? and message_id = ?",
                        row -> row.getObject(1, UUID.class),
                        message.provider(),
                        message.messageId()));
    }

    private Optional<UUID> voided(Received message) {
        var id = message.messageId();
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> once.answer(
                            OPERATION, id, id, () -> Once.Answer.ok(new Voided(id, MessageState.NOT_DONE))));
            return Optional.empty();
        } catch (ProblemException taken) {
            if (taken.code() != PlatformProblem.IDEMPOTENCY_KEY_REUSED) {
                throw taken;
            }
            return found(message);
        }
    }

    private void note(Received message, Decision decision, Optional<UUID> settled) {
        database.update(
                """
                insert into message_outcome (provider, message_id, division_path, kind, taken_at, state, settlement_id,
                                             decided_by, decided_at, reason)
                select ?, ?, coalesce(min(m.division_path), (select p.division_path from provider p where p.code = ?), '-'),
                       coalesce(min(m.kind), ?), min(m.taken_at), ?, ?::uuid, ?, ?, ?
                from message_intake m where m.provider = ? and m.message_id = ?
                on conflict (provider, message_id) do nothing
                """,
                message.provider(),
                message.messageId(),
                message.provider(),
                message.kind(),
                settled.isPresent() ? MessageState.SETTLED : MessageState.NOT_DONE,
                settled,
                decision.by(),
                OffsetDateTime.now(clock),
                decision.reason(),
                message.provider(),
                message.messageId());
        database.update(
                "delete from message_intake where provider = ? and message_id = ?",
                message.provider(),
                message.messageId());
    }
}
