package jumin.enrollment.overlap;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;

/** 重复参保 */
@Path("")
@RunOnVirtualThread
@Tag(name = "overlaps", description = "重复参保的比对与处理")
public class OverlapResource {

    private final DecideConflict decide;
    private final Once once;

    OverlapResource(DecideConflict decide, Once once) {
        this.decide = decide;
        this.once = once;
    }

    @GET
    @Path("cover-conflicts")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listConflicts",
            summary = "列出辖区内的重复参保",
            description = "我方与对方的参保、建议和依据；可按年度、名单来源、区划缩小范围；姓名和证件号码脱敏。")
    public Page<ConflictView> list(
            @RestQuery @DefaultValue("OPEN") @Pattern(regexp = "OPEN|DECIDED|WITHDRAWN") String state,
            @RestQuery @Nullable @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @Nullable CoverSource source,
            @RestQuery @Nullable @Pattern(regexp = "\\d{6,12}") String divisionCode,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        var filter = new ConflictFilter(
                state,
                Optional.ofNullable(benefitYear),
                Optional.ofNullable(source),
                Optional.ofNullable(divisionCode));
        return decide.list(filter, page, size);
    }

    @POST
    @Path("cover-conflicts/{id}/trial")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "tryConflict",
            summary = "重复参保处理试算",
            description = "不改变任何内容：终止或暂停此年度参保登记的效果、能否退费及条文依据，供确认前查看。")
    public ConflictTrialView trial(ConflictId id, @NotNull @Valid ConflictDecision.Trial submission) {
        return decide.trial(id, submission.decision());
    }

    @POST
    @Path("cover-conflicts/{id}/decision")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "decideConflict",
            summary = "处理重复参保",
            description = "终止、暂停或保留此年度的参保登记，其他年度不受影响；先试算再处理；可撤销。")
    @APIResponse(
            responseCode = "200",
            description = "已处理",
            content = @Content(schema = @Schema(implementation = ConflictView.class)))
    public Response decide(
            ConflictId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid ConflictDecision decision) {
        return once.answer("decide-conflict " + id, key, decision, () -> Once.Answer.ok(decide.run(id, decision)));
    }

    @POST
    @Path("cover-conflicts/{id}/undo")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "undoConflict",
            summary = "撤销重复参保的处理",
            description = "恢复因此终止或暂停的参保登记，待处理项重新打开；名单此间已撤销的，随名单撤回。")
    @APIResponse(
            responseCode = "200",
            description = "已撤销",
            content = @Content(schema = @Schema(implementation = ConflictView.class)))
    public Response undo(
            ConflictId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid ConflictDecision.Undo submission) {
        return once.answer(
                "undo-conflict " + id, key, submission, () -> Once.Answer.ok(decide.undo(id, submission.reason())));
    }
}
