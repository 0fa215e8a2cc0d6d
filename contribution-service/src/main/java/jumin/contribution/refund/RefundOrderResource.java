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
import java.util.UUID;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 退库指令, for the tax organ */
@Path("refund-orders")
@RunOnVirtualThread
@RolesAllowed(Roles.TAX)
@Tag(name = "refunds", description = "退费")
public class RefundOrderResource {

    private final RefundOrders orders;

    RefundOrderResource(RefundOrders orders) {
        this.orders = orders;
    }

    @GET
    @Operation(operationId = "listRefundOrders", summary = "税务机关取待办的退库指令", description = "报告结果后不再出现；失败后重新下达的再次出现，次数加一。")
    public List<RefundOrders.RefundOrder> list(@RestQuery @DefaultValue("500") @Min(1) @Max(1000) int limit) {
        return orders.open(limit);
    }

    @POST
    @Path("{id}/result")
    @Operation(operationId = "reportRefundResult", summary = "税务机关报告退库结果", description = "重复报告同一结果没有第二次效果。")
    public RefundView report(UUID id, @NotNull @Valid RefundOrders.RefundResult result) {
        return orders.report(id, result);
    }
}
