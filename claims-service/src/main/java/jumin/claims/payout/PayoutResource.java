package jumin.claims.payout;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.claims.receipt.ReceiptReversal;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 应付个人与追回 */
@Path("payouts")
@RunOnVirtualThread
@Tag(name = "payout", description = "应付个人、追回与支付批次")
public class PayoutResource {

    private static final String BASE = "/api/claims/v1/payouts/";

    private final KeepPayouts payouts;
    private final SetOff setOff;
    private final PayoutBatches batches;
    private final Once once;
    private final CurrentCaller caller;

    PayoutResource(KeepPayouts payouts, SetOff setOff, PayoutBatches batches, Once once, CurrentCaller caller) {
        this.payouts = payouts;
        this.setOff = setOff;
        this.batches = batches;
        this.once = once;
        this.caller = caller;
    }

    /** A part that came back. */
    @Schema(name = "PayoutReceipt", description = "追回到账的一笔")
    public record Receipt(
            @NotNull @Schema(description = "到账金额，不超过尚欠的", examples = "100.00")
            Money amount,

            @NotBlank @Size(max = 100) @Schema(description = "凭证号；同一笔应追回不重复")
            String voucher,

            @Schema(description = "到账日期；不写即今天，不早于应追的形成，不在今天之后")
            LocalDate receivedOn) {}

    /** By which voucher the money came back. */
    @Schema(description = "追回到账的凭证")
    public record Recovery(
            @NotBlank @Size(max = 100) String voucher,

            @Schema(description = "到账日期；不写即今天，不早于应追的形成，不在今天之后")
            LocalDate receivedOn) {}

    /** Why the bank sent it back. */
    @Schema(name = "PayoutBounce", description = "退汇：银行所说的原因，或回盘误登的说明")
    public record Bounce(@NotBlank @Size(max = 200) String reason) {}

    /** Which entry of the account was looked at. */
    @Schema(name = "PayeeConfirmation", description = "确认所核对的账户")
    public record Confirmation(
            @NotNull @Min(0) @Schema(description = "查看时的 accountVersion", examples = "1")
            Integer accountVersion) {}

    @GET
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(
            operationId = "listPayouts",
            summary = "应付个人与应追回的清单",
            description = "写明 person 的，是此人的全部，不论状态；不写的，是某一状态的，默认待支付，after 写上一页最后一项。")
    public List<PayoutView> list(
            @RestQuery PersonId person,
            @RestQuery @DefaultValue("READY") PayoutState state,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return person == null ? payouts.page(state, after, limit) : payouts.of(person);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "readPayout", summary = "查看一笔应付或应追回")
    public PayoutView read(UUID id) {
        return payouts.read(id);
    }

    @PUT
    @Path("{id}/payee")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "putPayee",
            summary = "补填或更正收款账户",
            description = "收款人须符合规定，本人收款的户名须是本人；另一人确认后待支付。银行退回的，更正、确认后重新待支付。")
    public PayoutView payee(UUID id, @NotNull @Valid PayeeEntry entry) {
        return payouts.enter(id, entry);
    }

    @POST
    @Path("{id}/payee-confirmation")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "confirmPayee",
            summary = "确认收款账户",
            description = "由填写人以外的县级人员核对；不对的请重新填写。写明所核对账户的 accountVersion，查看以后又有变动的不能确认。")
    public PayoutView confirmed(UUID id, @NotNull @Valid Confirmation confirmation) {
        return payouts.confirm(id, confirmation.accountVersion());
    }

    @POST
    @Path("{id}/recovery")
    @RolesAllowed(Roles.FINANCE)
    @Operation(operationId = "recordRecovery", summary = "登记追回到账：尚欠的一次收齐")
    public PayoutView recovered(UUID id, @NotNull @Valid Recovery recovery) {
        return payouts.recovered(id, recovery.voucher(), recovery.receivedOn());
    }

    @POST
    @Path("{id}/receipts")
    @RolesAllowed(Roles.FINANCE)
    @Operation(operationId = "receivePayout", summary = "登记追回的一笔到账（分次追回）", description = "收齐即为已追回；每笔随即入账。")
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content = @Content(schema = @Schema(implementation = PayoutView.class)))
    public Response receive(@RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid Receipt receipt) {
        return once.answer("payout-receipt", key, List.of(id, receipt), () -> {
            var view = payouts.receive(id, Optional.of(receipt.amount()), receipt.voucher(), receipt.receivedOn());
            return Once.Answer.created(view, BASE + id);
        });
    }

    @POST
    @Path("{id}/receipts/{receipt}/reversal")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "reversePayoutReceipt",
            summary = "冲销登记有误的追回到账",
            description = "由登记人以外的财务人员核对后冲销，写明理由；原来的一笔保留，已追回的重新待追回，账目冲回。同一凭证号可以重新登记。")
    @APIResponse(
            responseCode = "201",
            description = "已冲销",
            content = @Content(schema = @Schema(implementation = PayoutView.class)))
    public Response reverse(
            @RestHeader(Once.HEADER) String key, UUID id, UUID receipt, @NotNull @Valid ReceiptReversal reversal) {
        return once.answer("payout-receipt-reversal", key, List.of(id, receipt, reversal), () -> {
            var view = payouts.reverse(id, receipt, reversal.reason());
            return Once.Answer.created(view, BASE + id);
        });
    }

    @POST
    @Path("{id}/bounce")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "bouncePayout",
            summary = "登记已支付款项的退汇",
            description = "回盘说已付、过后被银行退回的，或回盘误登为已付的：该笔记为退汇，账目冲回；另有一笔重新应付（答复），更正账户、另一人确认后再支付，同一就诊应追回的先抵。")
    @APIResponse(
            responseCode = "201",
            description = "重新应付的一笔",
            content = @Content(schema = @Schema(implementation = PayoutView.class)))
    public Response bounce(@RestHeader(Once.HEADER) String key, UUID id, @NotNull @Valid Bounce bounce) {
        // The batch is this county's; whom it paid may have moved to another since.
        caller.callAsService(() -> payouts.batchOf(id)).ifPresentOrElse(batches::view, () -> payouts.read(id));
        return caller.callAsService(() -> once.answer("payout-bounce", key, List.of(id, bounce), () -> {
            var view = setOff.bounced(id, bounce.reason());
            return Once.Answer.created(view, BASE + view.id());
        }));
    }
}
