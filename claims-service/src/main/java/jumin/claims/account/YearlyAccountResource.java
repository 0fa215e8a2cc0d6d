package jumin.claims.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jumin.claims.insured.PersonId;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 个人年度对账单 */
@Path("persons/{id}/yearly-account")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "accumulation")
public class YearlyAccountResource {

    private static final String PDF = "application/pdf";

    private final MakeYearlyAccount accounts;

    YearlyAccountResource(MakeYearlyAccount accounts) {
        this.accounts = accounts;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readYearlyAccount",
            summary = "个人年度待遇对账单：付了多少、各限额还剩多少",
            description = "Accept: application/pdf 得到可打印的同一内容。")
    @APIResponse(
            responseCode = "200",
            description = "对账单",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = YearlyAccountView.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public YearlyAccountView read(PersonId id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return accounts.view(id, benefitYear);
    }

    @GET
    @Produces(PDF + ";qs=0.5")
    @Operation(hidden = true)
    public Response print(PersonId id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        var account = accounts.view(id, benefitYear);
        return Response.ok(accounts.pdf(account), PDF)
                .header("Content-Disposition", "inline; filename=\"yearly-account-" + benefitYear + ".pdf\"")
                .build();
    }
}
