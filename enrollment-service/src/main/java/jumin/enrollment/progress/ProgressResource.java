package jumin.enrollment.progress;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.page.Page;
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
import org.jspecify.annotations.Nullable;

/** 参保任务与进度 */
@Path("")
@RunOnVirtualThread
@Tag(name = "progress", description = "参保任务与进度")
public class ProgressResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CODE = "\\d{4,12}";
    private static final String NO_CODE = "区划代码为数字";

    private final MeasureProgress measure;
    private final Targets targets;
    private final Absences absences;
    private final CurrentCaller caller;
    private final Once once;
    private final Clock clock;

    ProgressResource(
            MeasureProgress measure, Targets targets, Absences absences, CurrentCaller caller, Once once, Clock clock) {
        this.caller = caller;
        this.measure = measure;
        this.targets = targets;
        this.absences = absences;
        this.once = once;
        this.clock = clock;
    }

    @PUT
    @Path("enrollment-targets")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.POLICY})
    @Operation(
            operationId = "setEnrollmentTargets",
            summary = "下达参保任务",
            description = "市下达各县的，县下达各乡镇的。应参保人数和任务数，按区划和年度；再次下达即更新。")
    public ProgressView set(@NotNull @Valid TargetSubmission submission) {
        targets.set(submission);
        return measure.run(
                submission.benefitYear(), submission.targets().getFirst().divisionCode(), LocalDate.now(clock));
    }

    @GET
    @Path("progress")
    @RolesAllowed({
        Roles.VILLAGE_HELPER,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.POLICY,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "readProgress",
            summary = "参保进度",
            description = "某区划下一级各区划（村则为本村）在某日的应参、已参、当日新增、上年同日、未参原因；按扣除后的参保率排名。")
    public ProgressView progress(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @NotNull @Pattern(regexp = CODE, message = NO_CODE) String divisionCode,
            @RestQuery @Nullable LocalDate on) {
        return measure.run(benefitYear, divisionCode, Optional.ofNullable(on).orElseGet(() -> LocalDate.now(clock)));
    }

    @GET
    @Path("progress/xlsx")
    @Produces(XLSX)
    @RolesAllowed({
        Roles.VILLAGE_HELPER,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.POLICY,
        Roles.AUDITOR
    })
    @Operation(operationId = "downloadProgress", summary = "参保进度表", description = "与参保进度同一口径的工作簿，供打印、上报。")
    public Response sheet(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @NotNull @Pattern(regexp = CODE, message = NO_CODE) String divisionCode,
            @RestQuery @Nullable LocalDate on) {
        var by = caller.get().displayName();
        return Response.ok(ProgressSheet.of(progress(benefitYear, divisionCode, on), by), XLSX)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"progress-" + benefitYear + "-" + divisionCode + ".xlsx\"")
                .build();
    }

    @GET
    @Path("progress/days")
    @RolesAllowed({
        Roles.VILLAGE_HELPER,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.POLICY,
        Roles.AUDITOR
    })
    @Operation(operationId = "readProgressByDay", summary = "逐日参保进度", description = "从首日到今天每日的累计参保人数，及上年度同日。")
    public ProgressView.DaysView days(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @NotNull @Pattern(regexp = CODE, message = NO_CODE) String divisionCode) {
        return measure.days(benefitYear, divisionCode, LocalDate.now(clock));
    }

    @GET
    @Path("unenrolled-persons")
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.SCHOOL})
    @Operation(
            operationId = "listUnenrolledPersons",
            summary = "未参保人员",
            description = "已登记而该年度没有参保登记的人，及已记录的原因；按村、户编号排序，可只看还没有原因的（reason=NONE）或某一原因的；学校只见本校学生。")
    public Page<ProgressView.UnenrolledView> unenrolled(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @NotNull @Pattern(regexp = CODE, message = NO_CODE) String divisionCode,
            @RestQuery @Nullable @Pattern(regexp = "[A-Z_]{1,30}", message = "NONE 或未参保原因的代码") String reason,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return absences.page(benefitYear, divisionCode, Optional.ofNullable(reason), page, size);
    }

    @POST
    @Path("absence-reasons")
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK})
    @Operation(operationId = "recordAbsenceReason", summary = "登记未参保原因", description = "再次登记即更正，原记录保留。")
    @APIResponse(
            responseCode = "200",
            description = "已登记",
            content = @Content(schema = @Schema(implementation = ProgressView.UnenrolledView.class)))
    public Response record(@RestHeader(Once.HEADER) String key, @NotNull @Valid AbsenceSubmission submission) {
        return once.answer("absence-reason", key, submission, () -> Once.Answer.ok(absences.record(submission)));
    }
}
