package jumin.claims.manual;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 零星报销不予报销：决定、通知书、重新办理 */
@Path("manual-claims/{id}")
@RunOnVirtualThread
@Tag(name = "manual")
public class RefusedClaimResource {

    private static final String PDF = "application/pdf";

    private final RefuseClaim refuse;
    private final MakeRefusalNotice notices;
    private final ReviewClaim review;
    private final Once once;
    private final CurrentCaller caller;

    RefusedClaimResource(
            RefuseClaim refuse, MakeRefusalNotice notices, ReviewClaim review, Once once, CurrentCaller caller) {
        this.refuse = refuse;
        this.notices = notices;
        this.review = review;
        this.once = once;
        this.caller = caller;
    }

    /** Why, and what is said of it. */
    @Schema(name = "ManualClaimRefusal", description = "不予报销的理由和说明")
    public record Refused(
            @NotNull @Schema(description = "LATE 超过申请期限；INCOMPLETE 退回补正后材料仍不全")
            Refusal.Ground ground,

            @NotBlank @Size(max = 500) String text) {}

    @POST
    @Path("refusal")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(
            operationId = "refuseManualClaim",
            summary = "不予报销：逾期未获批准，或退回补正后材料仍不全",
            description = "须由没有经办过此件的人决定；理由由条文核对，不成立的不能决定（422）。得到通知书；另一人可以重新办理。")
    @APIResponse(
            responseCode = "200",
            description = "已决定不予报销",
            content = @Content(schema = @Schema(implementation = ManualClaimView.class)))
    public Response refuse(UUID id, @RestHeader(Once.HEADER) String key, @NotNull @Valid Refused refused) {
        return seeingAll(
                id,
                () -> once.answer(
                        "manual-refusal:" + id,
                        key,
                        refused,
                        () -> Once.Answer.ok(refuse.refuse(id, refused.ground(), refused.text()))));
    }

    @POST
    @Path("reopening")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(
            operationId = "reopenRefusedManualClaim",
            summary = "重新办理不予报销的申请（写明理由）",
            description = "须由决定不予报销以外的人办理；逾期的回到待初审，仍须批准逾期受理；材料不全的回到已退回，等待补正。")
    @APIResponse(
            responseCode = "200",
            description = "已重新办理",
            content = @Content(schema = @Schema(implementation = ManualClaimView.class)))
    public Response reopen(
            UUID id, @RestHeader(Once.HEADER) String key, @NotNull @Valid ManualClaimResource.Opinion opinion) {
        return seeingAll(
                id,
                () -> once.answer(
                        "manual-reopening:" + id,
                        key,
                        opinion,
                        () -> Once.Answer.ok(refuse.reopen(id, opinion.text()))));
    }

    @GET
    @Path("refusal-notice")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readManualRefusalNotice",
            summary = "不予报销通知书：事实、依据和救济途径",
            description = "Accept: application/pdf 得到可打印的同一内容。没有不予报销决定的申请没有通知书（409）。")
    @APIResponse(
            responseCode = "200",
            description = "通知书",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RefusalNoticeView.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public RefusalNoticeView notice(UUID id) {
        return notices.view(id);
    }

    @GET
    @Path("refusal-notice")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Produces(PDF + ";qs=0.5")
    @Operation(hidden = true)
    public Response print(UUID id) {
        var notice = notices.view(id);
        return Response.ok(notices.pdf(notice), PDF)
                .header("Content-Disposition", "inline; filename=\"" + notice.number() + "-notice.pdf\"")
                .build();
    }

    /** Whether the same stay is claimed elsewhere shows only to the service: the right to the claim first. */
    private Response seeingAll(UUID id, Supplier<Response> work) {
        review.refuseOutsideScope(id);
        return caller.callAsService(work::get);
    }
}
