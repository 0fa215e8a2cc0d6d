package jumin.contribution.history;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 参保中断与修复的认定 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
@Tag(name = "coverage", description = "待遇")
public class HistoryResource {

    private final StateHistory history;

    HistoryResource(StateHistory history) {
        this.history = history;
    }

    @POST
    @Path("persons/{id}/insurance-histories")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(
            operationId = "proposeInsuranceHistory",
            summary = "提出参保中断与修复的认定",
            description = "系统不知道的年份（外地、职工医保、上线以前）由县级认定，复核后按规定重新核定该年度的等待期。")
    @APIResponse(
            responseCode = "201",
            description = "已提出，待复核",
            content = @Content(schema = @Schema(implementation = HistoryView.class)))
    public Response propose(
            UUID id,
            @NotNull @Valid HistoryStatement statement,
            @RestHeader(Once.HEADER) @Schema(description = "幂等键", examples = "history-0001") String key) {
        return history.propose(id, statement, key);
    }

    @GET
    @Path("persons/{id}/insurance-histories")
    @Operation(operationId = "listInsuranceHistories", summary = "查看某人参保中断与修复的认定")
    public List<HistoryView> list(UUID id) {
        return history.of(id);
    }

    @GET
    @Path("insurance-histories")
    @Operation(
            operationId = "listInsuranceHistoriesOfPlace",
            summary = "查看辖区内参保中断与修复的认定，先提出的在前",
            description = "缺省只看待复核的；state 为空则全部。")
    public List<HistoryView> ofPlace(
            @RestQuery @DefaultValue("PROPOSED") @Pattern(regexp = "|PROPOSED|APPROVED|REJECTED") String state,
            @RestQuery @Schema(description = "上一页最后一项的 statementId；首页不填") UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return history.list(state, Optional.ofNullable(after), limit);
    }

    @POST
    @Path("insurance-histories/{id}/approval")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "approveInsuranceHistory", summary = "认定", description = "复核人不能是提出人。")
    public HistoryView approve(UUID id) {
        return history.decide(id, true);
    }

    @POST
    @Path("insurance-histories/{id}/rejection")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "rejectInsuranceHistory", summary = "不予认定")
    public HistoryView reject(UUID id) {
        return history.decide(id, false);
    }
}
