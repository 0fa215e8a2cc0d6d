package jumin.enrollment.overlap;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.category.ListSender;
import jumin.enrollment.page.Page;
import jumin.enrollment.table.FileHash;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
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

/** 参保名单 */
@Path("cover-lists")
@RunOnVirtualThread
@RolesAllowed(Roles.DEPARTMENT)
@Tag(name = "overlaps", description = "重复参保的比对与处理")
public class CoverListResource {

    private final ReceiveCoverList lists;
    private final ListSender departments;
    private final CurrentCaller caller;
    private final Once once;

    CoverListResource(ReceiveCoverList lists, ListSender departments, CurrentCaller caller, Once once) {
        this.lists = lists;
        this.departments = departments;
        this.caller = caller;
        this.once = once;
    }

    /** Why a list is taken back. */
    @Schema(description = "撤销名单的原因")
    public record CoverListUndo(
            @NotBlank @Size(max = 200) @Schema(examples = "报送了上月的名单")
            String reason) {}

    @POST
    @Operation(
            operationId = "matchCoverList",
            summary = "报送职工医保或外地参保名单",
            description = "不超过2000行，随即比对；更长的用文件报送。按证件号码比对本统筹区参保登记，逐行给出结论；重叠的形成待处理项，附建议和依据，不直接改变参保。机关和统筹区取自令牌。")
    @APIResponse(
            responseCode = "201",
            description = "已比对",
            content = @Content(schema = @Schema(implementation = CoverListView.class)))
    public Response match(@RestHeader(Once.HEADER) String key, @NotNull @Valid CoverListSubmission submission) {
        var sender = departments.get();
        return caller.callAsService(() -> once.answer(
                "cover-list", key, submission, () -> Once.Answer.created(lists.run(sender, submission), "")));
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadCoverList",
            summary = "以文件报送参保名单",
            description =
                    "xlsx，或 UTF-8、GB18030 编码的 CSV、TXT；列可任意顺序、可用同义列名：证件号码、姓名、起始日、终止日、参保地；不超过10MB。后台比对，查看名单得知进度和各结论的行数。")
    @APIResponse(
            responseCode = "202",
            description = "已接收，正在比对",
            content = @Content(schema = @Schema(implementation = CoverListView.class)))
    public Response upload(
            @RestHeader(Once.HEADER) String key,
            @RestForm("file") FileUpload file,
            @RestForm @NotNull CoverSource source,
            @RestForm @NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "月份，如 2024-03") String listMonth,
            UriInfo uri) {
        if (file == null) {
            throw ProblemException.field(
                    EnrollmentProblem.ROSTER_FILE_MISSING, "/file", "没有名为 file 的文件", "请选择 xlsx、CSV 或 TXT 文件后上传");
        }
        var sender = departments.get();
        var wanted = new ReceiveCoverList.Upload(source, listMonth, file.fileName(), file.uploadedFile());
        var request = Map.of("hash", FileHash.of(file.uploadedFile()), "source", source.name(), "month", listMonth);
        return caller.callAsService(() -> once.answer("cover-list-file", key, request, () -> {
            var view = lists.receive(sender, wanted);
            var path = uri.getAbsolutePath().getPath();
            return Once.Answer.accepted(view, path.substring(0, path.lastIndexOf('/')) + "/" + view.listId());
        }));
    }

    @GET
    @RolesAllowed({Roles.DEPARTMENT, Roles.AUDITOR})
    @Operation(
            operationId = "listCoverLists",
            summary = "参保名单列表",
            description = "本机关报送的；最近的在前，不含逐行结论。可按状态、名单来源、名单月份缩小范围。")
    public Page<CoverListView> list(
            @RestQuery @Nullable @Pattern(regexp = "MATCHING|MATCHED|FAILED|UNDONE") String state,
            @RestQuery @Nullable CoverSource source,
            @RestQuery @Nullable @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "月份，如 2024-03") String listMonth,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int size) {
        var filter = new CoverListFilter(
                Optional.ofNullable(state), Optional.ofNullable(source), Optional.ofNullable(listMonth));
        return lists.page(filter, page, size);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.DEPARTMENT, Roles.AUDITOR})
    @Operation(operationId = "readCoverList", summary = "查看参保名单", description = "状态和各结论的行数。")
    public CoverListView read(CoverListId id) {
        return lists.one(id);
    }

    @GET
    @Path("{id}/rows")
    @RolesAllowed({Roles.DEPARTMENT, Roles.AUDITOR})
    @Operation(operationId = "listCoverListRows", summary = "参保名单的逐行结论")
    public Page<CoverListView.RowView> rows(
            CoverListId id,
            @RestQuery
                    @Nullable
                    @Pattern(regexp = "CONFLICT|ALREADY_DECIDED|NO_CONFLICT|NOT_FOUND|NAME_DIFFERS|INVALID")
                    String verdict,
            @RestQuery @DefaultValue("1") @Min(1) @Max(10_000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return lists.rows(id, Optional.ofNullable(verdict), page, size);
    }

    @POST
    @Path("{id}/retry")
    @Operation(operationId = "retryCoverList", summary = "重试中断的比对", description = "从中断处继续，比对过的行不重做。")
    @APIResponse(
            responseCode = "202",
            description = "已重新开始",
            content = @Content(schema = @Schema(implementation = CoverListView.class)))
    public Response retry(CoverListId id, @RestHeader(Once.HEADER) String key) {
        lists.one(id);
        var sender = departments.get();
        return caller.callAsService(() -> once.answer(
                "retry-cover-list",
                key,
                Map.of("id", id.toString()),
                () -> Once.Answer.accepted(lists.retry(sender, id), "")));
    }

    @POST
    @Path("{id}/undo")
    @Operation(operationId = "undoCoverList", summary = "撤销参保名单", description = "撤回尚未处理的重复参保；参保地已处理的不受影响，由其逐项撤销。")
    @APIResponse(
            responseCode = "200",
            description = "已撤销",
            content = @Content(schema = @Schema(implementation = CoverListView.class)))
    public Response undo(
            CoverListId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid CoverListUndo submission) {
        lists.one(id);
        var sender = departments.get();
        return caller.callAsService(() -> once.answer(
                "undo-cover-list " + id,
                key,
                submission,
                () -> Once.Answer.ok(lists.undo(sender, id, submission.reason()))));
    }
}
