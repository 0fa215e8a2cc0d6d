package jumin.enrollment.category;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import jumin.enrollment.recognition.CategoryKinds;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 人员类别与部门名单 */
@Path("")
@RunOnVirtualThread
@Tag(name = "categories", description = "人员类别与部门名单")
public class CategoryResource {

    private final ApplyCategoryList apply;
    private final CategoryLists lists;
    private final CategoryKinds kinds;
    private final CurrentCaller caller;
    private final Once once;

    CategoryResource(
            ApplyCategoryList apply, CategoryLists lists, CategoryKinds kinds, CurrentCaller caller, Once once) {
        this.apply = apply;
        this.lists = lists;
        this.kinds = kinds;
        this.caller = caller;
        this.once = once;
    }

    /** Why a list is taken back. */
    public record UndoSubmission(
            @NotBlank @Size(max = 200) @Schema(examples = "名单报送有误")
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
            description =
                    "按证件号码在本统筹区内匹配，逐行给出结论；匹配上的即认定，资助随之重新核定。机关和统筹区取自令牌。" + "FULL 与 PARTIAL 均只新增认定；全量名单中未列出的人不自动终止认定。")
    @APIResponse(
            responseCode = "201",
            description = "已生效",
            content = @Content(schema = @Schema(implementation = CategoryListView.class)))
    public Response submit(
            @RestHeader(Once.HEADER) String key, @NotNull @Valid CategoryListSubmission submission, UriInfo uri) {
        var sender = apply.sender();
        return caller.callAsService(() -> once.answer("category-list", key, submission, () -> {
            var list = apply.apply(sender, submission);
            return Once.Answer.created(list, uri.getAbsolutePath().getPath() + "/" + list.listId());
        }));
    }

    @GET
    @Path("category-lists/{id}")
    @RolesAllowed({Roles.DEPARTMENT, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Transactional
    @Operation(operationId = "readCategoryList", summary = "查看名单及逐行结论")
    public CategoryListView read(CategoryListId id) {
        return lists.get(id);
    }

    @POST
    @Path("category-lists/{id}/undo")
    @RolesAllowed(Roles.DEPARTMENT)
    @Operation(operationId = "undoCategoryList", summary = "撤销名单", description = "整份撤销本名单产生的认定，资助随之重新核定。")
    @APIResponse(
            responseCode = "200",
            description = "已撤销",
            content = @Content(schema = @Schema(implementation = CategoryListView.class)))
    public Response undo(
            CategoryListId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid UndoSubmission submission) {
        var sender = apply.sender();
        return caller.callAsService(() -> once.answer(
                "undo-category-list " + id,
                key,
                submission,
                () -> Once.Answer.ok(apply.undo(sender, id, submission.reason()))));
    }

    @GET
    @Path("category-kinds")
    @RolesAllowed("**")
    @Transactional
    @Operation(operationId = "listCategoryKinds", summary = "人员类别词典")
    public CategoryKindsFound kinds() {
        return new CategoryKindsFound(kinds.all().entrySet().stream()
                .map(kind -> new CategoryKind(kind.getKey(), kind.getValue()))
                .toList());
    }
}
