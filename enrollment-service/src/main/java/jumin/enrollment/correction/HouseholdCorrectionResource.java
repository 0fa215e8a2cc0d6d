package jumin.enrollment.correction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.enrollment.household.HouseholdView;
import jumin.enrollment.person.HouseholdId;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 户的更正与历史 */
@Path("households")
@RunOnVirtualThread
@Tag(name = "corrections", description = "更正、变更与历史")
public class HouseholdCorrectionResource {

    private final CorrectHousehold households;
    private final ReadHistory read;

    HouseholdCorrectionResource(CorrectHousehold households, ReadHistory read) {
        this.households = households;
        this.read = read;
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "correctHousehold",
            summary = "更正户信息",
            description = "户编号、住址、是否集体户；须带查看时的 ETag（If-Match），他人已改的，412 并逐项说明不同。")
    public RestResponse<HouseholdView> correct(
            HouseholdId id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @NotNull @Valid HouseholdCorrection correction) {
        var household = households.run(id, Optional.ofNullable(ifMatch), correction);
        return RestResponse.ResponseBuilder.ok(household)
                .tag(Long.toString(household.version()))
                .build();
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "readHouseholdHistory", summary = "户的变更历史", description = HistoryResource.EXPLAINED)
    public HistoryResource.HistoryFound history(
            HouseholdId id, @RestQuery @Nullable LocalDate on, @RestQuery @Nullable OffsetDateTime knownAt) {
        return new HistoryResource.HistoryFound(
                read.household(id, Optional.ofNullable(on), Optional.ofNullable(knownAt)));
    }
}
