package jumin.contribution.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 账簿 */
@Path("ledger")
@RunOnVirtualThread
@RolesAllowed({Roles.FINANCE, Roles.AUDITOR, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
@Tag(name = "ledger", description = "账簿")
public class LedgerResource {

    private final ReadLedger ledger;

    LedgerResource(ReadLedger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Path("trial-balance")
    @Operation(
            operationId = "readTrialBalance",
            summary = "试算平衡表",
            description = "按登录人的辖区汇总；benefitYear 为 0 时包含全部年度。每笔分录从一个科目转入另一个科目，余额合计恒为零。")
    public TrialBalance trialBalance(@RestQuery @DefaultValue("0") @Min(0) @Max(2100) int benefitYear) {
        return ledger.trialBalance(benefitYear);
    }

    @GET
    @Path("postings")
    @Operation(operationId = "listPostings", summary = "某科目的分录明细", description = "试算平衡表每个数字背后的分录。")
    public ReadLedger.PostingPage postings(
            @RestQuery @NotNull Account account,
            @RestQuery @DefaultValue("0") @Min(0) @Max(2100) int benefitYear,
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return ledger.postings(account, benefitYear, after, limit);
    }
}
