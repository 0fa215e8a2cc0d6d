package jumin.contribution.elsewhere;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import jumin.contribution.refund.RefundSubmission;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 异地参保资助的拨付 */
@Path("elsewhere-aid-payouts")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "elsewhere-aid", description = "异地参保资助的拨付")
public class ElsewhereAidResource {

    private static final String STATES = "|DUE|PREPARED|ORDERED|FAILED|PAID|WITHDRAWN|TO_RECOVER|RECOVERED";

    private final ListElsewhereAid list;
    private final PayElsewhereAid pay;

    ElsewhereAidResource(ListElsewhereAid list, PayElsewhereAid pay) {
        this.list = list;
        this.pay = pay;
    }

    @GET
    @Operation(
            operationId = "listElsewhereAidPayouts",
            summary = "查看异地参保资助的拨付",
            description = "登记服务同意的资助由变更流到达，即为待登记收款账户；按到达先后。benefitYear 为 0 时包含全部年度。")
    public AidPayoutView.Page page(
            @RestQuery @DefaultValue("0") @Min(0) @Max(2100) int benefitYear,
            @RestQuery @DefaultValue("") @Pattern(regexp = STATES) String state,
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return list.page(benefitYear, state, after, limit);
    }

    @GET
    @Path("orders")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "listElsewhereAidOrders",
            summary = "财务取待办的支出户付款指令",
            description = "含收款人户名和账号，查看留痕；报告结果后不再出现，失败后重新下达的再次出现，次数加一。after 为上一页最后一项的 seq。")
    public List<AidPayoutView.Order> orders(
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("500") @Min(1) @Max(1000) int limit) {
        return list.orders(after, limit);
    }

    @GET
    @Path("{claimId}")
    @Operation(operationId = "readElsewhereAidPayout", summary = "查看一笔异地参保资助的拨付")
    public AidPayoutView one(UUID claimId) {
        return list.one(claimId);
    }

    @PUT
    @Path("{claimId}/payee")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "nameElsewhereAidPayee",
            summary = "登记或更正收款账户",
            description = "下达之前以后报的为准；付款失败后更正的，重新复核下达。户名不是本人的，须写明 relation。")
    public AidPayoutView payee(UUID claimId, @NotNull @Valid RefundSubmission.Payee payee) {
        return pay.prepare(claimId, payee);
    }

    @POST
    @Path("{claimId}/approval")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(
            operationId = "orderElsewhereAidPayout",
            summary = "复核并下达付款",
            description = "复核人不能是登记收款账户的人，并须写明所核对账号的后四位，与现在的不同即 409。付款失败后账户无误的，再次复核即重新下达。")
    public AidPayoutView order(
            UUID claimId,
            @RestQuery @NotNull @Pattern(regexp = "\\d{4}") @Schema(description = "收款账号的后四位", examples = "8888")
                    String accountLastFour) {
        return pay.order(claimId, accountLastFour);
    }

    @POST
    @Path("{claimId}/result")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "reportElsewhereAidPayment",
            summary = "财务报告支出户付款结果",
            description = "重复报告同一结果没有第二次效果。下达之后资助被撤回而款已付出的，仍报告已付，转为待追回。")
    public AidPayoutView report(UUID claimId, @NotNull @Valid AidResult result) {
        return pay.report(claimId, result);
    }

    @POST
    @Path("{claimId}/recovery")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "reportElsewhereAidRecovery",
            summary = "财务报告追回到账的一笔",
            description = "已付后撤回的资助，可以分次，收齐即为已追回；合计不超过该笔资助。重复报告同一收款单号没有第二次效果。到账日期不早于付款，不在今天之后；属于已结账月份的，记在登记当日，写明到账日期。")
    public AidPayoutView recovery(UUID claimId, @NotNull @Valid AidRecovery recovery) {
        return pay.recover(claimId, recovery);
    }

    /** Why a receipt is taken back. */
    @Schema(name = "ElsewhereAidReceiptReversal", description = "冲销登记有误的到账")
    public record Reversal(
            @NotBlank(message = "冲销的理由必填") @Size(max = 200) @Schema(description = "理由", examples = "金额登记有误，应为 30.00")
            String reason) {}

    @POST
    @Path("{claimId}/recoveries/{receiptId}/reversal")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "reverseElsewhereAidRecovery",
            summary = "冲销登记有误的追回到账",
            description = "由登记人以外的财务人员核对后冲销，写明理由；原来的一笔保留。冲销后同一收款单号可以重新登记。重复冲销没有第二次效果。")
    public AidPayoutView reversal(UUID claimId, UUID receiptId, @NotNull @Valid Reversal reversal) {
        return pay.reverse(claimId, receiptId, reversal.reason());
    }
}
