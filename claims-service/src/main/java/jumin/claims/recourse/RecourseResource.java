package jumin.claims.recourse;

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
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.claims.receipt.ReceiptReversal;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 第三人追偿 */
@Path("recourses")
@RunOnVirtualThread
@Tag(name = "recourse", description = "先行支付后的第三人追偿")
public class RecourseResource {

    private static final String BASE = "/api/claims/v1/recourses/";

    private final KeepRecourse keep;
    private final Once once;

    RecourseResource(KeepRecourse keep, Once once) {
        this.keep = keep;
        this.once = once;
    }

    /** Of whom it is demanded. */
    @Schema(name = "RecourseDemand", description = "追偿通知：第三人的姓名或名称")
    public record Demand(@NotBlank @Size(max = 100) String debtor) {}

    /** Money that came in. */
    @Schema(name = "RecourseReceipt", description = "追偿到账；可以分次")
    public record Receipt(
            @NotNull Money amount,
            @NotBlank @Size(max = 60) String voucher,

            @Schema(description = "到账日期；不写即今天，不早于先行支付的决定，不在今天之后")
            LocalDate receivedOn) {}

    /** Why it is given up. */
    @Schema(name = "RecourseWaiver", description = "不再追偿的理由")
    public record Waiver(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(
            operationId = "listRecourses",
            summary = "追偿清单",
            description = "基金先行支付的结算自动列入；金额由同一核算得出：先行支付的减去第三人照付时基金应付的。")
    public List<RecourseView> list(
            @RestQuery @DefaultValue("OPEN") RecourseState state,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return keep.page(state, after, limit);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "readRecourse", summary = "查看一笔追偿")
    public RecourseView read(UUID id) {
        return keep.read(id);
    }

    @POST
    @Path("{id}/demand")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(operationId = "demandRecourse", summary = "登记追偿通知", description = "更正第三人时可再次登记。")
    public RecourseView demand(UUID id, @NotNull @Valid Demand demand) {
        return keep.demand(id, demand.debtor());
    }

    @POST
    @Path("{id}/receipts")
    @RolesAllowed(Roles.FINANCE)
    @Operation(operationId = "receiveRecourse", summary = "登记追偿到账")
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content = @Content(schema = @Schema(implementation = RecourseView.class)))
    public Response receive(@RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid Receipt receipt) {
        return once.answer("recourse-receipt", key, List.of(id, receipt), () -> {
            var view = keep.receive(id, receipt.amount(), receipt.voucher(), receipt.receivedOn());
            return Once.Answer.created(view, BASE + id);
        });
    }

    @POST
    @Path("{id}/receipts/{receipt}/reversal")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "reverseRecourseReceipt",
            summary = "冲销登记有误的追偿到账",
            description = "由登记人以外的财务人员核对后冲销，写明理由；原来的一笔保留，已全部追回的重新追偿，账目冲回。同一凭证号可以重新登记。")
    @APIResponse(
            responseCode = "201",
            description = "已冲销",
            content = @Content(schema = @Schema(implementation = RecourseView.class)))
    public Response reverse(
            @RestHeader(Once.HEADER) String key, UUID id, UUID receipt, @NotNull @Valid ReceiptReversal reversal) {
        return once.answer("recourse-receipt-reversal", key, List.of(id, receipt, reversal), () -> {
            var view = keep.reverse(id, receipt, reversal.reason());
            return Once.Answer.created(view, BASE + id);
        });
    }

    @POST
    @Path("{id}/waiver")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "waiveRecourse", summary = "批准不再追偿（写明理由）", description = "发出通知的人不能批准。")
    public RecourseView waive(UUID id, @NotNull @Valid Waiver waiver) {
        return keep.waive(id, waiver.reason());
    }
}
