package jumin.claims.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 未决报文: a caller without an answer does not know whether its message took effect.
 * Either it did, or from now on it never will: its key is taken, so a late arrival is refused.
 */
@ApplicationScoped
public class ResolveMessage {

    private static final String OPERATION = "message-voided";

    private final QuerySettlement query;
    private final Once once;
    private final CurrentCaller caller;

    ResolveMessage(QuerySettlement query, Once once, CurrentCaller caller) {
        this.query = query;
        this.once = once;
        this.caller = caller;
    }

    /** Why the caller gives up waiting. */
    @Schema(description = "了结的原因")
    public record Resolution(
            @NotBlank @Size(max = 200) @Schema(examples = "超时未收到答复")
            String reason) {}

    /** What became of a message, for good. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "报文的最终结果：EFFECTIVE 已生效（见 settlement）、VOID 未生效且不会再生效")
    public record MessageState(String messageId, State state, SettlementView settlement) {}

    /** 已生效、作废 */
    @Schema(name = "MessageEffect")
    public enum State {
        EFFECTIVE,
        VOID
    }

    /** Waits for a message in flight as long as a lock is waited for; then it is still undecided, and the caller asks again. */
    MessageState run(String messageId) {
        return query.findByMessage(messageId)
                .map(known -> new MessageState(messageId, State.EFFECTIVE, known))
                .orElseGet(() -> voided(messageId));
    }

    private MessageState voided(String messageId) {
        try {
            caller.callAsService(() -> once.answer(
                    OPERATION,
                    messageId,
                    messageId,
                    () -> Once.Answer.ok(new MessageState(messageId, State.VOID, null))));
            return new MessageState(messageId, State.VOID, null);
        } catch (ProblemException taken) {
            if (taken.code() != PlatformProblem.IDEMPOTENCY_KEY_REUSED) {
                throw taken;
            }
            return query.findByMessage(messageId)
                    .map(known -> new MessageState(messageId, State.EFFECTIVE, known))
                    .orElseThrow(() -> taken);
        }
    }
}
