package jumin.contribution.paper;

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
import java.util.UUID;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 缴费证明、缴费通知单 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({
    Roles.VILLAGE_HELPER,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.FINANCE,
    Roles.AUDITOR
})
@Tag(name = "papers", description = "缴费证明与通知单")
public class PaperResource {

    private static final String PDF = "application/pdf";

    private final ProvePayment prove;
    private final NotifyHousehold notify;

    PaperResource(ProvePayment prove, NotifyHousehold notify) {
        this.prove = prove;
        this.notify = notify;
    }

    @GET
    @Path("persons/{id}/payment-proof")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readPaymentProof",
            summary = "缴费证明",
            description = "某人某年度计入应缴的缴费，按税票列示；Accept: application/pdf 得到可打印的同一内容。")
    @APIResponse(
            responseCode = "200",
            description = "缴费证明",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PaymentProof.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public PaymentProof proof(UUID id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return prove.run(id, benefitYear);
    }

    @GET
    @Path("persons/{id}/payment-proof")
    @Produces(PDF + ";qs=0.5")
    @Operation(hidden = true)
    public Response printProof(UUID id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        var proof = prove.run(id, benefitYear);
        return pdf(prove.pdf(proof), proof.number());
    }

    @GET
    @Path("households/{id}/payment-notice")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readPaymentNotice",
            summary = "参保缴费通知单",
            description = "一户的应缴、资助、已缴和尚欠，征缴期和文号；Accept: application/pdf 得到可打印的同一内容。")
    @APIResponse(
            responseCode = "200",
            description = "参保缴费通知单",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PaymentNotice.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public PaymentNotice notice(String id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return notify.run(id, benefitYear);
    }

    @GET
    @Path("households/{id}/payment-notice")
    @Produces(PDF + ";qs=0.5")
    @Operation(hidden = true)
    public Response printNotice(String id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return pdf(notify.pdf(notify.run(id, benefitYear)), "notice-" + benefitYear);
    }

    private static Response pdf(byte[] page, String name) {
        return Response.ok(page, PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .build();
    }
}
