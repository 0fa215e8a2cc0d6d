package jumin.contribution.payment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 缴费 */
@Path("")
@RunOnVirtualThread
@Tag(name = "payments", description = "缴费")
public class PaymentResource {

    private final ReceivePayment receive;
    private final ReceiveBatch batch;
    private final ReadPayments read;
    private final AssignPayment assign;
    private final AcceptEarly acceptEarly;

    PaymentResource(
            ReceivePayment receive,
            ReceiveBatch batch,
            ReadPayments read,
            AssignPayment assign,
            AcceptEarly acceptEarly) {
        this.receive = receive;
        this.batch = batch;
        this.read = read;
        this.assign = assign;
        this.acceptEarly = acceptEarly;
    }

    @POST
    @Path("payments")
    @RolesAllowed(Roles.TAX)
    @Operation(
            operationId = "receivePayment",
            summary = "税务机关推送一笔缴费或冲正",
            description = "以电子税票号为幂等键：同号同内容重发得到同一回执，同号不同内容报 PAYMENT_VOUCHER_REUSED。税务机关取自令牌。")
    public PaymentReceipt receive(@NotNull @Valid PaymentSubmission payment) {
        return receive.run(payment);
    }

    @POST
    @Path("payment-batches")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.TAX)
    @Operation(
            operationId = "receivePaymentBatch",
            summary = "税务机关批量推送缴费",
            description = "JSON 数组或 application/x-ndjson；逐行处理，按原顺序逐行回执，一行有误不影响其他行；整批重发没有第二次效果。")
    public ReceiveBatch.BatchAnswer batch(@NotNull @Size(min = 1, max = 10000) List<PaymentSubmission> payments) {
        return batch.array(payments);
    }

    @POST
    @Path("payment-batches")
    @Consumes("application/x-ndjson")
    @RolesAllowed(Roles.TAX)
    @Operation(hidden = true)
    public ReceiveBatch.BatchAnswer batchOfLines(@NotNull String lines) {
        return batch.ndjson(lines);
    }

    @GET
    @Path("persons/{id}/payments")
    @RolesAllowed({
        Roles.VILLAGE_HELPER,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(operationId = "listPaymentsOfPerson", summary = "查看某人的缴费及资金去向")
    public List<PaymentView> ofPerson(UUID id) {
        return read.ofPerson(id);
    }

    @POST
    @Path("payments/{voucherNo}/assignment")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(operationId = "assignPayment", summary = "把无人认领的缴费归属到人", description = "归属后随即归集并重新核定待遇；归错了的，两人撤销后可以再归属。")
    public List<PaymentView> assign(String voucherNo, @NotNull @Valid AssignPayment.Assignment assignment) {
        return assign.run(voucherNo, assignment);
    }

    @POST
    @Path("payment-acceptances")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "acceptEarlyPayments",
            summary = "认可征缴期前的缴费",
            description = "征缴期前缴的费先列暂存款；核对属于该年度的，认可后计入应缴并重新核定待遇，待遇起始按本统筹区规定。逐笔回答，重复认可没有第二次效果。")
    public AcceptEarly.AcceptanceAnswer accept(@NotNull @Valid AcceptEarly.Acceptance acceptance) {
        return acceptEarly.run(acceptance);
    }
}
