package jumin.claims.redo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import jumin.claims.message.Intakes;
import jumin.claims.message.MessageKind;
import jumin.claims.message.Received;
import jumin.claims.provider.ProviderCode;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementView;
import jumin.platform.fault.Failpoints;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 冲正 */
@Path("settlements/{id}/reversal")
@RunOnVirtualThread
@Tag(name = "settlement")
public class ReversalResource {

    private final ReverseSettlement reverse;
    private final Intakes intakes;
    private final Once once;
    private final CurrentCaller caller;
    private final Failpoints failpoints;

    ReversalResource(
            ReverseSettlement reverse, Intakes intakes, Once once, CurrentCaller caller, Failpoints failpoints) {
        this.reverse = reverse;
        this.intakes = intakes;
        this.once = once;
        this.caller = caller;
        this.failpoints = failpoints;
    }

    /** Why a settlement is reversed. */
    @Schema(description = "冲正请求")
    public record ReversalSubmission(
            @NotBlank @Size(max = 200) @Schema(description = "冲正原因", examples = "收费有误，需重新结算")
            String reason) {}

    @POST
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(
            operationId = "reverseSettlement",
            summary = "冲正整笔结算（2208、2305）",
            description = "各项金额为原结算的负数，得到新的编号；年度累计恢复原状。"
                    + "同年度以此为基础的后续结算在同一事务中逐笔重算（先冲正、后重新决定），差额见 redo 所指的重算单；后续机构的应收不变，差额由基金与本人结清。")
    @APIResponse(
            responseCode = "201",
            description = "冲正记录",
            content = @Content(schema = @Schema(implementation = SettlementView.class)))
    public Response reverse(
            SettlementId id,
            @Parameter(description = "冲正报文的编号 msgid") @RestHeader(Once.HEADER) String key,
            @NotNull @Valid ReversalSubmission reversal) {
        var request =
                new ReverseSettlement.Request(id, ProviderCode.of(caller.get()).value(), key, reversal.reason());
        return caller.callAsService(() -> intakes.during(received(request), () -> {
            var answer = once.answer("reversal", key, request, () -> answer(request));
            failpoints.reach("reversal-after-commit");
            return answer;
        }));
    }

    private Received received(ReverseSettlement.Request request) {
        var message = once.message("reversal", request.messageId(), request);
        return new Received(
                request.provider(),
                message.client(),
                message.key(),
                MessageKind.REVERSAL,
                Optional.of(request.settlement().value()));
    }

    private Once.Answer answer(ReverseSettlement.Request request) {
        var view = reverse.run(request);
        return Once.Answer.created(view, "/api/claims/v1/settlements/" + view.settlementId());
    }
}
