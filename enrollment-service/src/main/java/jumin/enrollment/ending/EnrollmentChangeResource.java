package jumin.enrollment.ending;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 暂停、恢复、变更记录 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "endings", description = "参保关系的暂停、恢复、终止与变更")
public class EnrollmentChangeResource {

    private final SuspendCover suspend;
    private final ReadEvents events;
    private final Once once;

    EnrollmentChangeResource(SuspendCover suspend, ReadEvents events, Once once) {
        this.suspend = suspend;
        this.events = events;
        this.once = once;
    }

    @POST
    @Path("enrollments/{id}/suspensions/trial")
    @Operation(
            operationId = "trySuspension",
            summary = "暂停或恢复试算",
            description = "不改变任何内容：按 action 试算暂停或恢复，附条文依据；与现状不符的说明现状。")
    public SuspensionView trial(EnrollmentId id, @NotNull @Valid SuspensionSubmission submission) {
        return suspend.trial(id, submission);
    }

    @POST
    @Path("enrollments/{id}/suspensions")
    @Operation(
            operationId = "suspendCover",
            summary = "暂停或恢复居民医保待遇",
            description = "短期务工参加职工医保的暂停（SUSPEND）；已暂停的，依申请恢复（RESUME）；与现状不符的不办理。本市不设暂停的不办理，附依据。")
    @APIResponse(
            responseCode = "200",
            description = "已办理",
            content = @Content(schema = @Schema(implementation = SuspensionView.class)))
    public Response suspend(
            EnrollmentId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid SuspensionSubmission submission) {
        return once.answer("suspend-cover " + id, key, submission, () -> Once.Answer.ok(suspend.run(id, submission)));
    }

    @GET
    @Path("enrollments/{id}/events")
    @RolesAllowed({
        Roles.VILLAGE_HELPER,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.SCHOOL,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listEnrollmentEvents",
            summary = "参保变更记录",
            description = "登记、变更、迁移、暂停、恢复、终止等，各有生效日期、依据和材料。")
    public EventView.Found events(EnrollmentId id) {
        return new EventView.Found(events.run(id));
    }
}
