package jumin.claims.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import jumin.claims.message.DecideMessage;
import jumin.claims.message.MessageKind;
import jumin.claims.message.MessageView;
import jumin.claims.message.Received;
import jumin.claims.provider.ProviderCode;
import jumin.platform.scope.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 未决报文: a caller without an answer does not know whether its message took effect.
 * Either it did, or from now on it never will: its key is taken, so a late arrival is refused.
 */
@ApplicationScoped
public class ResolveMessage {

    private final QuerySettlement query;
    private final DecideMessage decide;
    private final CurrentCaller caller;

    ResolveMessage(QuerySettlement query, DecideMessage decide, CurrentCaller caller) {
        this.query = query;
        this.decide = decide;
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
    public record ResolvedMessage(String messageId, Effect state, SettlementView settlement) {}

    /** 已生效、作废 */
    @Schema(name = "MessageEffect")
    public enum Effect {
        EFFECTIVE,
        VOID
    }

    /** Waits for a message in flight as long as a lock is waited for; then it is still undecided, and the caller asks again. */
    ResolvedMessage run(String messageId, Resolution resolution) {
        var me = caller.get();
        var provider = ProviderCode.of(me).value();
        return query.findByMessage(messageId)
                .map(known -> effective(messageId, known))
                .orElseGet(() -> decided(
                        new Received(provider, me.id(), messageId, MessageKind.SETTLEMENT, Optional.empty()),
                        resolution));
    }

    private ResolvedMessage decided(Received message, Resolution resolution) {
        var decision = new DecideMessage.Decision(MessageView.DecidedBy.PROVIDER, resolution.reason());
        return decide.run(message, decision)
                .flatMap(settled -> query.findByMessage(message.messageId()))
                .map(known -> effective(message.messageId(), known))
                .orElseGet(() -> new ResolvedMessage(message.messageId(), Effect.VOID, null));
    }

    private static ResolvedMessage effective(String messageId, SettlementView known) {
        return new ResolvedMessage(messageId, Effect.EFFECTIVE, known);
    }
}
