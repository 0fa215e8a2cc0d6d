package jumin.contribution.money;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 家庭应缴单 */
@Path("households/{id}/bill")
@RunOnVirtualThread
@Tag(name = "levies", description = "应缴核定")
public class HouseholdResource {

    private final BillHousehold bill;

    HouseholdResource(BillHousehold bill) {
        this.bill = bill;
    }

    @GET
    @RolesAllowed({
        Roles.VILLAGE_HELPER,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(operationId = "readHouseholdBill", summary = "查看一户的应缴单")
    public HouseholdBill bill(String id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return bill.run(id, benefitYear);
    }
}
