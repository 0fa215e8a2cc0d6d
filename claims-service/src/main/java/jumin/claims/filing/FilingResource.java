package jumin.claims.filing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.regulation.Rate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 备案、认定与申报 */
@Path("filings")
@RunOnVirtualThread
@Tag(name = "filing", description = "备案、认定与申报（2501、2503、5301）")
public class FilingResource {

    private final FileForPerson file;
    private final DecideFiling decide;
    private final QueryFilings query;
    private final Once once;
    private final CurrentCaller caller;

    FilingResource(FileForPerson file, DecideFiling decide, QueryFilings query, Once once, CurrentCaller caller) {
        this.file = file;
        this.decide = decide;
        this.query = query;
        this.once = once;
        this.caller = caller;
    }

    /** What an approval adds. */
    @Schema(name = "FilingApproval", description = "审批；外伤申报可写明认定的第三人责任比例")
    public record Approval(
            @NotBlank @Size(max = 200) @Schema(description = "审批意见")
            String opinion,

            Rate thirdPartyShare) {}

    /** Why not. */
    @Schema(description = "不予认定的理由")
    public record Rejection(@NotBlank @Size(max = 200) String reason) {}

    /** The last day, and why. */
    @Schema(description = "终止：有效期的最后一日；早于起始日即撤销")
    public record Ending(
            @NotNull LocalDate lastDay,
            @NotBlank @Size(max = 200) String reason) {}

    @POST
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.HOSPITAL})
    @Operation(
            operationId = "fileForPerson",
            summary = "办理备案、认定或申报",
            description = "异地就医备案、外检外购备案、转诊办理即生效；慢特病、两病认定、外伤申报和重叠住院核实须另一人审批。补办的，已作出的决定列入待重算清单。")
    @APIResponse(
            responseCode = "201",
            description = "已受理",
            content = @Content(schema = @Schema(implementation = FilingView.class)))
    public Response file(@RestHeader(Once.HEADER) String key, @NotNull @Valid FilingSubmission filing) {
        var by = caller.get();
        return caller.callAsService(() -> once.answer("filing", key, filing, () -> {
            var view = file.run(filing, by);
            return Once.Answer.created(view, "/api/claims/v1/filings/" + view.id());
        }));
    }

    @GET
    @RolesAllowed({Roles.HOSPITAL, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listFilings",
            summary = "备案、认定与申报的清单",
            description = "写明 person 的，是此人的全部；不写的，是数据范围内某一状态的，默认待审批，after 写上一页最后一项。医院只看到本机构办理的。")
    public List<FilingView> list(
            @RestQuery PersonId person,
            @RestQuery @DefaultValue("PENDING") FilingState state,
            @RestQuery FilingKind kind,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return person == null
                ? query.page(new Filings.Page(state, Optional.ofNullable(kind), Optional.ofNullable(after), limit))
                : query.of(person);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.HOSPITAL, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Transactional
    @Operation(operationId = "readFiling", summary = "查看一项备案、认定或申报")
    public FilingView read(UUID id) {
        return query.one(id);
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(operationId = "approveFiling", summary = "审批通过")
    public FilingView approve(UUID id, @NotNull @Valid Approval approval) {
        return decide.approve(id, approval.opinion(), Optional.ofNullable(approval.thirdPartyShare()));
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(operationId = "rejectFiling", summary = "不予认定")
    public FilingView reject(UUID id, @NotNull @Valid Rejection rejection) {
        return decide.reject(id, rejection.reason());
    }

    @POST
    @Path("{id}/ending")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(operationId = "endFiling", summary = "终止或撤销", description = "已作出的决定受影响的，列入待重算清单。")
    public FilingView end(UUID id, @NotNull @Valid Ending ending) {
        return decide.end(id, ending.lastDay(), ending.reason());
    }
}
