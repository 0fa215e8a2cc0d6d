package jumin.claims.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jumin.claims.insured.PersonId;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 年度累计 */
@Path("persons/{id}/accumulators")
@RunOnVirtualThread
@Tag(name = "accumulation", description = "年度累计")
public class AccumulatorResource {

    private final ExplainYear explain;

    AccumulatorResource(ExplainYear explain) {
        this.explain = explain;
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
    @Operation(operationId = "readAccumulators", summary = "个人年度累计与各限额的剩余（5206）")
    public AccumulatorsView read(PersonId id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return explain.run(id, benefitYear);
    }
}
