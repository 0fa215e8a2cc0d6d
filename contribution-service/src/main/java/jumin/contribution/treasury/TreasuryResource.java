package jumin.contribution.treasury;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 国库确认 */
@Path("treasury-confirmations")
@RunOnVirtualThread
@RolesAllowed(Roles.TAX)
@Tag(name = "payments", description = "缴费")
public class TreasuryResource {

    private final ReportTreasury report;

    TreasuryResource(ReportTreasury report) {
        this.report = report;
    }

    @POST
    @Operation(
            operationId = "confirmTreasury",
            summary = "税务机关推送入库、上解或退回确认",
            description = "以税票号和阶段为幂等键；可以先于缴费到达。逐行按原顺序回执：BOOKED 已记账 / REPEATED 重发 / REFUSED 拒收。")
    public ReportTreasury.Answer confirm(
            @NotNull @Size(min = 1, max = 10000) List<TreasuryConfirmation> confirmations) {
        return report.run(confirmations);
    }
}
