package jumin.claims.settlement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.provider.ProviderCode;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 预结算 */
@Path("pre-settlements")
@RunOnVirtualThread
@Tag(name = "settlement")
public class PreSettlementResource {

    private final SettleBill settle;
    private final CurrentCaller caller;

    PreSettlementResource(SettleBill settle, CurrentCaller caller) {
        this.settle = settle;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(operationId = "preSettleBill", summary = "预结算（2206、2303）", description = "与结算同一核算，分毫不差；不保存任何内容，可重复调用。")
    public SettlementView preSettle(@NotNull @Valid BillSubmission bill) {
        var provider = ProviderCode.of(caller.get());
        return caller.callAsService(() -> settle.preSettle(bill, provider));
    }
}
