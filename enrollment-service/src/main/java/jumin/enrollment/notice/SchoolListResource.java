package jumin.enrollment.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 学籍名录的报送与催报 */
@Path("")
@RunOnVirtualThread
@Tag(name = "students", description = "在校学生")
public class SchoolListResource {

    private final SchoolLists lists;
    private final Once once;

    SchoolListResource(SchoolLists lists, Once once) {
        this.lists = lists;
        this.once = once;
    }

    /** What a school was told. */
    @Schema(name = "SchoolListReminder", description = "催报学籍名录")
    public record Reminder(
            @NotNull @Pattern(regexp = "[A-Z0-9]{4,30}", message = "学校代码为大写字母和数字") @Schema(examples = "XX11010101")
            String schoolCode,

            @NotNull @Min(2000) @Max(2100) Integer year,

            @NotBlank @Size(max = 200) @Schema(examples = "10月20日电话催报，教务处王某")
            String note) {}

    @GET
    @Path("school-lists")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listSchoolLists",
            summary = "学籍名录报送情况",
            description = "辖区内登记的各校在该年是否报送了学籍名录（学校花名册，上传并确认入库的才算），期限和条款按当地规定；missing 为 true 的只列未报送的。")
    public SchoolListView list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer year, @RestQuery @DefaultValue("false") boolean missing) {
        return lists.of(year, missing);
    }

    @POST
    @Path("school-list-reminders")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(operationId = "remindSchool", summary = "催报学籍名录", description = "记下何时、如何催报；可多次。")
    @APIResponse(
            responseCode = "200",
            description = "已记录",
            content = @Content(schema = @Schema(implementation = SchoolListView.Line.class)))
    public Response remind(@RestHeader(Once.HEADER) String key, @NotNull @Valid Reminder reminder) {
        return once.answer(
                "remind-school",
                key,
                reminder,
                () -> Once.Answer.ok(lists.remind(reminder.schoolCode(), reminder.year(), reminder.note())));
    }
}
