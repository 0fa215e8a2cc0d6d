package jumin.enrollment.move;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jumin.enrollment.page.Page;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 跨辖区迁移 */
@Path("transfers")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "moves", description = "迁移、分户、并户、变更户主")
public class TransferResource {

    private final TransferPersons transfers;
    private final CurrentCaller caller;
    private final Once once;

    TransferResource(TransferPersons transfers, CurrentCaller caller, Once once) {
        this.transfers = transfers;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Operation(operationId = "proposeTransfer", summary = "申请迁往辖区外", description = "由迁出地提出；迁入地接收后才迁移，之前一切不变。")
    @APIResponse(
            responseCode = "201",
            description = "已提出",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response propose(@RestHeader(Once.HEADER) String key, @NotNull @Valid TransferSubmission submission) {
        return once.answer(
                "propose-transfer", key, submission, () -> Once.Answer.created(transfers.propose(submission), ""));
    }

    @GET
    @Operation(operationId = "listTransfers", summary = "列出与辖区有关的迁移申请", description = "迁出、迁入的都列；姓名脱敏。")
    public Page<TransferView> list(
            @RestQuery @DefaultValue("PROPOSED") @Pattern(regexp = "PROPOSED|ACCEPTED|REFUSED|WITHDRAWN") String state,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return transfers.list(state, page, size);
    }

    @POST
    @Path("{id}/acceptance")
    @Operation(operationId = "acceptTransfer", summary = "接收迁入", description = "由迁入地办理；人员及其参保登记等随之迁来，迁出地不再看到。")
    @APIResponse(
            responseCode = "200",
            description = "已接收",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response accept(
            TransferId id,
            @RestHeader(Once.HEADER) String key,
            @NotNull @Valid TransferSubmission.Acceptance acceptance) {
        var mine = caller.get().scope().division();
        return caller.callAsService(() -> once.answer(
                "accept-transfer " + id,
                key,
                acceptance,
                () -> Once.Answer.ok(transfers.accept(id, acceptance, mine))));
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(operationId = "withdrawTransfer", summary = "撤回迁移申请", description = "由迁出地办理，须说明原因；撤回后可重新申请。")
    @APIResponse(
            responseCode = "200",
            description = "已撤回",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response withdraw(
            TransferId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid TransferSubmission.Refusal submission) {
        var mine = caller.get().scope().division();
        return once.answer(
                "withdraw-transfer " + id,
                key,
                submission,
                () -> Once.Answer.ok(transfers.withdraw(id, submission.reason(), mine)));
    }

    @POST
    @Path("{id}/refusal")
    @Operation(operationId = "refuseTransfer", summary = "退回迁移申请", description = "由迁入地办理，须说明原因。")
    @APIResponse(
            responseCode = "200",
            description = "已退回",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response refuse(
            TransferId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid TransferSubmission.Refusal refusal) {
        var mine = caller.get().scope().division();
        return once.answer(
                "refuse-transfer " + id,
                key,
                refusal,
                () -> Once.Answer.ok(transfers.refuse(id, refusal.reason(), mine)));
    }
}
