package jumin.contribution.refund;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 退库指令, for the tax organ; 付款指令, for the expenditure account */
@Path("refund-orders")
@RunOnVirtualThread
@RolesAllowed(Roles.TAX)
@Tag(name = "refunds", description = "退费")
public class RefundOrderResource {

    private static final String LAST = "上一页最后一项的 refundId；首页不填";

    private final ListRefundOrders list;
    private final RefundOrders orders;

    RefundOrderResource(ListRefundOrders list, RefundOrders orders) {
        this.list = list;
        this.orders = orders;
    }

    @GET
    @Operation(operationId = "listRefundOrders", summary = "税务机关取待办的退库指令", description = "报告结果后不再出现；失败后重新下达的再次出现，次数加一。")
    public List<ListRefundOrders.RefundOrder> list(
            @RestQuery @Schema(description = LAST) UUID after,
            @RestQuery @DefaultValue("500") @Min(1) @Max(1000) int limit) {
        return list.forTaxOrgan(part(after, limit));
    }

    @GET
    @Path("expenditure-account")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "listExpenditureRefundOrders",
            summary = "财务取待办的支出户付款指令",
            description = "款项已上解财政专户的退费由支出户付款；含收款人户名和账号，查看留痕。付款后用 refunds/{id}/result 报告结果。")
    public List<ListRefundOrders.RefundOrder> ofExpenditureAccount(
            @RestQuery @Schema(description = LAST) UUID after,
            @RestQuery @DefaultValue("500") @Min(1) @Max(1000) int limit) {
        return list.forExpenditureAccount(part(after, limit));
    }

    private static ListRefundOrders.Part part(UUID after, int limit) {
        return new ListRefundOrders.Part(Optional.ofNullable(after), limit);
    }

    @POST
    @Path("{id}/result")
    @Operation(
            operationId = "reportRefundResult",
            summary = "税务机关报告退库结果",
            description = "重复报告同一结果没有第二次效果。已报已退、其后款项被退回的报 BOUNCED：退费单回到付款失败，可更正账户后重新下达，已终止的待遇不变。")
    public RefundView report(UUID id, @NotNull @Valid RefundOrders.RefundResult result) {
        return orders.report(id, result);
    }
}
