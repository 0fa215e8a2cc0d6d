package jumin.enrollment.newborn;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 死亡新生儿 */
@Path("deceased-newborns")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "newborns", description = "新生儿")
public class DeceasedNewbornResource {

    private final CheckParent parents;
    private final RegisterDeceasedNewborn register;
    private final CurrentCaller caller;
    private final Once once;

    DeceasedNewbornResource(CheckParent parents, RegisterDeceasedNewborn register, CurrentCaller caller, Once once) {
        this.parents = parents;
        this.register = register;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Path("trial")
    @Operation(
            operationId = "tryDeceasedNewborn",
            summary = "死亡新生儿试算",
            description = "不存任何内容：父母参保核对、享受到哪一日、最后办理之日、能否退费，各附条文依据。")
    public DeceasedNewbornView trial(@NotNull @Valid DeceasedNewbornSubmission submission) {
        return register.trial(submission, cover(submission));
    }

    @POST
    @Operation(
            operationId = "registerDeceasedNewborn",
            summary = "死亡新生儿登记",
            description = "出生后抢救无效死亡的，由监护人补办出生当年的参保；待遇自出生至死亡当日。不符合的说明条件和依据。")
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content = @Content(schema = @Schema(implementation = DeceasedNewbornView.class)))
    public Response run(
            @RestHeader(Once.HEADER) String key, @NotNull @Valid DeceasedNewbornSubmission submission, UriInfo uri) {
        var parent = cover(submission);
        return once.answer("deceased-newborn", key, submission, () -> {
            var view = register.run(submission, parent);
            var path = uri.getAbsolutePath().getPath().replace("deceased-newborns", "persons");
            return Once.Answer.created(view, path + "/" + view.personId().orElseThrow());
        });
    }

    private ParentCover cover(DeceasedNewbornSubmission submission) {
        return caller.callAsService(() -> parents.run(submission));
    }
}
