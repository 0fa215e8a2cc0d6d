package jumin.enrollment.elsewhere;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

/** 异地参保的资助 */
@Path("elsewhere-aids")
@RunOnVirtualThread
@Tag(name = "elsewhere-aids", description = "异地参保的资助")
public class ElsewhereAidResource {

    private final AidElsewhere aid;
    private final Once once;

    ElsewhereAidResource(AidElsewhere aid, Once once) {
        this.aid = aid;
        this.once = once;
    }

    /** What the second person says. */
    @Schema(name = "ElsewhereAidDecision", description = "复核异地参保的资助")
    public record Decision(
            @NotNull Boolean approved,

            @NotBlank @Size(max = 200) @Schema(examples = "票据与参保凭证相符")
            String reason) {}

    /** Why it is taken back. */
    @Schema(name = "ElsewhereAidWithdrawal", description = "撤回异地参保的资助")
    public record Withdrawal(
            @NotBlank @Size(max = 200) @Schema(examples = "异地已退费")
            String reason) {}

    @POST
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "claimElsewhereAid",
            summary = "受理异地参保的资助",
            description = "当地条文规定异地参保也按本市标准资助的，凭异地参保和缴费的证明受理；按身份认定核定，不超过本人实缴；由另一人复核。")
    @APIResponse(
            responseCode = "201",
            description = "已受理，待复核",
            content = @Content(schema = @Schema(implementation = ElsewhereAidView.class)))
    public Response claim(
            @RestHeader(Once.HEADER) String key, @NotNull @Valid ElsewhereAidSubmission submission, UriInfo uri) {
        return once.answer("elsewhere-aid", key, submission, () -> {
            var view = aid.claim(submission);
            return Once.Answer.created(view, uri.getAbsolutePath().getPath() + "/" + view.claimId());
        });
    }

    @GET
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "listElsewhereAids", summary = "列出异地参保的资助", description = "最早的在前。")
    public Page<ElsewhereAidView> list(
            @RestQuery @DefaultValue("CLAIMED") @Pattern(regexp = "CLAIMED|APPROVED|REJECTED|WITHDRAWN") String state,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return aid.page(state, page, size);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "readElsewhereAid", summary = "查看异地参保的资助")
    public ElsewhereAidView read(ElsewhereAidId id) {
        return aid.one(id);
    }

    @POST
    @Path("{id}/decision")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "decideElsewhereAid",
            summary = "复核异地参保的资助",
            description =
                    "由受理人以外的人复核；该年度已在本地参保的不能同意。同意后记入变动流，由 contribution-service 登记收款账户、复核拨付，并向负担的部门结算（elsewhere-aid-payouts）。")
    @APIResponse(
            responseCode = "200",
            description = "已复核",
            content = @Content(schema = @Schema(implementation = ElsewhereAidView.class)))
    public Response decide(ElsewhereAidId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid Decision decision) {
        return once.answer(
                "decide-elsewhere-aid " + id,
                key,
                decision,
                () -> Once.Answer.ok(aid.decide(id, decision.approved(), decision.reason())));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "withdrawElsewhereAid",
            summary = "撤回异地参保的资助",
            description =
                    "待复核的，或已同意的；已同意的由复核人以外的人撤回，并记入变动流：未拨付的不再付，已拨付的转为待追回（contribution-service 的 elsewhere-aid-payouts）。")
    @APIResponse(
            responseCode = "200",
            description = "已撤回",
            content = @Content(schema = @Schema(implementation = ElsewhereAidView.class)))
    public Response withdraw(
            ElsewhereAidId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid Withdrawal withdrawal) {
        return once.answer(
                "withdraw-elsewhere-aid " + id,
                key,
                withdrawal,
                () -> Once.Answer.ok(aid.withdraw(id, withdrawal.reason())));
    }
}
