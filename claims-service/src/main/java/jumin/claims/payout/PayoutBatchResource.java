package jumin.claims.payout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import jumin.claims.ClaimsProblem;
import jumin.claims.sheet.Sheet;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 支付批次与回盘 */
@Path("payout-batches")
@RunOnVirtualThread
@RolesAllowed(Roles.FINANCE)
@Tag(name = "payout")
public class PayoutBatchResource {

    private static final String CSV = "text/csv";

    private final PayoutBatches batches;
    private final Once once;
    private final CurrentCaller caller;

    PayoutBatchResource(PayoutBatches batches, Once once, CurrentCaller caller) {
        this.batches = batches;
        this.once = once;
        this.caller = caller;
    }

    /** What is asked for. */
    @Schema(description = "生成支付批次：本辖区全部待支付的（每批不超过 10000 笔）")
    public record BatchOrder(
            @NotBlank @Size(max = 100) @Schema(description = "批次说明")
            String note) {}

    /** What the bank said. */
    @Schema(description = "回盘：逐行结果")
    public record ReturnFile(
            @NotNull @Size(min = 1, max = 10000) List<@NotNull @Valid BankAnswer> lines) {}

    @POST
    @Operation(operationId = "makePayoutBatch", summary = "生成支付批次")
    @APIResponse(
            responseCode = "201",
            description = "批次",
            content = @Content(schema = @Schema(implementation = PayoutBatches.BatchView.class)))
    public Response make(@RestHeader(Once.HEADER) String key, @NotNull @Valid BatchOrder order) {
        return once.answer("payout-batch", key, order, () -> {
            var view = batches.make(order.note());
            return Once.Answer.created(view, "/api/claims/v1/payout-batches/" + view.id());
        });
    }

    @GET
    @RolesAllowed({Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "listPayoutBatches", summary = "支付批次的清单", description = "按生成的先后；after 写上一页最后一项。")
    public List<PayoutBatches.BatchView> list(
            @RestQuery UUID after, @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return batches.page(Optional.ofNullable(after), limit);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "readPayoutBatch", summary = "查看支付批次")
    public PayoutBatches.BatchView read(UUID id) {
        return batches.view(id);
    }

    @GET
    @Path("{id}/lines")
    @RolesAllowed({Roles.FINANCE, Roles.AUDITOR})
    @Operation(
            operationId = "listPayoutBatchLines",
            summary = "支付批次的各行",
            description = "银行按行说明结果或退汇时，由行号找到应付的一笔；人已迁走的也在。按行号；after 写上一页最后一行的行号。")
    public List<PayoutBatches.LineView> lines(
            UUID id,
            @RestQuery @DefaultValue("0") @Min(0) int after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return batches.lines(id, after, limit);
    }

    @GET
    @Path("{id}/file")
    @Produces(CSV)
    @Operation(operationId = "readPayoutFile", summary = "送银行的文件（CSV，账号为明文，下载留痕）")
    @APIResponse(
            responseCode = "200",
            description = "文件",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response file(UUID id) {
        return Response.ok(batches.file(id), CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".csv\"")
                .build();
    }

    @POST
    @Path("{id}/return-file")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "returnPayoutBatch", summary = "回盘：逐行登记支付结果", description = "银行退回的可更正账户后再支付。")
    @APIResponse(
            responseCode = "200",
            description = "批次",
            content = @Content(schema = @Schema(implementation = PayoutBatches.BatchView.class)))
    public Response returned(UUID id, @RestHeader(Once.HEADER) String key, @NotNull @Valid ReturnFile file) {
        // The batch is this county's; whom it paid may have moved to another since.
        batches.view(id);
        return caller.callAsService(() -> once.answer(
                "payout-return:" + id, key, file, () -> Once.Answer.ok(batches.returned(id, file.lines()))));
    }

    @POST
    @Path("{id}/return-sheet")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "returnPayoutBatchSheet",
            summary = "回盘：上传银行的结果文件",
            description = "xlsx 或 csv（UTF-8、GB18030），第一行为列名：序号、结果（成功、失败）、原因；可在下载的文件上加结果、原因两列，"
                    + "金额、账号留着的须与送出的一致。逐行核对，有一行不能采用的什么也不登记，逐行说明。")
    @APIResponse(
            responseCode = "200",
            description = "批次",
            content = @Content(schema = @Schema(implementation = PayoutBatches.BatchView.class)))
    public Response returnedSheet(UUID id, @RestHeader(Once.HEADER) String key, @RestForm("file") FileUpload file) {
        if (file == null) {
            throw ProblemException.field(
                    ClaimsProblem.RETURN_FILE_UNREADABLE, "/file", "没有名为 file 的文件", "请选择 xlsx 或 csv 文件后上传");
        }
        var rows = Sheet.read(file.uploadedFile(), ClaimsProblem.RETURN_FILE_UNREADABLE);
        return returned(id, key, new ReturnFile(ReadBankAnswers.of(rows, batches.sent(id))));
    }
}
