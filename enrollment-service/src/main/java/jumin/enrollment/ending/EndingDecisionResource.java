package jumin.enrollment.ending;

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
import jumin.enrollment.enrollment.EnrollmentId;
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

/** 县级终止决定 */
@Path("")
@RunOnVirtualThread
@Tag(name = "endings", description = "参保关系的暂停、恢复、终止与变更")
public class EndingDecisionResource {

    private final DecideHeldEnding decide;
    private final Once once;

    EndingDecisionResource(DecideHeldEnding decide, Once once) {
        this.decide = decide;
        this.once = once;
    }

    /** What the second person says. */
    @Schema(name = "EndingDecisionRuling", description = "复核意见")
    public record Ruling(
            @NotNull Boolean approved,

            @NotBlank @Size(max = 200) @Schema(examples = "与判决书一致，同意")
            String reason) {}

    @POST
    @Path("enrollments/{id}/ending-decisions")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(
            operationId = "proposeEndingDecision",
            summary = "提出县级终止决定",
            description = "条文没有写明的终止情形，由县级提出最后享受待遇之日和所依文件，另一人复核后终止；条文已有规定的不能在此办理。")
    @APIResponse(
            responseCode = "201",
            description = "已提出，待复核",
            content = @Content(schema = @Schema(implementation = EndingDecisionView.class)))
    public Response propose(
            EnrollmentId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid EndingDecisionSubmission submission) {
        return once.answer(
                "propose-ending-decision " + id,
                key,
                submission,
                () -> Once.Answer.created(decide.propose(id, submission), ""));
    }

    @GET
    @Path("ending-decisions")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listEndingDecisions", summary = "列出辖区内的县级终止决定", description = "姓名和证件号码脱敏。")
    public Page<EndingDecisionView> list(
            @RestQuery @DefaultValue("PROPOSED") @Pattern(regexp = "PROPOSED|APPROVED|REFUSED") String state,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return decide.list(state, page, size);
    }

    @POST
    @Path("ending-decisions/{id}/approval")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "decideEndingDecision",
            summary = "复核县级终止决定",
            description = "由提出人以外的第二人复核；同意即终止，按终止编号可撤销；退回的可重新提出。")
    @APIResponse(
            responseCode = "200",
            description = "已复核",
            content = @Content(schema = @Schema(implementation = EndingDecisionView.class)))
    public Response decide(EndingDecisionId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid Ruling ruling) {
        return once.answer(
                "decide-ending-decision " + id,
                key,
                ruling,
                () -> Once.Answer.ok(decide.decide(id, ruling.approved(), ruling.reason())));
    }
}
