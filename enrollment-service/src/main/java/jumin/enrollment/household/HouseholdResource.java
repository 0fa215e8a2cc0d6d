package jumin.enrollment.household;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.HouseholdId;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 户 */
@Path("households")
@RunOnVirtualThread
@RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
@Tag(name = "households", description = "户")
public class HouseholdResource {

    private final FindHouseholds find;

    HouseholdResource(FindHouseholds find) {
        this.find = find;
    }

    @GET
    @Operation(
            operationId = "listHouseholds",
            summary = "列出辖区内的户",
            description = "按区划和户编号排序；可按户编号开头、户主姓名开头、是否集体户、某年度无人参保（nobodyEnrolledFor）缩小范围；户主姓名脱敏。")
    public Page<HouseholdView.HouseholdLine> list(
            @RestQuery @Nullable @Pattern(regexp = "\\d{6,12}") String divisionCode,
            @RestQuery @Nullable @Size(min = 1, max = 40) String houseNumber,
            @RestQuery @Nullable @Size(min = 1, max = 100) String headName,
            @RestQuery @Nullable Boolean collective,
            @RestQuery @Nullable @Min(2000) @Max(2100) Integer nobodyEnrolledFor,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        var filter = new HouseholdFilter(
                Optional.ofNullable(divisionCode),
                Optional.ofNullable(houseNumber),
                Optional.ofNullable(headName),
                Optional.ofNullable(collective),
                Optional.ofNullable(nobodyEnrolledFor));
        return find.page(filter, page, size);
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "readHousehold",
            summary = "查看户及其成员",
            description = "给出 on 时为该日的成员，再给 knownAt 时为当时所知；成员分页，集体户人多时逐页查看；查看记入审计。")
    public RestResponse<HouseholdView> read(
            HouseholdId id,
            @RestQuery @Nullable LocalDate on,
            @RestQuery @Nullable OffsetDateTime knownAt,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("200") @Min(1) @Max(200) int size) {
        var household = find.one(
                id, Optional.ofNullable(on), Optional.ofNullable(knownAt), new FindHouseholds.Part(page, size));
        return RestResponse.ResponseBuilder.ok(household)
                .tag(Long.toString(household.version()))
                .build();
    }
}
