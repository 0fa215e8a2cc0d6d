package jumin.claims.statement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jumin.claims.settlement.SettlementId;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 不予支付通知书 */
@Path("settlements/{id}/refusal-notice")
@RunOnVirtualThread
@RolesAllowed({
    Roles.HOSPITAL,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.FINANCE,
    Roles.AUDITOR
})
@Tag(name = "statement")
public class RefusalNoticeResource {

    private static final String PDF = "application/pdf";

    private final MakeStatement statements;

    RefusalNoticeResource(MakeStatement statements) {
        this.statements = statements;
    }

    @GET
    @Produces(PDF)
    @Operation(
            operationId = "printRefusalNotice",
            summary = "不予支付（暂缓支付）通知书：理由、条款和怎样办",
            description = "已支付的结算没有通知书（409）。")
    @APIResponse(
            responseCode = "200",
            description = "通知书",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(SettlementId id) {
        var notice = statements.refusal(id);
        return Response.ok(statements.notice(notice), PDF)
                .header(
                        "Content-Disposition",
                        "inline; filename=\"" + notice.statement().number() + "-notice.pdf\"")
                .build();
    }
}
