package jumin.enrollment.category;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jumin.enrollment.page.Page;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 名单所列之人 */
@Path("named-persons")
@RunOnVirtualThread
@RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "categories", description = "人员类别与部门名单")
public class NamedPersonResource {

    private final FindNamedPersons find;

    NamedPersonResource(FindNamedPersons find) {
        this.find = find;
    }

    @GET
    @Operation(
            operationId = "listNamedPersons",
            summary = "名单所列、住在辖区内的人",
            description = "部门名单写明住址区划的：哪些还没有登记、姓名不符、该年度没有参保，供乡镇、村上门办理；在别处登记的也算已登记。")
    public Page<NamedPersonView> list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("UNREGISTERED") NamedPersonView.State state,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return find.run(benefitYear, state, page, size);
    }
}
