package jumin.claims.manual;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 零星报销受理单 */
@Path("manual-claims/{id}/receipt")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "manual")
public class ClaimReceiptResource {

    private static final String PDF = "application/pdf";

    private final MakeReceipt receipts;

    ClaimReceiptResource(MakeReceipt receipts) {
        this.receipts = receipts;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readClaimReceipt",
            summary = "受理单：收到的和尚缺的材料、期限、向谁凭什么单号查询",
            description = "Accept: application/pdf 得到可打印的同一内容。")
    @APIResponse(
            responseCode = "200",
            description = "受理单",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ClaimReceiptView.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public ClaimReceiptView read(UUID id) {
        return receipts.view(id);
    }

    @GET
    @Produces(PDF + ";qs=0.5")
    @Operation(hidden = true)
    public Response print(UUID id) {
        var receipt = receipts.view(id);
        return Response.ok(receipts.pdf(receipt), PDF)
                .header("Content-Disposition", "inline; filename=\"" + receipt.number() + ".pdf\"")
                .build();
    }
}
