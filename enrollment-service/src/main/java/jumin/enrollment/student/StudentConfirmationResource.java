package jumin.enrollment.student;

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
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.page.Page;
import jumin.enrollment.school.ConfirmationState;
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

/** 大学生学籍确认 */
@Path("")
@RunOnVirtualThread
@Tag(name = "students", description = "在校学生")
public class StudentConfirmationResource {

    private final ConfirmStudent confirm;
    private final Once once;

    StudentConfirmationResource(ConfirmStudent confirm, Once once) {
        this.confirm = confirm;
        this.once = once;
    }

    /** What shows that somebody is a student. */
    @Schema(name = "StudentEvidence", description = "学籍材料")
    public record Evidence(
            @NotBlank @Size(max = 200) @Schema(examples = "学信网教育部学籍在线验证报告 ABCD1234")
            String evidence) {}

    @GET
    @Path("student-confirmations")
    @RolesAllowed({
        Roles.VILLAGE_HELPER,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.SCHOOL,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listStudentConfirmations",
            summary = "列出大学生学籍确认",
            description = "辖区内或本校的，可按年度；登记为大学生而学校没有报送的在此等待，确认之前资助暂缓。")
    public Page<StudentConfirmationView> list(
            @RestQuery @DefaultValue("PENDING") ConfirmationState state,
            @RestQuery @Nullable @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return confirm.list(state, Optional.ofNullable(benefitYear), page, size);
    }

    @POST
    @Path("enrollments/{id}/student-evidence")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(operationId = "bringStudentEvidence", summary = "补充学籍材料", description = "学校没有报送的，凭材料由县级另一人确认。")
    @APIResponse(
            responseCode = "200",
            description = "已补充，待确认",
            content = @Content(schema = @Schema(implementation = StudentConfirmationView.class)))
    public Response bring(EnrollmentId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid Evidence submission) {
        return once.answer(
                "student-evidence " + id,
                key,
                submission,
                () -> Once.Answer.ok(confirm.bring(id, submission.evidence())));
    }

    @POST
    @Path("enrollments/{id}/student-confirmation")
    @RolesAllowed({Roles.SCHOOL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "confirmStudent",
            summary = "确认学籍",
            description = "学校确认本校学生；县级凭材料确认，补充材料的人不能自己确认。确认后按大学生资助，否认的按其他身份。")
    @APIResponse(
            responseCode = "200",
            description = "已有结论",
            content = @Content(schema = @Schema(implementation = StudentConfirmationView.class)))
    public Response decide(
            EnrollmentId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid StudentDecision decision) {
        return once.answer("confirm-student " + id, key, decision, () -> Once.Answer.ok(confirm.decide(id, decision)));
    }
}
