package jumin.contribution.refund;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.sheet.ExportList;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 退费 */
@Path("refunds")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "refunds", description = "退费")
public class RefundResource {

    private final TryRefund trial;
    private final RequestRefund request;
    private final DecideRefund decide;
    private final ChangePayee changePayee;
    private final RefundOrders orders;
    private final ReadRefunds read;
    private final PrintRefund print;

    RefundResource(
            TryRefund trial,
            RequestRefund request,
            DecideRefund decide,
            ChangePayee changePayee,
            RefundOrders orders,
            ReadRefunds read,
            PrintRefund print) {
        this.print = print;
        this.trial = trial;
        this.request = request;
        this.decide = decide;
        this.changePayee = changePayee;
        this.orders = orders;
        this.read = read;
    }

    /** 退回申请的理由. */
    public record Rejection(
            @NotBlank(message = "须写明理由") @Size(max = 200) String note) {}

    @POST
    @Path("trial")
    @Produces(ExportList.PDF_IF_ASKED)
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(hidden = true)
    public Response notice(@NotNull @Valid RefundSubmission submission) {
        return pdf(print.pdf(print.notice(submission)), "refund-notice");
    }

    @GET
    @Path("{id}")
    @Produces(ExportList.PDF_IF_ASKED)
    @Operation(hidden = true)
    public Response form(UUID id) {
        return pdf(print.pdf(print.form(id)), "refund-" + id);
    }

    private static Response pdf(byte[] page, String name) {
        return Response.ok(page, ExportList.PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .build();
    }

    @POST
    @Path("trial")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "tryRefund",
            summary = "试算能否退费",
            description = "先给条款和结论，不保存任何内容。Accept 为 pdf 时打印告知书（不予退费的写明条款和理由）。")
    public RefundVerdict trial(@NotNull @Valid RefundSubmission submission) {
        return trial.run(submission);
    }

    @POST
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(operationId = "requestRefund", summary = "申请退费", description = "不符合条件的不予受理并说明条款；受理后由县级另一人复核。")
    @APIResponse(
            responseCode = "201",
            description = "已受理，待复核",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    public Response request(
            @NotNull @Valid RefundSubmission submission,
            @RestHeader(Once.HEADER) @Schema(description = "幂等键", examples = "refund-0001") String key) {
        return request.run(submission, key);
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(
            operationId = "approveRefund",
            summary = "同意退费并向税务机关下达",
            description = "复核人不能是申请人。退还保险费的，参保关系和待遇在同一时刻终止。")
    public RefundView approve(UUID id) {
        return decide.approve(id);
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "rejectRefund", summary = "不予办理退费")
    public RefundView reject(UUID id, @NotNull @Valid Rejection rejection) {
        return decide.reject(id, rejection.note());
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(
            operationId = "withdrawRefund",
            summary = "撤回付不出去的退费",
            description = "只在付款失败或退票后；款项回到原处，因退费终止的应缴和待遇重新核定。")
    public RefundView withdraw(UUID id, @NotNull @Valid Rejection reason) {
        return decide.withdraw(id, reason.note());
    }

    @POST
    @Path("{id}/result")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "reportRefundPayment",
            summary = "财务报告支出户付款结果",
            description = "只用于由支出户付款的退费；重复报告同一结果没有第二次效果。已报已退、其后款项被退回的报 BOUNCED：退费单回到付款失败，可更正账户后重新下达，已终止的待遇不变。")
    public RefundView paid(UUID id, @NotNull @Valid RefundOrders.RefundResult result) {
        return orders.reportByFinance(id, result);
    }

    @POST
    @Path("{id}/payee")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "proposeRefundPayee",
            summary = "付款失败或退票后更正收款账户",
            description = "由县级复核人（不是提出更正的人）重新下达时生效；同一次失败后再报，以后报的为准。")
    public RefundView payee(UUID id, @NotNull @Valid RefundSubmission.Payee payee) {
        return changePayee.propose(id, payee);
    }

    @DELETE
    @Path("{id}/payee")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "withdrawRefundPayee",
            summary = "撤回或退回更正的收款账户",
            description = "只在重新下达之前；原账户照旧。没有待采用的更正也不算错。")
    public RefundView withdrawPayee(UUID id) {
        return changePayee.withdraw(id);
    }

    @POST
    @Path("{id}/retry")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "retryRefund",
            summary = "退库失败或退票后重新下达",
            description = "有待采用的更正账户（proposedPayee）的，须写明所核对账号的后四位；与现在的不同即 409，什么也不下达。")
    public RefundView retry(
            UUID id,
            @RestQuery
                    @DefaultValue("")
                    @Pattern(regexp = "|\\d{4}")
                    @Schema(description = "待采用账号的后四位", examples = "8888")
                    String accountLastFour) {
        return decide.retry(id, accountLastFour);
    }

    @GET
    @Operation(operationId = "listRefunds", summary = "查看辖区内的退费单，新的在前")
    public List<RefundView> list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("") @Pattern(regexp = "|REQUESTED|ORDERED|FAILED|PAID|REJECTED|WITHDRAWN")
                    String state,
            @RestQuery @Schema(description = "上一页最后一项的 refundId；首页不填") UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return read.list(new Refunds.Wanted(benefitYear, state, Optional.ofNullable(after), limit));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readRefund", summary = "查看一张退费单", description = "Accept 为 pdf 时打印退费申请表。")
    public RefundView one(UUID id) {
        return read.one(id);
    }
}
