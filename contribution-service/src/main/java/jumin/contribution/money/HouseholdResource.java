package jumin.contribution.money;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 家庭应缴单 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({
    Roles.VILLAGE_HELPER,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.FINANCE,
    Roles.AUDITOR
})
@Tag(name = "levies", description = "应缴核定")
public class HouseholdResource {

    private final BillHousehold bill;

    HouseholdResource(BillHousehold bill) {
        this.bill = bill;
    }

    @GET
    @Path("households/{id}/bill")
    @Operation(operationId = "readHouseholdBill", summary = "查看一户的应缴单")
    public HouseholdBill bill(String id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return bill.run(id, benefitYear);
    }

    @GET
    @Path("household-bills")
    @Operation(
            operationId = "findHouseholdBill",
            summary = "按户编号查看一户的应缴单",
            description = "division 为村（社区）的区划路径；户编号在村内唯一。")
    public HouseholdBill byNumber(
            @RestQuery @NotNull @Pattern(regexp = "\\d{6}/\\d{6}/\\d{6,12}/\\d{6,12}/", message = "须为村（社区）的区划路径")
                    String division,
            @RestQuery @NotBlank @Size(max = 40) String houseNumber,
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return bill.ofNumber(division, houseNumber, benefitYear);
    }
}
