package jumin.enrollment.move;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonView;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 迁移、迁出 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "moves", description = "迁移、分户、并户、变更户主")
public class MoveResource {

    private final ChangeHouseholds change;
    private final Once once;

    MoveResource(ChangeHouseholds change, Once once) {
        this.change = change;
        this.once = once;
    }

    @POST
    @Path("persons/{id}/moves")
    @Operation(
            operationId = "movePerson",
            summary = "迁入另一户",
            description = "辖区内迁移；户编号不存在时立户。人员及其参保登记、身份认定等随之迁到新村。迁往辖区外的，用 /transfers 申请。")
    @APIResponse(
            responseCode = "200",
            description = "已迁移",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response move(PersonId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid MoveSubmission submission) {
        return once.answer("move-person " + id, key, submission, () -> Once.Answer.ok(change.move(id, submission)));
    }

    @POST
    @Path("persons/{id}/departures")
    @Operation(operationId = "departPerson", summary = "迁出本户", description = "离开本户而不迁入辖区内其他户；参保关系另行终止。")
    @APIResponse(
            responseCode = "200",
            description = "已迁出",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response depart(
            PersonId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid DepartureSubmission submission) {
        return once.answer("depart-person " + id, key, submission, () -> Once.Answer.ok(change.depart(id, submission)));
    }
}
