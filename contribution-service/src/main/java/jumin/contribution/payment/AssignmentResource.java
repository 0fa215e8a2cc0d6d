package jumin.contribution.payment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 归属及其撤销 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "payments", description = "缴费")
public class AssignmentResource {

    private final UndoAssignment undo;

    AssignmentResource(UndoAssignment undo) {
        this.undo = undo;
    }

    /** 撤销归属的状态. */
    public enum UndoState {
        UNDO_PROPOSED,
        UNDONE
    }

    /** 撤销归属的理由. */
    public record UndoReason(
            @NotBlank(message = "须写明理由") @Size(max = 200) String reason) {}

    @GET
    @Path("payments/{voucherNo}/assignments")
    @Operation(operationId = "listAssignmentsOfPayment", summary = "查看一笔缴费的归属及撤销，新的在前")
    public List<AssignmentView> of(String voucherNo) {
        return undo.of(voucherNo);
    }

    @GET
    @Path("assignment-undos")
    @Operation(
            operationId = "listAssignmentUndos",
            summary = "撤销归属的清单：待复核的、已撤销的",
            description = "先提出的在前；after 写上一页最后一项的 assignmentId。")
    public List<AssignmentView> undos(
            @RestQuery @DefaultValue("UNDO_PROPOSED") UndoState state,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return undo.undos(state == UndoState.UNDONE, Optional.ofNullable(after), limit);
    }

    @POST
    @Path("payments/{voucherNo}/assignment-undo")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(
            operationId = "proposeAssignmentUndo",
            summary = "提出撤销一笔归错了人的缴费",
            description = "只用于人工归属的；已退费、正在退费、已冲正的不能撤销。由另一人复核。")
    public AssignmentView propose(String voucherNo, @NotNull @Valid UndoReason reason) {
        return undo.propose(voucherNo, reason.reason());
    }

    @POST
    @Path("payments/{voucherNo}/assignment-undo/approval")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(
            operationId = "approveAssignmentUndo",
            summary = "撤销归属",
            description = "复核人不能是提出人。款项回到无人认领，原来归属的人的应缴和待遇随即重新核定；可以再归属给应得的人。")
    public AssignmentView approve(String voucherNo) {
        return undo.approve(voucherNo);
    }

    @POST
    @Path("payments/{voucherNo}/assignment-undo/rejection")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "rejectAssignmentUndo", summary = "不予撤销归属")
    public AssignmentView reject(String voucherNo) {
        return undo.reject(voucherNo);
    }
}
