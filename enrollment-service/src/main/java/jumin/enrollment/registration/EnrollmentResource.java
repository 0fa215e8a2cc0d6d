package jumin.enrollment.registration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.PersonId;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 参保登记: what is read. */
@Path("")
@RunOnVirtualThread
@RolesAllowed({
    Roles.VILLAGE_HELPER,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.FINANCE,
    Roles.SCHOOL,
    Roles.AUDITOR
})
@Tag(name = "enrollments", description = "参保登记")
public class EnrollmentResource {

    private final FindEnrollments find;

    EnrollmentResource(FindEnrollments find) {
        this.find = find;
    }

    /** The enrollments of one person. */
    public record EnrollmentsFound(List<EnrollmentView> items) {}

    @GET
    @Path("enrollments")
    @Operation(
            operationId = "listEnrollments",
            summary = "按年度列出参保登记",
            description = "只列辖区内的；可按区划、状态、参保类型、资助状态（HELD 暂缓的）、资助类别、登记日缩小范围；姓名和证件号码脱敏。")
    public Page<EnrollmentView> list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @Nullable @Pattern(regexp = "\\d{6,12}") String divisionCode,
            @RestQuery @Nullable EnrollmentState state,
            @RestQuery @Nullable @Pattern(regexp = "[a-z_]{3,40}", message = "参保类型如 ordinary") String type,
            @RestQuery @Nullable @Pattern(regexp = "DECIDED|HELD") String subsidyState,
            @RestQuery @Nullable @Pattern(regexp = "[a-z_]{3,60}", message = "人员类别代码") String category,
            @RestQuery @Nullable LocalDate registeredSince,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        var filter = new EnrollmentFilter(
                benefitYear,
                Optional.ofNullable(divisionCode),
                Optional.ofNullable(state),
                Optional.ofNullable(type),
                Optional.ofNullable(subsidyState),
                Optional.ofNullable(category),
                Optional.ofNullable(registeredSince));
        return find.ofYear(filter, page, size);
    }

    @GET
    @Path("enrollments/{id}")
    @Operation(operationId = "readEnrollment", summary = "查看参保登记", description = "版本号在 ETag。")
    public RestResponse<EnrollmentView> read(EnrollmentId id) {
        var enrollment = find.one(id);
        return RestResponse.ResponseBuilder.ok(enrollment)
                .tag(Long.toString(enrollment.version()))
                .build();
    }

    @GET
    @Path("persons/{id}/enrollments")
    @Operation(operationId = "listEnrollmentsOfPerson", summary = "查看参保人各年度的参保登记")
    public EnrollmentsFound ofPerson(PersonId id) {
        return new EnrollmentsFound(find.ofPerson(id));
    }
}
