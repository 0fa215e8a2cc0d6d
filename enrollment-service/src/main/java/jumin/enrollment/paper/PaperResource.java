package jumin.enrollment.paper;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.page.Page;
import jumin.paper.PdfPrinter;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.time.ServiceClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 单据 */
@Path("")
@RunOnVirtualThread
@Tag(name = "papers", description = "参保凭证、登记表、花名册")
public class PaperResource {

    private static final String PDF = "application/pdf";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final HandOutPaper papers;
    private final PdfPrinter printer;
    private final Template page;
    private final CurrentCaller caller;
    private final Once once;

    PaperResource(
            HandOutPaper papers,
            PdfPrinter printer,
            @Location("paper.html") Template page,
            CurrentCaller caller,
            Once once) {
        this.papers = papers;
        this.printer = printer;
        this.page = page;
        this.caller = caller;
        this.once = once;
    }

    /** A code as it stands on a paper. */
    public record VerificationSubmission(
            @NotBlank @Size(max = 40) @Schema(examples = "7K3M-Q9TD-2HXE")
            String verificationCode) {}

    @POST
    @Path("papers")
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "issuePaper",
            summary = "开具单据",
            description = "参保凭证（一人或全户）、参保登记表（户）、村级花名册；默认脱敏，全号须有权限并写明用途，均留痕。")
    @APIResponse(
            responseCode = "201",
            description = "已开具",
            content = @Content(schema = @Schema(implementation = PaperView.class)))
    public Response issue(
            @RestHeader(Once.HEADER) String key, @NotNull @Valid PaperSubmission submission, UriInfo uri) {
        return once.answer("paper", key, submission, () -> {
            var view = papers.issue(submission);
            return Once.Answer.created(view, uri.getAbsolutePath().getPath() + "/" + view.paperId());
        });
    }

    @GET
    @Path("papers")
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "listPapers",
            summary = "打印记录",
            description = "辖区内已开具的单据，最近的在前：种类、开具人、用途、次数；不含姓名和证件号码。" + "可按种类、年度、对象（参保登记、户、村编号）、开具人、某日以来缩小范围。")
    public Page<PaperView> list(
            @RestQuery @Nullable PaperKind kind,
            @RestQuery @Nullable @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @Nullable @Size(min = 1, max = 40) String subject,
            @RestQuery @Nullable @Size(min = 1, max = 100) String issuedBy,
            @RestQuery @Nullable LocalDate since,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int size) {
        var filter = new PaperFilter(
                Optional.ofNullable(kind),
                Optional.ofNullable(benefitYear),
                Optional.ofNullable(subject),
                Optional.ofNullable(issuedBy),
                Optional.ofNullable(since)
                        .map(day -> day.atStartOfDay(ServiceClock.ZONE).toOffsetDateTime()));
        return papers.list(filter, page, size);
    }

    @GET
    @Path("papers/{id}")
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.AUDITOR})
    @Operation(operationId = "readPaper", summary = "查看已开具的单据")
    public PaperView read(UUID id) {
        return papers.view(id);
    }

    @GET
    @Path("papers/{id}/pdf")
    @Produces(PDF)
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "printPaper",
            summary = "打印单据",
            description = "按开具时的内容；第二次起注明补打。全号单据须有权限；补打他人开具的，须写明自己的用途，印在水印上并留痕。")
    public Response pdf(UUID id, @RestQuery @Nullable @Size(min = 1, max = 60) String purpose) {
        var print = papers.print(id, Optional.ofNullable(purpose));
        var xhtml =
                page.data("content", print.content()).data("mark", print.mark()).render();
        return Response.ok(printer.print(xhtml), PDF)
                .header(
                        "Content-Disposition",
                        "inline; filename=\"" + print.view().verificationCode() + ".pdf\"")
                .build();
    }

    @GET
    @Path("papers/{id}/xlsx")
    @Produces(XLSX)
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "downloadPaper",
            summary = "下载单据的表格",
            description = "首行为导出人、时间、用途。全号单据须有权限；下载他人开具的，须写明自己的用途。")
    public Response xlsx(UUID id, @RestQuery @Nullable @Size(min = 1, max = 60) String purpose) {
        var print = papers.print(id, Optional.ofNullable(purpose));
        return Response.ok(PaperSheet.of(print.content(), print.mark()), XLSX)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + print.view().verificationCode() + ".xlsx\"")
                .build();
    }

    @POST
    @Path("paper-verifications")
    @RolesAllowed("**")
    @Operation(operationId = "verifyPaper", summary = "验证单据", description = "凭验证码核验真伪；只答种类、年度、姓氏、开具地和现状。查询留痕。")
    public PaperView.VerificationView verify(@NotNull @Valid VerificationSubmission submission) {
        return caller.callAsService(() -> papers.verify(submission.verificationCode()));
    }
}
