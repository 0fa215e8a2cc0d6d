package jumin.enrollment.registration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.person.PersonId;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 参保登记: what changes. */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK})
@Tag(name = "enrollments", description = "参保登记")
public class RegistrationResource {

    private final RegisterAtCounter register;
    private final RenewEnrollment renew;
    private final CancelEnrollment cancel;
    private final Once once;

    RegistrationResource(RegisterAtCounter register, RenewEnrollment renew, CancelEnrollment cancel, Once once) {
        this.register = register;
        this.renew = renew;
        this.cancel = cancel;
        this.once = once;
    }

    @POST
    @Path("persons")
    @Operation(
            operationId = "registerPerson",
            summary = "柜台参保登记",
            description = "登记一人入户并办理某年度参保；户编号不存在时立户；证件号码已登记的，告知登记地。")
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content = @Content(schema = @Schema(implementation = RegisteredView.class)))
    public Response register(
            @RestHeader(Once.HEADER) String key, @NotNull @Valid PersonSubmission submission, UriInfo uri) {
        return once.answer("register-person", key, submission, () -> {
            var registered = register.run(submission);
            return Once.Answer.created(
                    registered,
                    uri.getAbsolutePath().getPath() + "/"
                            + registered.enrollment().personId());
        });
    }

    @POST
    @Path("persons/{id}/enrollments")
    @Operation(operationId = "renewEnrollment", summary = "已登记人员办理某年度参保登记")
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    public Response renew(
            PersonId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid EnrollmentSubmission submission) {
        return once.answer("renew-enrollment " + id, key, submission, () -> {
            var enrollment = renew.run(id, submission);
            return Once.Answer.created(enrollment, "");
        });
    }

    @POST
    @Path("enrollments/{id}/cancellation/trial")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(operationId = "tryCancellation", summary = "撤销参保登记试算", description = "不改变任何内容：能否撤销、效果，不能撤销的改办什么。")
    public CancellationTrialView tryCancellation(EnrollmentId id) {
        return cancel.trial(id);
    }

    @POST
    @Path("enrollments/{id}/cancellation")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "cancelEnrollment",
            summary = "撤销参保登记",
            description = "登记有误、没有缴费也没有开始享受待遇的，由乡镇或县撤销，须说明原因；村协管员不能撤销。已缴费的退费在征缴服务办理，已享受待遇的按终止办理。可在参保变更中撤回，按原登记日恢复。")
    @APIResponse(
            responseCode = "200",
            description = "已撤销",
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    public Response cancel(
            EnrollmentId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid CancellationSubmission submission) {
        return once.answer(
                "cancel-enrollment " + id, key, submission, () -> Once.Answer.ok(cancel.run(id, submission.reason())));
    }
}
