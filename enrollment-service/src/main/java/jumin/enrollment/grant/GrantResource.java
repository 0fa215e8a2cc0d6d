package jumin.enrollment.grant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 资助标准 */
@Path("subsidy-grants")
@RunOnVirtualThread
@Tag(name = "subsidy-grants", description = "资助标准的公布")
public class GrantResource {

    private final PublishGrant publish;
    private final EndGrant end;
    private final Once once;

    GrantResource(PublishGrant publish, EndGrant end, Once once) {
        this.publish = publish;
        this.end = end;
        this.once = once;
    }

    /** What the second person says. */
    public record ApprovalSubmission(@NotNull Boolean approved) {}

    /** By which document a grant ends. */
    @Schema(name = "GrantEndingSubmission", description = "终止资助标准")
    public record EndingSubmission(
            @NotBlank @Size(max = 100) @Schema(description = "所依的文件", examples = "市医保〔2026〕3号")
            String document) {}

    @POST
    @RolesAllowed({Roles.POLICY, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "proposeSubsidyGrant",
            summary = "拟定资助标准",
            description = "条文交由市、县规定的资助金额；县的标准先于市的适用。由第二人复核后公布。")
    @APIResponse(
            responseCode = "201",
            description = "已拟定",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response propose(
            @RestHeader(Once.HEADER) String key, @NotNull @Valid GrantSubmission submission, UriInfo uri) {
        return once.answer("subsidy-grant", key, submission, () -> {
            var grant = publish.propose(submission);
            return Once.Answer.created(grant, uri.getAbsolutePath().getPath() + "/" + grant.grantId());
        });
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed({Roles.POLICY, Roles.COUNTY_APPROVER})
    @Operation(operationId = "decideSubsidyGrant", summary = "复核资助标准", description = "通过即公布，该年度资助随之重新核定。")
    @APIResponse(
            responseCode = "200",
            description = "已复核",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response decide(
            UUID id, @RestHeader(Once.HEADER) String key, @NotNull @Valid ApprovalSubmission submission) {
        return once.answer(
                "decide-subsidy-grant " + id,
                key,
                submission,
                () -> Once.Answer.ok(publish.decide(id, submission.approved())));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({Roles.POLICY, Roles.COUNTY_REVIEWER})
    @Operation(operationId = "withdrawSubsidyGrant", summary = "撤回拟定的资助标准", description = "由拟定人在复核前撤回。")
    @APIResponse(
            responseCode = "200",
            description = "已撤回",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response withdraw(UUID id, @RestHeader(Once.HEADER) String key) {
        return once.answer(
                "withdraw-subsidy-grant " + id,
                key,
                Map.of("id", id.toString()),
                () -> Once.Answer.ok(end.withdraw(id)));
    }

    @POST
    @Path("{id}/ending")
    @RolesAllowed({Roles.POLICY, Roles.COUNTY_REVIEWER})
    @Operation(operationId = "proposeSubsidyGrantEnding", summary = "提出终止资助标准", description = "在用的资助标准；由第二人复核后终止。")
    @APIResponse(
            responseCode = "200",
            description = "已提出",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response proposeEnd(
            UUID id, @RestHeader(Once.HEADER) String key, @NotNull @Valid EndingSubmission submission) {
        return once.answer(
                "end-subsidy-grant " + id,
                key,
                submission,
                () -> Once.Answer.ok(end.proposeEnd(id, submission.document())));
    }

    @POST
    @Path("{id}/ending-approval")
    @RolesAllowed({Roles.POLICY, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "decideSubsidyGrantEnding",
            summary = "复核终止资助标准",
            description = "由提出人以外的第二人复核；同意即终止，该年度资助随之重新核定。")
    @APIResponse(
            responseCode = "200",
            description = "已复核",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response decideEnd(
            UUID id, @RestHeader(Once.HEADER) String key, @NotNull @Valid ApprovalSubmission submission) {
        return once.answer(
                "decide-subsidy-grant-ending " + id,
                key,
                submission,
                () -> Once.Answer.ok(end.decideEnd(id, submission.approved())));
    }

    @GET
    @RolesAllowed({
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.POLICY,
        Roles.AUDITOR
    })
    @Operation(operationId = "listSubsidyGrants", summary = "查看资助标准")
    public GrantView.GrantsFound list(@RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return new GrantView.GrantsFound(publish.ofYear(benefitYear));
    }
}
