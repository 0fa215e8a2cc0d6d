package jumin.enrollment.student;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jumin.enrollment.person.PersonId;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 学籍变动 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.SCHOOL, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "students", description = "在校学生")
public class SchoolChangeResource {

    private final ChangeSchool change;
    private final CurrentCaller caller;
    private final Once once;

    SchoolChangeResource(ChangeSchool change, CurrentCaller caller, Once once) {
        this.change = change;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Path("persons/{id}/school-changes/trial")
    @Operation(
            operationId = "trySchoolChange",
            summary = "学籍变动试算",
            description = "不改变任何内容：说明还要做什么、哪些年度的学籍确认退回待确认、待遇和退费，供确认前查看。")
    public SchoolChangeView trial(PersonId id, @NotNull @Valid SchoolChange submission) {
        var mine = caller.get().scope();
        return caller.callAsService(() -> change.trial(id, submission, mine));
    }

    @POST
    @Path("persons/{id}/school-changes")
    @Operation(
            operationId = "changeSchool",
            summary = "学籍变动",
            description = "入学、毕业、肄业、参军保留学籍。学校只办本校学生的离校，离校后学校不再看到；入学由乡镇或县办理。")
    @APIResponse(
            responseCode = "200",
            description = "已变动",
            content = @Content(schema = @Schema(implementation = SchoolChangeView.class)))
    public Response run(PersonId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid SchoolChange submission) {
        var mine = caller.get().scope();
        return caller.callAsService(() -> once.answer(
                "change-school " + id, key, submission, () -> Once.Answer.ok(change.run(id, submission, mine))));
    }
}
