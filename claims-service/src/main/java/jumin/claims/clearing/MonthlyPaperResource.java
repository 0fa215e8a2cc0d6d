package jumin.claims.clearing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 月结单的打印件 */
@Path("monthly-statements/{id}/paper")
@RunOnVirtualThread
@RolesAllowed({Roles.HOSPITAL, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "clearing")
public class MonthlyPaperResource {

    private static final String PDF = "application/pdf";

    private final KeepStatements statements;
    private final MakeMonthlyPaper papers;
    private final CurrentCaller caller;

    MonthlyPaperResource(KeepStatements statements, MakeMonthlyPaper papers, CurrentCaller caller) {
        this.statements = statements;
        this.papers = papers;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readMonthlyPaper",
            summary = "月结单：合计、拒付与原因、扣减、预留、应付、拨付",
            description = "Accept: application/pdf 得到可打印、签字的同一内容。没有支付的超过 2000 笔的只列前 2000 笔，其余见机构日对账的 refusals。")
    @APIResponse(
            responseCode = "200",
            description = "月结单",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MonthlyPaperView.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public MonthlyPaperView read(UUID id) {
        return paper(id);
    }

    @GET
    @Produces(PDF + ";qs=0.5")
    @Operation(hidden = true)
    public Response print(UUID id) {
        return Response.ok(papers.pdf(paper(id)), PDF)
                .header("Content-Disposition", "inline; filename=\"" + MakeMonthlyPaper.fileName(id) + "\"")
                .build();
    }

    /** The right to the statement first; what it sums up lies in all counties of the fund. */
    private MonthlyPaperView paper(UUID id) {
        var by = caller.get();
        var statement = statements.read(id);
        return caller.callAsService(() -> papers.view(statement, by));
    }
}
