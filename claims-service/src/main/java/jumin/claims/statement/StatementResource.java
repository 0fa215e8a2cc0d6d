package jumin.claims.statement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jumin.claims.settlement.SettlementId;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 结算单 */
@Path("settlements/{id}/statement")
@RunOnVirtualThread
@RolesAllowed({
    Roles.HOSPITAL,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.FINANCE,
    Roles.AUDITOR
})
@Tag(name = "statement", description = "结算单")
public class StatementResource {

    private static final String PDF = "application/pdf";

    private final MakeStatement statements;

    StatementResource(MakeStatement statements) {
        this.statements = statements;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readStatement",
            summary = "结算单：每一步的基数、比例、金额和条款",
            description = "Accept: application/pdf 得到可打印的同一内容。")
    @APIResponse(
            responseCode = "200",
            description = "结算单",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementView.class)),
                @Content(
                        mediaType = PDF,
                        schema =
                                @Schema(
                                        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                        format = "binary"))
            })
    public StatementView read(SettlementId id) {
        return statements.view(id);
    }

    @GET
    @Produces(PDF + ";qs=0.5")
    @Operation(hidden = true)
    public Response print(SettlementId id) {
        var statement = statements.view(id);
        return Response.ok(statements.pdf(statement), PDF)
                .header("Content-Disposition", "inline; filename=\"" + statement.number() + ".pdf\"")
                .build();
    }
}
