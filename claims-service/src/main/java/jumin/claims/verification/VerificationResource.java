package jumin.claims.verification;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.adjudication.OpenPoint;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 待核实清单 */
@Path("verifications")
@RunOnVirtualThread
@Tag(name = "review")
public class VerificationResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ListOpenPoints list;
    private final LookInto look;

    VerificationResource(ListOpenPoints list, LookInto look) {
        this.list = list;
        this.look = look;
    }

    /** What came of looking into it. */
    @Schema(name = "VerificationOutcome", description = "CONFIRMED 属实（支付不变）、FINDING 不属实，已提出疑点、REDO 不属实，登记已更正而重算")
    public enum Outcome {
        CONFIRMED,
        FINDING,
        REDO;

        VerificationState state() {
            return VerificationState.valueOf(name());
        }
    }

    /** What was found out. */
    @Schema(name = "VerificationClosure", description = "核实结论；改变金额的只经疑点或重算，结论写明是哪一项")
    public record Closure(
            @NotNull Outcome outcome,

            @NotBlank @Size(max = 500) @Schema(description = "依据与结论")
            String reason,

            @Schema(description = "结论为 FINDING 时的疑点编号，须是关于这笔结算的")
            UUID finding) {}

    /** Why it is to be looked into again. */
    @Schema(name = "VerificationReopening", description = "重开的理由")
    public record Reopening(@NotBlank @Size(max = 500) String reason) {}

    /** Who is to look into it. */
    @Schema(name = "VerificationAssignment", description = "指派：assignee 为新的承办人，空文字即不再指派；from 为现在的承办人，没有的为空文字，防止两人同时领取")
    public record Assignment(
            @NotNull @Size(max = 100) String assignee,
            @NotNull @Size(max = 100) String from,
            @Size(max = 500) String reason) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listVerifications",
            summary = "待核实清单：已支付而系统不能证实的",
            description = "按先后；可按机构、种类、结算至今的天数筛选，after 写上一页最后一项。Accept 为 xlsx 时导出全部。医院只看到本机构的。")
    public List<VerificationView> list(
            @RestQuery @DefaultValue("OPEN") VerificationState state,
            @RestQuery @DefaultValue("") @Size(max = 20) String provider,
            @RestQuery OpenPoint.Kind kind,
            @RestQuery @Size(max = 100) @Schema(description = "承办人；空文字为没有指派的，省略为不限") String assignee,
            @RestQuery @DefaultValue("0") @Min(0) @Max(3660) @Schema(description = "结算至今至少多少天；0 为不限") int minimumAge,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return list.page(wanted(state, provider, kind, assignee, minimumAge), Optional.ofNullable(after), limit);
    }

    @GET
    @Produces(XLSX + ";qs=0.5")
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(hidden = true)
    public Response workbook(
            @RestQuery @DefaultValue("OPEN") VerificationState state,
            @RestQuery @DefaultValue("") @Size(max = 20) String provider,
            @RestQuery OpenPoint.Kind kind,
            @RestQuery @Size(max = 100) String assignee,
            @RestQuery @DefaultValue("0") @Min(0) @Max(3660) int minimumAge) {
        return Response.ok(list.workbook(wanted(state, provider, kind, assignee, minimumAge)), XLSX)
                .header("Content-Disposition", "attachment; filename=\"verifications.xlsx\"")
                .build();
    }

    private static ListOpenPoints.Wanted wanted(
            VerificationState state, String provider, OpenPoint.Kind kind, String assignee, int minimumAge) {
        return new ListOpenPoints.Wanted(
                state, provider, Optional.ofNullable(kind), Optional.ofNullable(assignee), minimumAge);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "readVerification", summary = "查看一项待核实事项及其经过")
    public VerificationView read(UUID id) {
        return list.one(id);
    }

    @POST
    @Path("{id}/assignment")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(
            operationId = "assignVerification",
            summary = "指派承办人：领取、改派、退回",
            description = "待核实的才能指派；两人同时领取的，后一个得到说明。结案不限于承办人。")
    public VerificationView assign(UUID id, @NotNull @Valid Assignment assignment) {
        return look.assign(id, assignment);
    }

    @POST
    @Path("{id}/closure")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(
            operationId = "closeVerification",
            summary = "核实完毕：写明结论和依据",
            description = "核实本身不改金额：不属实的先提出疑点，或更正登记后重算，再以此为结论。")
    public VerificationView close(UUID id, @NotNull @Valid Closure closure) {
        return look.close(id, closure);
    }

    @POST
    @Path("{id}/reopening")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(operationId = "reopenVerification", summary = "重开已核实的事项（写明理由）")
    public VerificationView reopen(UUID id, @NotNull @Valid Reopening reopening) {
        return look.reopen(id, reopening.reason());
    }
}
