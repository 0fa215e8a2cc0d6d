package jumin.claims.redo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.settlement.SettlementId;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 经办机构冲正 */
@Path("agency-reversals")
@RunOnVirtualThread
@Tag(name = "settlement")
public class AgencyReversalResource {

    private final ReverseForProvider reverse;
    private final Once once;
    private final CurrentCaller caller;

    AgencyReversalResource(ReverseForProvider reverse, Once once, CurrentCaller caller) {
        this.reverse = reverse;
        this.once = once;
        this.caller = caller;
    }

    /** Which settlement, and why. */
    @Schema(description = "提出经办机构冲正")
    public record AgencyReversalSubmission(
            @NotNull SettlementId settlementId,

            @NotBlank @Size(max = 200) @Schema(examples = "票据系伪造")
            String reason) {}

    /** What the other person says. */
    @Schema(name = "AgencyReversalOpinion", description = "批准或不同意的意见")
    public record Opinion(@NotBlank @Size(max = 200) String opinion) {}

    @POST
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(
            operationId = "askAgencyReversal",
            summary = "提出经办机构冲正",
            description = "零星报销、协议已终止的机构的结算；协议有效的机构由机构自己冲正。另一人批准后冲正，以此为基础的后续结算重算，尚未支付的抵销，已支付的追回。")
    @APIResponse(
            responseCode = "201",
            description = "待批准",
            content = @Content(schema = @Schema(implementation = AgencyReversalView.class)))
    public Response ask(@RestHeader(Once.HEADER) String key, @NotNull @Valid AgencyReversalSubmission wanted) {
        return once.answer("agency-reversal", key, wanted, () -> {
            var view = reverse.ask(wanted.settlementId(), wanted.reason());
            return Once.Answer.created(view, "/api/claims/v1/agency-reversals/" + view.id());
        });
    }

    @GET
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "listAgencyReversals", summary = "本辖区的经办机构冲正")
    public List<AgencyReversalView> list(
            @RestQuery @DefaultValue("ASKED") AgencyReversalView.State state,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return reverse.page(state, Optional.ofNullable(after), limit);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "readAgencyReversal", summary = "查看经办机构冲正")
    public AgencyReversalView read(UUID id) {
        return reverse.read(id);
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "approveAgencyReversal", summary = "批准并冲正（另一人）")
    public AgencyReversalView approve(UUID id, @NotNull @Valid Opinion opinion) {
        reverse.read(id);
        return caller.callAsService(() -> reverse.approve(id, opinion.opinion()));
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "rejectAgencyReversal", summary = "不同意冲正（另一人）")
    public AgencyReversalView reject(UUID id, @NotNull @Valid Opinion opinion) {
        return reverse.reject(id, opinion.opinion());
    }
}
