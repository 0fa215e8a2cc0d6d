package jumin.claims.encounter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.claims.provider.ProviderCode;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 就诊登记 */
@Path("encounters")
@RunOnVirtualThread
@Tag(name = "encounter", description = "就诊登记、请假与撤销")
public class EncounterResource {

    private final KeepEncounter keep;
    private final Once once;
    private final CurrentCaller caller;
    private final Clock clock;

    EncounterResource(KeepEncounter keep, Once once, CurrentCaller caller, Clock clock) {
        this.clock = clock;
        this.keep = keep;
        this.once = once;
        this.caller = caller;
    }

    /** 请假 */
    @Schema(description = "请假登记：离院原因、离院与返院时间、批准的主管医生")
    public record LeaveSubmission(
            @NotNull OffsetDateTime leftAt,
            @NotNull OffsetDateTime backAt,
            @NotBlank @Size(max = 200) String reason,
            @NotBlank @Size(max = 50) String approvedBy) {}

    /** Which leave was registered by mistake. */
    @Schema(description = "撤销请假登记：哪一次")
    public record LeaveWithdrawal(
            @NotNull @Schema(description = "该次请假的离院时刻") OffsetDateTime leftAt) {}

    @POST
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(
            operationId = "registerEncounter",
            summary = "登记就诊（2201、2401）",
            description = "条文规定登记时限的统筹区，超时登记自动列为审核疑点，不影响结算。")
    @APIResponse(
            responseCode = "201",
            description = "就诊登记",
            content = @Content(schema = @Schema(implementation = EncounterView.class)))
    public Response register(@RestHeader(Once.HEADER) String key, @NotNull @Valid EncounterSubmission encounter) {
        var provider = ProviderCode.of(caller.get());
        return caller.callAsService(() -> once.answer("encounter", key, encounter, () -> {
            var view = keep.register(encounter, provider);
            return Once.Answer.created(view, "/api/claims/v1/encounters/" + view.id());
        }));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "readEncounter", summary = "查看就诊登记")
    public EncounterView read(UUID id) {
        return keep.read(id);
    }

    @GET
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listEncounters",
            summary = "就诊登记清单：谁在院",
            description = "state 省略即未结算的；医院只看到本机构的。年末用来找须中途结账的。")
    public List<EncounterView> list(
            @RestQuery @DefaultValue("OPEN") EncounterView.State state,
            @RestQuery @DefaultValue("") @Size(max = 20) String provider,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(500) int limit) {
        var me = caller.get();
        var own = me.has(Roles.HOSPITAL) ? ProviderCode.of(me).value() : provider;
        return keep.page(state, own, after, limit);
    }

    @POST
    @Path("{id}/leaves")
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(operationId = "addLeave", summary = "请假登记", description = "与已登记的请假不重叠；同样的再报一次不另登记。")
    public EncounterView leave(UUID id, @NotNull @Valid LeaveSubmission leave) {
        return keep.leave(
                id,
                new EncounterView.Leave(
                        leave.leftAt(), leave.backAt(), leave.reason(), leave.approvedBy(), OffsetDateTime.now(clock)));
    }

    @POST
    @Path("{id}/leaves/withdrawal")
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(operationId = "withdrawLeave", summary = "撤销登记错的请假", description = "结算以前可撤销。")
    public EncounterView withdrawLeave(UUID id, @NotNull @Valid LeaveWithdrawal leave) {
        return keep.withdrawLeave(id, leave.leftAt());
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(operationId = "cancelEncounter", summary = "撤销就诊登记（2202、2404）", description = "已结算的须先冲正。")
    public EncounterView cancel(UUID id) {
        return keep.cancel(id, caller.get().id());
    }
}
