package jumin.enrollment.subsidy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jumin.enrollment.page.Page;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 待重办的资助决定 */
@Path("subsidy-redos")
@RunOnVirtualThread
@Tag(name = "subsidies", description = "资助参保")
public class RedoResource {

    private final RedoSubsidy redo;
    private final Once once;

    RedoResource(RedoSubsidy redo, Once once) {
        this.redo = redo;
        this.once = once;
    }

    @GET
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(
            operationId = "listSubsidyRedos",
            summary = "待重办的资助决定",
            description = "规则有新版本或草案得到确认后，已过年度的决定按现行规则会不同的，列在这里，附差额和依据；不自动重办。")
    public Page<RedoView> list(
            @RestQuery @DefaultValue("OPEN") @Pattern(regexp = "OPEN|REDONE|KEPT|SETTLED") String state,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return redo.list(state, page, size);
    }

    @POST
    @Path("{id}/decision")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(operationId = "decideSubsidyRedo", summary = "重办或维持", description = "重办的按现行规则重新决定，原决定保留；应缴随之变化。")
    @APIResponse(
            responseCode = "200",
            description = "已处理",
            content = @Content(schema = @Schema(implementation = RedoView.class)))
    public Response run(RedoId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid RedoDecision decision) {
        return once.answer("redo-subsidy " + id, key, decision, () -> Once.Answer.ok(redo.run(id, decision)));
    }
}
