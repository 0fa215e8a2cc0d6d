package jumin.enrollment.move;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import jumin.enrollment.household.HouseholdView;
import jumin.enrollment.person.HouseholdId;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** 分户、并户、变更户主 */
@Path("households")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "moves", description = "迁移、分户、并户、变更户主")
public class HouseholdChangeResource {

    private static final String IF_MATCH = "If-Match";

    private final ChangeHouseholds change;
    private final ChangeHead head;
    private final Once once;

    HouseholdChangeResource(ChangeHouseholds change, ChangeHead head, Once once) {
        this.change = change;
        this.head = head;
        this.once = once;
    }

    @POST
    @Path("{id}/splits")
    @Operation(operationId = "splitHousehold", summary = "分户", description = "部分成员另立一户；须带查看时的 ETag（If-Match）。答复是新户。")
    @APIResponse(
            responseCode = "201",
            description = "已分户",
            content = @Content(schema = @Schema(implementation = HouseholdView.class)))
    public Response split(
            HouseholdId id,
            @RestHeader(Once.HEADER) String key,
            @RestHeader(IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SplitSubmission submission) {
        return once.answer(
                "split-household " + id,
                key,
                submission,
                () -> Once.Answer.created(change.split(id, Optional.ofNullable(ifMatch), submission), ""));
    }

    @POST
    @Path("{id}/mergers")
    @Operation(operationId = "mergeHousehold", summary = "并户", description = "全体成员并入另一户；须带查看时的 ETag（If-Match）。答复是并入的户。")
    @APIResponse(
            responseCode = "200",
            description = "已并户",
            content = @Content(schema = @Schema(implementation = HouseholdView.class)))
    public Response merge(
            HouseholdId id,
            @RestHeader(Once.HEADER) String key,
            @RestHeader(IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MergerSubmission submission) {
        return once.answer(
                "merge-household " + id,
                key,
                submission,
                () -> Once.Answer.ok(change.merge(id, Optional.ofNullable(ifMatch), submission)));
    }

    @POST
    @Path("{id}/head-changes")
    @Operation(operationId = "changeHead", summary = "变更户主", description = "自某日起由另一成员为户主；须带查看时的 ETag（If-Match）。")
    @APIResponse(
            responseCode = "200",
            description = "已变更",
            content = @Content(schema = @Schema(implementation = HouseholdView.class)))
    public Response changeHead(
            HouseholdId id,
            @RestHeader(Once.HEADER) String key,
            @RestHeader(IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid HeadSubmission submission) {
        return once.answer(
                "change-head " + id,
                key,
                submission,
                () -> Once.Answer.ok(head.run(id, Optional.ofNullable(ifMatch), submission)));
    }
}
