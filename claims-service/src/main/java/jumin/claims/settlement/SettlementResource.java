package jumin.claims.settlement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.insured.PersonId;
import jumin.claims.message.Intakes;
import jumin.claims.message.MessageKind;
import jumin.claims.message.Received;
import jumin.claims.provider.ProviderCode;
import jumin.platform.fault.Failpoints;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 结算、冲正、查询与复算 */
@Path("settlements")
@RunOnVirtualThread
@Tag(name = "settlement", description = "预结算、结算、冲正")
public class SettlementResource {

    private final SettleBill settle;
    private final QuerySettlement query;
    private final ResolveMessage resolve;
    private final Intakes intakes;
    private final Once once;
    private final CurrentCaller caller;
    private final Failpoints failpoints;

    SettlementResource(
            SettleBill settle,
            QuerySettlement query,
            ResolveMessage resolve,
            Intakes intakes,
            Once once,
            CurrentCaller caller,
            Failpoints failpoints) {
        this.settle = settle;
        this.query = query;
        this.resolve = resolve;
        this.intakes = intakes;
        this.once = once;
        this.caller = caller;
        this.failpoints = failpoints;
    }

    @POST
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(
            operationId = "settleBill",
            summary = "结算（2207、2304）",
            description = "Idempotency-Key 即报文编号 msgid：同一编号同一内容只结算一次，重发得到同样的答复。"
                    + "支付、不予支付、暂缓都是正常答复，写明原因与依据；暂缓消除后用新的报文编号重新结算。")
    @APIResponse(
            responseCode = "201",
            description = "已结算（支付）",
            content = @Content(schema = @Schema(implementation = SettlementView.class)))
    @APIResponse(
            responseCode = "200",
            description = "不予支付或暂缓",
            content = @Content(schema = @Schema(implementation = SettlementView.class)))
    public Response settle(
            @Parameter(description = "报文编号 msgid", example = "H36090200001202403201030000001") @RestHeader(Once.HEADER)
                    String key,
            @NotNull @Valid BillSubmission bill) {
        var provider = ProviderCode.of(caller.get());
        var message = once.message("settlement", key, bill);
        return caller.callAsService(() -> intakes.carried(received(bill, provider, message), intake -> {
            var answer = settle.settle(new SettleBill.Request(bill, provider, message, intake));
            failpoints.reach("settlement-after-commit");
            return answer;
        }));
    }

    private static Received received(BillSubmission bill, ProviderCode provider, Once.Message message) {
        return new Received(
                provider.value(),
                message.client(),
                message.key(),
                MessageKind.SETTLEMENT,
                bill.person().known().map(PersonId::value));
    }

    @GET
    @Path("by-message/{messageId}")
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(
            operationId = "readSettlementByMessage",
            summary = "按报文编号查询最终结果",
            description = "超时未得到答复时使用；404 表示目前没有它的结算：可能仍在处理，办理情况见 /messages/{messageId}。重发同号报文不会重复支付；要确知它不会再生效的，了结该报文。")
    public SettlementView byMessage(@Size(max = 100) String messageId) {
        return query.byMessage(messageId);
    }

    @POST
    @Path("by-message/{messageId}/resolution")
    @RolesAllowed(Roles.HOSPITAL)
    @Operation(
            operationId = "resolveMessage",
            summary = "了结未决报文",
            description = "没有收到答复时调用：已生效的得到结果；未生效的从此作废，迟到的同号报文会被拒绝（409）。仍在处理的最多等 5 秒，之后答 409 REQUEST_IN_PROGRESS，稍后再问。")
    public ResolveMessage.ResolvedMessage resolve(
            @Size(max = 100) String messageId, @NotNull @Valid ResolveMessage.Resolution resolution) {
        return resolve.run(messageId, resolution);
    }

    @GET
    @RolesAllowed({
        Roles.HOSPITAL,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "findSettlement",
            summary = "按单号查询结算或冲正",
            description = "单号印在结算单、通知书和年度清单上；已冲正、已重算的照样查得到，写明以哪一笔为准。")
    public SettlementView find(
            @Parameter(description = "单号", example = "JS202403201000001") @RestQuery @NotBlank @Size(max = 40)
                    String number) {
        return query.byNumber(number.strip());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.HOSPITAL,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(operationId = "readSettlement", summary = "查看结算或冲正")
    public SettlementView read(SettlementId id) {
        return query.view(id);
    }

    @GET
    @Path("{id}/replay")
    @RolesAllowed({
        Roles.HOSPITAL,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(operationId = "replaySettlement", summary = "复算：按保存的事实和规则版本重新核算并逐字节比较")
    public ReplayView replay(SettlementId id) {
        return ReplayView.of(query.recall(id));
    }
}
