package jumin.enrollment.ending;

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
import java.util.List;
import jumin.enrollment.person.PersonId;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 终止 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "endings", description = "参保关系的暂停、恢复、终止与变更")
public class EndingResource {

    private final EndCover end;
    private final UndoEnding undo;
    private final Once once;

    EndingResource(EndCover end, UndoEnding undo, Once once) {
        this.end = end;
        this.undo = undo;
        this.once = once;
    }

    /** The endings of one person. */
    public record EndingsFound(List<EndingView> items) {}

    /** Why an ending is taken back. */
    @Schema(description = "撤销终止的原因")
    public record UndoSubmission(
            @NotBlank @Size(max = 200) @Schema(examples = "误报，本人未参军")
            String reason) {}

    @POST
    @Path("persons/{id}/endings/trial")
    @Operation(operationId = "tryEnding", summary = "终止试算", description = "不改变任何内容：逐年度说明待遇享受到哪一日、能否退费及条文依据，供确认前查看。")
    public EndingView trial(PersonId id, @NotNull @Valid EndingSubmission submission) {
        return end.trial(id, submission);
    }

    @POST
    @Path("persons/{id}/endings")
    @Operation(
            operationId = "endCover",
            summary = "终止参保关系",
            description = "死亡、参军、服刑、参加职工医保或外地居民医保等；该日及以后各年度的参保登记按条文终止。条文没有写明的暂缓，报县级决定。")
    @APIResponse(
            responseCode = "201",
            description = "已终止",
            content = @Content(schema = @Schema(implementation = EndingView.class)))
    public Response run(PersonId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid EndingSubmission submission) {
        return once.answer("end-cover " + id, key, submission, () -> Once.Answer.created(end.run(id, submission), ""));
    }

    @GET
    @Path("persons/{id}/endings")
    @Operation(operationId = "listEndings", summary = "参保人的终止记录", description = "含已撤销的。")
    public EndingsFound ofPerson(PersonId id) {
        return new EndingsFound(undo.ofPerson(id));
    }

    @POST
    @Path("endings/{id}/undo")
    @Operation(
            operationId = "undoEnding",
            summary = "撤销终止",
            description = "恢复因此终止的参保登记；死亡由县级经办撤销；已另行参保的年度须先撤销该登记。已退费的须重新缴费。")
    @APIResponse(
            responseCode = "200",
            description = "已撤销",
            content = @Content(schema = @Schema(implementation = EndingView.class)))
    public Response undo(EndingId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid UndoSubmission submission) {
        return once.answer(
                "undo-ending " + id, key, submission, () -> Once.Answer.ok(undo.run(id, submission.reason())));
    }
}
