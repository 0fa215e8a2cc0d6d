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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
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
    private final ChangeEncounter changes;
    private final Once once;
    private final CurrentCaller caller;
    private final Clock clock;

    EncounterResource(KeepEncounter keep, ChangeEncounter changes, Once once, CurrentCaller caller, Clock clock) {
        this.clock = clock;
        this.keep = keep;
        this.changes = changes;
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

    /** 出院 */
    @Schema(name = "EncounterDischarge", description = "出院办理（2402）：出院时刻与离院方式")
    public record Discharge(
            @NotNull @Schema(description = "出院时刻", extensions = @Extension(name = "x-nhsa", value = "endtime"))
            OffsetDateTime dischargedAt,

            @NotBlank
            @Size(max = 50)
            @Schema(
                    description = "离院方式",
                    examples = "医嘱离院",
                    extensions = @Extension(name = "x-nhsa", value = "dscg_way"))
            String way) {}

    /** Why there was no discharge. */
    @Schema(name = "DischargeCancellation", description = "撤销出院的理由")
    public record DischargeCancellation(
            @NotBlank @Size(max = 200) String reason) {}

    /** What is done about which encounter: a key stands for both. */
    private record OfEncounter(UUID encounter, Object said) {}

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

    @POST
    @Path("{id}/changes")
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(
            operationId = "changeEncounter",
            summary = "入院信息变更（2403）",
            description = "诊断、科室、床位、医疗类别、入院时刻等整体变更，变更前的留在经过中；已结算的须先冲正。"
                    + "按更正后的入院时刻重新核对登记时限，超时的列为审核疑点；已列的疑点不因更正而撤销，由审核人员据经过认定。与现有内容相同的不另登记。")
    @APIResponse(
            responseCode = "200",
            description = "变更后的就诊登记",
            content = @Content(schema = @Schema(implementation = EncounterView.class)))
    public Response change(@RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid EncounterChange change) {
        return once.answer(
                "encounter-change", key, new OfEncounter(id, change), () -> Once.Answer.ok(changes.change(id, change)));
    }

    @GET
    @Path("{id}/changes")
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listEncounterChanges",
            summary = "就诊登记的经过",
            description = "登记、变更、出院、撤销，按先后；每步写明自何时起如此、何时登记、谁、理由和该步之后的全部内容。")
    public List<EncounterStep> history(UUID id) {
        return changes.history(id);
    }

    @POST
    @Path("{id}/discharge")
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(
            operationId = "dischargeEncounter",
            summary = "出院办理（2402）",
            description = "办理过出院的，出院结算的账单须写同一出院日期；不办理的以账单为准。同样的再报一次不另登记。")
    @APIResponse(
            responseCode = "200",
            description = "就诊登记",
            content = @Content(schema = @Schema(implementation = EncounterView.class)))
    public Response discharge(@RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid Discharge discharge) {
        return once.answer(
                "encounter-discharge",
                key,
                new OfEncounter(id, discharge),
                () -> Once.Answer.ok(changes.discharge(id, discharge)));
    }

    @POST
    @Path("{id}/discharge/cancellation")
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(operationId = "cancelDischarge", summary = "出院撤销（2405）", description = "已结算的须先冲正。")
    @APIResponse(
            responseCode = "200",
            description = "就诊登记",
            content = @Content(schema = @Schema(implementation = EncounterView.class)))
    public Response cancelDischarge(
            @RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid DischargeCancellation cancellation) {
        return once.answer(
                "encounter-discharge-cancellation",
                key,
                new OfEncounter(id, cancellation),
                () -> Once.Answer.ok(changes.cancelDischarge(id, cancellation.reason())));
    }
}
