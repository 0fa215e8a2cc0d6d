package jumin.enrollment.roster;

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
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.page.Page;
import jumin.enrollment.table.UploadedFile;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** 花名册导入 */
@Path("roster-imports")
@RunOnVirtualThread
@RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.SCHOOL})
@Tag(name = "roster-imports", description = "花名册导入")
public class RosterResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final UploadRoster upload;
    private final StartCommit commit;
    private final FindImports find;
    private final StartUndo undo;
    private final ErrorWorkbook errors;
    private final RosterSender sender;
    private final Once once;

    RosterResource(
            UploadRoster upload,
            StartCommit commit,
            FindImports find,
            StartUndo undo,
            ErrorWorkbook errors,
            RosterSender sender,
            Once once) {
        this.upload = upload;
        this.commit = commit;
        this.find = find;
        this.undo = undo;
        this.errors = errors;
        this.sender = sender;
        this.once = once;
    }

    /** Why an import is taken back. */
    public record UndoSubmission(
            @NotBlank @Size(max = 200) @Schema(examples = "选错了村")
            String reason) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadRoster",
            summary = "上传花名册",
            description = "xlsx，或 UTF-8、GB18030 编码的 CSV、TXT，不超过10MB；列可任意顺序、可用同义列名。校验在后台进行，不入库；同一文件只导入一次。"
                    + "学校报送本校学生：divisionCode 为学校所在村（居），不需户编号和与户主关系。")
    @APIResponse(
            responseCode = "202",
            description = "已接收，正在校验",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response upload(
            @RestHeader(Once.HEADER) String key,
            @RestForm("file") FileUpload file,
            @RestForm @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestForm @NotNull @Pattern(regexp = "\\d{12}", message = "村（居）代码为12位数字") String divisionCode,
            UriInfo uri) {
        if (file == null) {
            throw ProblemException.field(
                    EnrollmentProblem.ROSTER_FILE_MISSING, "/file", "没有名为 file 的文件", "请选择 xlsx、CSV 或 TXT 文件后上传");
        }
        var uploaded = new UploadedFile(file.uploadedFile());
        var format = uploaded.check();
        var wanted = new UploadRoster.Upload(
                file.uploadedFile(),
                file.fileName(),
                format,
                uploaded.hash(),
                benefitYear,
                divisionCode,
                sender.school());
        var request = Map.of("hash", wanted.hash(), "year", benefitYear, "division", divisionCode);
        return sender.run(() -> once.answer("upload-roster", key, request, () -> {
            var view = upload.run(wanted);
            return Once.Answer.accepted(view, uri.getAbsolutePath().getPath() + "/" + view.importId());
        }));
    }

    @GET
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.SCHOOL})
    @Operation(operationId = "listRosterImports", summary = "导入列表", description = "本辖区的导入，最近的在前。")
    public Page<ImportView> list(
            @RestQuery @Nullable @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @Nullable ImportState state,
            @RestQuery @Nullable @Pattern(regexp = "\\d{4,12}", message = "区划代码为数字") String divisionCode,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int size) {
        return find.list(
                Optional.ofNullable(benefitYear),
                Optional.ofNullable(state),
                Optional.ofNullable(divisionCode),
                page,
                size);
    }

    @GET
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.SCHOOL})
    @Path("{id}")
    @Operation(operationId = "readRosterImport", summary = "查看导入", description = "状态和各结论的行数；进度见作业。")
    public ImportView read(RosterImportId id) {
        return find.one(id);
    }

    @GET
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.SCHOOL})
    @Path("{id}/rows")
    @Operation(operationId = "listRosterRows", summary = "查看逐行结论", description = "每行为成功、警告、错误或跳过；每处错误有列名、原因、修改建议和依据。")
    public Page<ImportView.RowView> rows(
            RosterImportId id,
            @RestQuery @Nullable RowVerdict verdict,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return find.rows(id, Optional.ofNullable(verdict), page, size);
    }

    @POST
    @Path("{id}/commit")
    @Operation(operationId = "commitRoster", summary = "入库", description = "只登记没有错误的行；在后台分批进行，中断后继续。")
    @APIResponse(
            responseCode = "202",
            description = "已开始入库",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response commit(RosterImportId id, @RestHeader(Once.HEADER) String key, UriInfo uri) {
        find.one(id);
        return sender.run(() -> once.answer("commit-roster", key, Map.of("importId", id.toString()), () -> {
            var view = commit.run(id);
            return started(view, view.commitJobId().orElseThrow(), uri);
        }));
    }

    @POST
    @Path("{id}/retry")
    @Operation(operationId = "retryRoster", summary = "重试中断的校验或入库", description = "从中断处继续，做过的不重做。")
    @APIResponse(
            responseCode = "202",
            description = "已重新开始",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response retry(RosterImportId id, @RestHeader(Once.HEADER) String key, UriInfo uri) {
        find.one(id);
        return sender.run(() -> once.answer("retry-roster", key, Map.of("importId", id.toString()), () -> {
            var view = commit.retry(id);
            var job = view.state() == ImportState.UPLOADED ? view.validateJobId() : view.commitJobId();
            return started(view, job.orElseThrow(), uri);
        }));
    }

    @POST
    @Path("{id}/undo")
    @Operation(operationId = "undoRoster", summary = "撤销导入", description = "本次导入登记的人员尚无一人缴费时，整批撤销；在后台分批进行。")
    @APIResponse(
            responseCode = "202",
            description = "已开始撤销",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response undo(
            RosterImportId id,
            @RestHeader(Once.HEADER) String key,
            @NotNull @Valid UndoSubmission submission,
            UriInfo uri) {
        var request = Map.of("importId", id.toString(), "reason", submission.reason());
        find.one(id);
        return sender.run(() -> once.answer("undo-roster", key, request, () -> {
            var view = undo.run(id, submission.reason());
            return started(view, view.undoJobId().orElseThrow(), uri);
        }));
    }

    private static Once.Answer started(ImportView view, UUID job, UriInfo uri) {
        var path = uri.getAbsolutePath().getPath();
        return Once.Answer.accepted(view, path.substring(0, path.indexOf("/roster-imports")) + "/jobs/" + job);
    }

    @GET
    @RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.SCHOOL})
    @Path("{id}/error-workbook")
    @Produces(XLSX)
    @Operation(operationId = "downloadRosterErrors", summary = "下载错误工作簿", description = "改正后可原样重新上传。")
    public Response errors(RosterImportId id) {
        var download = errors.run(id);
        return workbook(download.fileName(), download.content());
    }

    @GET
    @Path("template")
    @Produces(XLSX)
    @Operation(operationId = "downloadRosterTemplate", summary = "下载花名册模板")
    public Response template() {
        return workbook("参保花名册模板.xlsx", TemplateWorkbook.content());
    }

    private static Response workbook(String fileName, byte[] content) {
        var encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content, XLSX)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .build();
    }
}
