package jumin.claims.entitlement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jumin.claims.provider.ProviderCode;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 待遇资格 */
@Path("entitlement-checks")
@RunOnVirtualThread
@Tag(name = "entitlement", description = "待遇资格查询")
public class EntitlementResource {

    private final CheckEntitlement check;
    private final CurrentCaller caller;

    EntitlementResource(CheckEntitlement check, CurrentCaller caller) {
        this.check = check;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(
            operationId = "checkEntitlement",
            summary = "查询参保人某日的待遇资格",
            description = "按证件号码和姓名查询（对应 1101、2001）。本地没有答案时为 UNDETERMINED 并写明下一步，绝不猜测。每次查询留痕。")
    public EntitlementView check(@NotNull @Valid EntitlementRequest person) {
        var provider = ProviderCode.of(caller.get());
        return caller.callAsService(() -> check.run(person, provider));
    }
}
