package jumin.contribution.refund;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 退费材料 */
@Path("refunds/{id}/documents")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "refunds", description = "退费")
public class RefundPaperResource {

    private static final int LARGEST = 5 * 1024 * 1024;

    private final RefundPapers papers;

    RefundPaperResource(RefundPapers papers) {
        this.papers = papers;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "addRefundDocument",
            summary = "上传退费材料",
            description =
                    "PDF、JPG、PNG，每份不超过5MB；只在待复核时和付款失败、退票后可传；收款人不是本人的，材料种类写退费单 payeeDocuments 所列的名称或代码；同一份材料重传没有第二次效果。")
    public List<RefundPapers.Paper> add(
            UUID id,
            @RestForm @NotBlank(message = "材料种类必填") @Size(max = 40) String kind,
            @RestForm("file") FileUpload file) {
        if (file == null || file.size() == 0 || file.size() > LARGEST) {
            throw ProblemException.field(
                    ContributionProblem.REFUND_DOCUMENT_UNFIT, "/file", "没有名为 file 的文件，或超过5MB", "请选择文件后上传");
        }
        try {
            return papers.add(id, kind, file.fileName(), Files.readAllBytes(file.uploadedFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @GET
    @Operation(operationId = "listRefundDocuments", summary = "查看退费材料目录")
    public List<RefundPapers.Paper> list(UUID id) {
        return papers.of(id);
    }

    @GET
    @Path("{no}")
    @Operation(operationId = "openRefundDocument", summary = "打开一份退费材料", description = "留下查看记录。")
    public Response open(UUID id, @Min(1) int no) {
        var content = papers.open(id, no);
        return Response.ok(content.bytes(), content.mediaType()).build();
    }
}
