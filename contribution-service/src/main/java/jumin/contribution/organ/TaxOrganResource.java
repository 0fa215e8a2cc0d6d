package jumin.contribution.organ;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 主管税务机关 */
@Path("tax-organs")
@RunOnVirtualThread
@Tag(name = "tax-organs", description = "主管税务机关")
public class TaxOrganResource {

    private final RegisterTaxOrgan register;

    TaxOrganResource(RegisterTaxOrgan register) {
        this.register = register;
    }

    @POST
    @RolesAllowed(Roles.SYSTEM_ADMIN)
    @Operation(operationId = "registerTaxOrgan", summary = "登记某区划的主管税务机关", description = "重复登记同一内容没有第二次效果。")
    public TaxOrgan.TaxOrganView register(@NotNull @Valid TaxOrgan.TaxOrganView organ) {
        return register.run(organ);
    }

    @GET
    @RolesAllowed("**")
    @Operation(operationId = "listTaxOrgans", summary = "查看主管税务机关")
    public List<TaxOrgan.TaxOrganView> list() {
        return register.list();
    }
}
