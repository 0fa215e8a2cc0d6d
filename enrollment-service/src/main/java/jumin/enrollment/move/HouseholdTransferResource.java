package jumin.enrollment.move;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 整户迁移 */
@Path("household-transfers")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "moves", description = "迁移、分户、并户、变更户主")
public class HouseholdTransferResource {

    private final TransferHouseholds transfers;
    private final CurrentCaller caller;
    private final Once once;

    HouseholdTransferResource(TransferHouseholds transfers, CurrentCaller caller, Once once) {
        this.transfers = transfers;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Operation(
            operationId = "proposeHouseholdTransfer",
            summary = "申请整户迁往辖区外",
            description = "由迁出地提出，户内各成员一同申请；迁入地一次接收，与户主的关系不变；之前一切不变。")
    @APIResponse(
            responseCode = "201",
            description = "已提出",
            content = @Content(schema = @Schema(implementation = HouseholdTransferView.class)))
    public Response propose(
            @RestHeader(Once.HEADER) String key, @NotNull @Valid HouseholdTransferSubmission submission) {
        return once.answer(
                "propose-household-transfer",
                key,
                submission,
                () -> Once.Answer.created(transfers.propose(submission), ""));
    }

    @POST
    @Path("{id}/acceptance")
    @Operation(operationId = "acceptHouseholdTransfer", summary = "接收整户", description = "由迁入地办理；全户成员及其参保登记等一同迁来。")
    @APIResponse(
            responseCode = "200",
            description = "已接收",
            content = @Content(schema = @Schema(implementation = HouseholdTransferView.class)))
    public Response accept(
            UUID id,
            @RestHeader(Once.HEADER) String key,
            @NotNull @Valid HouseholdTransferSubmission.Acceptance acceptance) {
        var mine = caller.get().scope().division();
        return caller.callAsService(() -> once.answer(
                "accept-household-transfer " + id,
                key,
                acceptance,
                () -> Once.Answer.ok(transfers.accept(id, acceptance, mine))));
    }

    @POST
    @Path("{id}/refusal")
    @Operation(operationId = "refuseHouseholdTransfer", summary = "退回整户迁移申请", description = "由迁入地办理，须说明原因。")
    @APIResponse(
            responseCode = "200",
            description = "已退回",
            content = @Content(schema = @Schema(implementation = HouseholdTransferView.class)))
    public Response refuse(
            UUID id, @RestHeader(Once.HEADER) String key, @NotNull @Valid TransferSubmission.Refusal refusal) {
        var mine = caller.get().scope().division();
        return once.answer(
                "refuse-household-transfer " + id,
                key,
                refusal,
                () -> Once.Answer.ok(transfers.refuse(id, refusal.reason(), mine)));
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(operationId = "withdrawHouseholdTransfer", summary = "撤回整户迁移申请", description = "由迁出地办理，须说明原因。")
    @APIResponse(
            responseCode = "200",
            description = "已撤回",
            content = @Content(schema = @Schema(implementation = HouseholdTransferView.class)))
    public Response withdraw(
            UUID id, @RestHeader(Once.HEADER) String key, @NotNull @Valid TransferSubmission.Refusal submission) {
        var mine = caller.get().scope().division();
        return once.answer(
                "withdraw-household-transfer " + id,
                key,
                submission,
                () -> Once.Answer.ok(transfers.withdraw(id, submission.reason(), mine)));
    }
}
