package jumin.contribution.taxfile;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 税务文件 */
@Path("payment-files")
@RunOnVirtualThread
@RolesAllowed({Roles.TAX, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "payments", description = "缴费")
public class PaymentFileResource {

    private final ReceivePaymentFile receive;
    private final ReadPaymentFiles read;
    private final DismissLine dismiss;

    PaymentFileResource(ReceivePaymentFile receive, ReadPaymentFiles read, DismissLine dismiss) {
        this.dismiss = dismiss;
        this.receive = receive;
        this.read = read;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.TAX)
    @Operation(
            operationId = "sendPaymentFile",
            summary = "税务机关传送缴费文件",
            description = "UTF-8 或 GB18030 文本，| 分隔，首行、明细、尾行（笔数、金额、SHA-256），不超过16MB；整份校验，有误整份退回。"
                    + "同一文件重传没有第二次效果；明细在后台逐笔入账，以税票号为准。")
    @APIResponse(
            responseCode = "202",
            description = "已接收，正在入账",
            content = @Content(schema = @Schema(implementation = PaymentFileView.class)))
    public Response send(@RestForm("file") FileUpload file) {
        if (file == null || file.size() == 0) {
            throw ProblemException.field(
                    ContributionProblem.PAYMENT_FILE_MISSING, "/file", "没有名为 file 的文件，或文件是空的", "请用 multipart 表单上传");
        }
        var view = receive.run(file.fileName(), content(file));
        return Response.accepted(view)
                .header("Location", "/api/contribution/v1/payment-files/" + view.fileId())
                .build();
    }

    @GET
    @Operation(
            operationId = "listPaymentFiles",
            summary = "查看税务文件，新的在前",
            description = "missing 为缺少的文件，按机关，序号大的在前，每个机关至多二十个，并写明共缺多少个：后面的已到，它还没到；序号从 1 起。")
    public PaymentFileView.Files list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @Schema(description = "上一页最后一项的 fileId；首页不填") UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return read.list(benefitYear, Optional.ofNullable(after), limit);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readPaymentFile", summary = "查看一份税务文件的入账情况")
    public PaymentFileView one(UUID id) {
        return read.one(id);
    }

    @GET
    @Path("{id}/lines")
    @Operation(operationId = "listPaymentFileLines", summary = "逐行查看入账结果")
    public PaymentFileView.LinePage lines(
            UUID id,
            @RestQuery @DefaultValue("") @Pattern(regexp = "|READY|WAITING|ACCEPTED|REFUSED") String status,
            @RestQuery @DefaultValue("0") @Min(0) int after,
            @RestQuery @DefaultValue("500") @Min(1) @Max(1000) int limit) {
        return read.lines(id, status, after, limit);
    }

    /** 不再等待的理由. */
    public record Dismissal(
            @Min(1) @Schema(description = "第几行", examples = "2")
            int line,

            @NotBlank(message = "须写明理由") @Size(max = 100) String reason) {}

    @POST
    @Path("{id}/line-dismissal")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.FINANCE})
    @Operation(
            operationId = "dismissWaitingReversal",
            summary = "撤下一行等不到原缴费的冲正",
            description = "只用于 WAITING 的行；撤下后为 REFUSED，原缴费以后真到了的，由税务机关重报冲正。")
    public PaymentFileView dismiss(UUID id, @NotNull @Valid Dismissal dismissal) {
        return dismiss.run(id, dismissal.line(), dismissal.reason());
    }

    @GET
    @Path("{id}/result")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "downloadPaymentFileResult", summary = "下载结果文件", description = "与原文件同编码、同行序，每行一个结果。")
    public Response result(UUID id) {
        var file = read.result(id);
        return Response.ok(file.content())
                .type("text/plain;charset=" + file.charset().name())
                .header("Content-Disposition", "attachment; filename=" + file.name())
                .build();
    }

    private static byte[] content(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
