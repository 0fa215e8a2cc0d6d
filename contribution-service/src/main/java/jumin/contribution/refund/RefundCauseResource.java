package jumin.contribution.refund;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 退费情形的词表 */
@Path("refund-causes")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "refunds", description = "退费")
public class RefundCauseResource {

    private final RefundCauses causes;

    RefundCauseResource(RefundCauses causes) {
        this.causes = causes;
    }

    @GET
    @Operation(
            operationId = "listRefundCauses",
            summary = "退费情形",
            description = "可填的退费情形代码（全国统一的词表）；该统筹区该年度是否准予、退多少，以试算为准。")
    public List<RefundCauses.RefundCause> list(
            @RestQuery @NotNull @Pattern(regexp = "\\d{6}", message = "须为六位行政区划代码") String area,
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return causes.of(area, benefitYear);
    }
}
