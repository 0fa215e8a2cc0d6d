package jumin.claims.payout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 应付个人与追回 */
@Path("payouts")
@RunOnVirtualThread
@Tag(name = "payout", description = "应付个人、追回与支付批次")
public class PayoutResource {

    private final KeepPayouts payouts;

    PayoutResource(KeepPayouts payouts) {
        this.payouts = payouts;
    }

    /** By which voucher the money came back. */
    @Schema(description = "追回到账的凭证")
    public record Recovery(@NotBlank @Size(max = 100) String voucher) {}

    @GET
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "listPayouts", summary = "应付个人与应追回的清单")
    public List<PayoutView> list(
            @RestQuery @DefaultValue("READY") PayoutState state,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return payouts.page(state, after, limit);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "readPayout", summary = "查看一笔应付或应追回")
    public PayoutView read(UUID id) {
        return payouts.read(id);
    }

    @PUT
    @Path("{id}/payee")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "putPayee",
            summary = "补填或更正收款账户",
            description = "收款人须符合规定，本人收款的户名须是本人；另一人确认后待支付。银行退回的，更正、确认后重新待支付。")
    public PayoutView payee(UUID id, @NotNull @Valid PayeeEntry entry) {
        return payouts.enter(id, entry);
    }

    @POST
    @Path("{id}/payee-confirmation")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(operationId = "confirmPayee", summary = "确认收款账户", description = "由填写人以外的县级人员核对；不对的请重新填写。")
    public PayoutView confirmed(UUID id) {
        return payouts.confirm(id);
    }

    @POST
    @Path("{id}/recovery")
    @RolesAllowed(Roles.FINANCE)
    @Operation(operationId = "recordRecovery", summary = "登记追回到账")
    public PayoutView recovered(UUID id, @NotNull @Valid Recovery recovery) {
        return payouts.recovered(id, recovery.voucher());
    }
}
