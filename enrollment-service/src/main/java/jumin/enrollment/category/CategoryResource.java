package jumin.enrollment.category;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.page.Page;
import jumin.enrollment.recognition.CategoryKinds;
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

/** 人员类别与部门名单 */
@Path("")
@RunOnVirtualThread
@Tag(name = "categories", description = "人员类别与部门名单")
public class CategoryResource {

    private final ApplyCategoryList apply;
    private final UndoCategoryList undo;
    private final ListSender senders;
    private final FindCategoryLists find;
    private final CategoryKinds kinds;
    private final CurrentCaller caller;
    private final Once once;

    CategoryResource(
            ApplyCategoryList apply,
            UndoCategoryList undo,
            ListSender senders,
            FindCategoryLists find,
            CategoryKinds kinds,
            CurrentCaller caller,
            Once once) {
        this.apply = apply;
        this.undo = undo;
        this.senders = senders;
        this.find = find;
        this.kinds = kinds;
        this.caller = caller;
        this.once = once;
    }

    /** Why a list is taken back. */
    public record UndoSubmission(
            @NotBlank @Size(max = 200) @Schema(examples = "名单报送有误")
            String reason) {}

    /** What the second person says. */
    public record RulingSubmission(
            @NotNull Boolean approved,

            @NotBlank @Size(max = 200) @Schema(examples = "已与民政局核对，年度复核退出")
            String reason) {}

    /** A word of the dictionary. */
    public record CategoryKind(
            @Schema(examples = "minimum_living") String code,
            @Schema(examples = "低保对象") String name) {}

    /** The dictionary. */
    public record CategoryKindsFound(List<CategoryKind> items) {}

    @POST
    @Path("category-lists")
    @RolesAllowed(Roles.DEPARTMENT)
    @Operation(
            operationId = "applyCategoryList",
            summary = "部门报送人员类别名单",
            description = "按证件号码在本统筹区内匹配，逐行给出结论；匹配上的即认定，资助随之重新核定。机关和统筹区取自令牌。"
                    + "全量名单不再列入的人（写明区划的，只是该区划内的），认定到上月末为止；终止人数超过限定比例时，须由第二人确认后才生效。PARTIAL 只新增认定。")
    @APIResponse(
            responseCode = "201",
            description = "已生效",
            content = @Content(schema = @Schema(implementation = CategoryListView.class)))
    public Response submit(
            @RestHeader(Once.HEADER) String key, @NotNull @Valid CategoryListSubmission submission, UriInfo uri) {
        var sender = senders.get();
        return caller.callAsService(() -> once.answer("category-list", key, submission, () -> {
            var list = apply.apply(sender, submission);
            return Once.Answer.created(list, uri.getAbsolutePath().getPath() + "/" + list.listId());
        }));
    }

    @POST
    @Path("category-lists/files")
    @RolesAllowed(Roles.DEPARTMENT)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadCategoryList",
            summary = "以文件报送人员类别名单",
            description = "xlsx，或 UTF-8、GB18030 编码的 CSV、TXT，不超过1万行；列名：证件号码、姓名、人员类别、认定日期、终止日期、是否失业、区划代码（住址），可任意顺序。"
                    + "全量名单中已无一人的类别写在 categories（顿号或逗号分开）；分区划报送的写明 divisions。其余同报送名单。")
    @APIResponse(
            responseCode = "201",
            description = "已生效，或待第二人确认",
            content = @Content(schema = @Schema(implementation = CategoryListView.class)))
    public Response upload(
            @RestHeader(Once.HEADER) String key,
            @RestForm("file") FileUpload file,
            @RestForm @NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "名单月份如 2023-12") String listMonth,
            @RestForm @NotNull CategoryListSubmission.Kind kind,
            @RestForm @Nullable @Size(max = 500) String categories,
            @RestForm @Nullable @Size(max = 6500) @Pattern(regexp = "[\\d,，、;；\\s]*", message = "区划代码为6至12位数字，用逗号分开")
                    String divisions,
            UriInfo uri) {
        if (file == null) {
            throw ProblemException.field(
                    EnrollmentProblem.ROSTER_FILE_MISSING, "/file", "没有名为 file 的文件", "请选择 xlsx、CSV 或 TXT 文件后上传");
        }
        var sender = senders.get();
        var submission = new CategoryListSubmission(
                listMonth, kind, words(categories), CategoryListFile.read(file.uploadedFile()), words(divisions));
        var request = Map.of(
                "hash",
                FileHash.of(file.uploadedFile()),
                "month",
                listMonth,
                "kind",
                kind.name(),
                "categories",
                categories == null ? "" : categories,
                "divisions",
                divisions == null ? "" : divisions);
        return caller.callAsService(() -> once.answer("category-list-file", key, request, () -> {
            var list = apply.apply(sender, submission);
            var path = uri.getAbsolutePath().getPath();
            return Once.Answer.created(list, path.substring(0, path.lastIndexOf('/')) + "/" + list.listId());
        }));
    }

    private static @Nullable List<String> words(@Nullable String written) {
        return written == null || written.isBlank()
                ? null
                : Arrays.stream(written.split("[,，、;；\\s]+"))
                        .filter(word -> !word.isBlank())
                        .toList();
    }

    @GET
    @Path("category-lists/{id}")
    @RolesAllowed({Roles.DEPARTMENT, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "readCategoryList", summary = "查看名单及逐行结论")
    public CategoryListView read(CategoryListId id) {
        return find.one(id);
    }

    @GET
    @Path("category-lists")
    @RolesAllowed({Roles.DEPARTMENT, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listCategoryLists", summary = "名单列表", description = "最近的在前，不含逐行结论。")
    public Page<CategoryListView> list(
            @RestQuery @Nullable ListState state,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int size) {
        return find.page(Optional.ofNullable(state), page, size);
    }

    @GET
    @Path("category-lists/{id}/endings")
    @RolesAllowed({Roles.DEPARTMENT, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listCategoryListEndings", summary = "查看全量名单不再列入的人")
    public Page<CategoryListView.EndingView> endings(
            CategoryListId id,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return find.endings(id, page, size);
    }

    @POST
    @Path("category-lists/{id}/approval")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "decideCategoryList",
            summary = "第二人确认名单",
            description = "终止人数超过限定比例的全量名单，由报送人以外的第二人确认生效或退回；变动人次超过限定比例的撤销，由提出人以外的第二人确认撤销或驳回。")
    @APIResponse(
            responseCode = "200",
            description = "已确认或退回",
            content = @Content(schema = @Schema(implementation = CategoryListView.class)))
    public Response decide(
            CategoryListId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid RulingSubmission submission) {
        find.one(id);
        return caller.callAsService(() -> once.answer(
                "decide-category-list " + id,
                key,
                submission,
                () -> Once.Answer.ok(apply.decide(id, submission.approved(), submission.reason()))));
    }

    @POST
    @Path("category-lists/{id}/undo")
    @RolesAllowed(Roles.DEPARTMENT)
    @Operation(
            operationId = "undoCategoryList",
            summary = "撤销名单",
            description = "整份撤销本名单产生的认定，恢复因其终止的认定，资助随之重新核定；变动人次超过限定比例的，须由第二人确认后才撤销。名单尚待第二人确认的，即撤回，什么也不变。")
    @APIResponse(
            responseCode = "200",
            description = "已撤销、已撤回，或撤销待第二人确认",
            content = @Content(schema = @Schema(implementation = CategoryListView.class)))
    public Response undo(
            CategoryListId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid UndoSubmission submission) {
        var sender = senders.get();
        return caller.callAsService(() -> once.answer(
                "undo-category-list " + id,
                key,
                submission,
                () -> Once.Answer.ok(undo.run(sender, id, submission.reason()))));
    }

    @GET
    @Path("category-kinds")
    @RolesAllowed("**")
    @Operation(operationId = "listCategoryKinds", summary = "人员类别词典", description = "取自法规数据；area 为统筹区，不填则为全部。")
    public CategoryKindsFound kinds(
            @RestQuery @Nullable @Pattern(regexp = "\\d{6}", message = "统筹区为6位数字") String area) {
        var words = area == null ? kinds.all() : kinds.of(area);
        return new CategoryKindsFound(words.entrySet().stream()
                .map(kind -> new CategoryKind(kind.getKey(), kind.getValue()))
                .toList());
    }
}
