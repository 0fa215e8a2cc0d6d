package jumin.enrollment.change;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jumin.enrollment.enrollment.ChangeId;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.registration.EnrollmentSubmission;
import jumin.enrollment.registration.PersonSubmission;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 参保变更 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "endings", description = "参保关系的暂停、恢复、终止与变更")
public class TypeChangeResource {

    private final TryRegistration registrations;
    private final TryEnrollment tries;
    private final ChangeType change;
    private final UndoChange undo;
    private final Once once;

    TypeChangeResource(
            TryRegistration registrations, TryEnrollment tries, ChangeType change, UndoChange undo, Once once) {
        this.registrations = registrations;
        this.tries = tries;
        this.change = change;
        this.undo = undo;
        this.once = once;
    }

    /** Why a change is taken back. */
    @Schema(description = "撤销变更的原因")
    public record ChangeUndoSubmission(
            @NotBlank @Size(max = 200) @Schema(examples = "选错了类型")
            String reason) {}

    @POST
    @Path("persons/{id}/enrollments/trial")
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK})
    @Operation(
            operationId = "tryEnrollment",
            summary = "续保试算",
            description = "不改变任何内容：今日登记并足额缴费的，何日起享受、资助和个人应缴，各附条文依据，供确认前查看。")
    public TypeChangeView.SideView tryEnrollment(PersonId id, @NotNull @Valid EnrollmentSubmission submission) {
        return tries.run(id, submission);
    }

    @POST
    @Path("persons/trial")
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK})
    @Operation(
            operationId = "tryRegistration",
            summary = "柜台参保登记试算",
            description = "不保存任何内容：今日登记并足额缴费的，何日起享受、资助和个人应缴，各附条文依据，是否新立一户；不能登记的，错误与登记时相同。")
    public RegistrationTrialView tryRegistration(@NotNull @Valid PersonSubmission submission) {
        return registrations.run(submission);
    }

    @POST
    @Path("enrollments/{id}/type-changes/trial")
    @Operation(
            operationId = "tryTypeChange",
            summary = "变更参保类型试算",
            description = "不改变任何内容：变更前后的待遇享受期、资助和个人应缴，各附条文依据，供确认前查看。")
    public TypeChangeView trial(EnrollmentId id, @NotNull @Valid TypeChangeSubmission submission) {
        return change.trial(id, submission);
    }

    @POST
    @Path("enrollments/{id}/type-changes")
    @Operation(
            operationId = "changeType",
            summary = "变更参保类型",
            description = "整个年度按新的类型；资助重新核定，应缴和待遇随之变化。按新的类型不能参保的不办理，附依据。")
    @APIResponse(
            responseCode = "200",
            description = "已变更",
            content = @Content(schema = @Schema(implementation = TypeChangeView.class)))
    public Response run(
            EnrollmentId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid TypeChangeSubmission submission) {
        return once.answer("change-type " + id, key, submission, () -> Once.Answer.ok(change.run(id, submission)));
    }

    @GET
    @Path("enrollments/{id}/changes")
    @RolesAllowed({
        Roles.VILLAGE_HELPER,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.AUDITOR
    })
    @Operation(operationId = "listEnrollmentChanges", summary = "可撤销的参保变更", description = "类型变更、暂停、恢复、撤销登记，各有变更前后的内容。")
    public ChangeView.Found changes(EnrollmentId id) {
        return new ChangeView.Found(undo.of(id));
    }

    @POST
    @Path("enrollment-changes/{id}/undo")
    @Operation(
            operationId = "undoEnrollmentChange",
            summary = "撤销参保变更",
            description = "从最后一次变更起逐次撤销；参保登记已终止的须先撤销终止；误撤销的参保登记按原登记日恢复。")
    @APIResponse(
            responseCode = "200",
            description = "已撤销",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response undo(
            ChangeId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid ChangeUndoSubmission submission) {
        return once.answer(
                "undo-change " + id, key, submission, () -> Once.Answer.ok(undo.run(id, submission.reason())));
    }
}
