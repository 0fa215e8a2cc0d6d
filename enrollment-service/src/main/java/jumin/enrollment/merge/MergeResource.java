package jumin.enrollment.merge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.PersonId;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 重复登记 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "merges", description = "重复登记的发现、合并与撤销")
public class MergeResource {

    private final MergePersons merge;
    private final UnmergePersons unmerge;
    private final FindDuplicates duplicates;
    private final DismissedDuplicates dismissed;
    private final Once once;

    MergeResource(
            MergePersons merge,
            UnmergePersons unmerge,
            FindDuplicates duplicates,
            DismissedDuplicates dismissed,
            Once once) {
        this.merge = merge;
        this.unmerge = unmerge;
        this.duplicates = duplicates;
        this.dismissed = dismissed;
        this.once = once;
    }

    /** The merges of one person. */
    public record MergesFound(List<MergeView> items) {}

    @GET
    @Path("duplicates")
    @Operation(operationId = "listDuplicates", summary = "列出辖区内疑似重复的登记", description = "姓名、出生日期、性别都相同的；已确认不是同一人的不再列。")
    public DuplicateView.Found duplicates(
            @RestQuery @DefaultValue("1") @Min(1) @Max(200) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return duplicates.run(page, size);
    }

    @POST
    @Path("duplicate-dismissals")
    @Operation(operationId = "dismissDuplicate", summary = "确认两条登记不是同一人")
    @APIResponse(responseCode = "200", description = "已记录")
    public Response dismiss(@RestHeader(Once.HEADER) String key, @NotNull @Valid MergeSubmission.Dismissal dismissal) {
        return once.answer("dismiss-duplicate", key, dismissal, () -> {
            duplicates.dismiss(dismissal);
            return Once.Answer.ok(Map.of("dismissed", true));
        });
    }

    @GET
    @Path("duplicate-dismissals")
    @Operation(
            operationId = "listDismissedDuplicates",
            summary = "列出已认定不是同一人的",
            description = "最近认定的在前，含认定人和理由；误点的可撤回。两条都在辖区内的才列。")
    public Page<DuplicateView.Dismissed> dismissed(
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return dismissed.page(page, size);
    }

    @POST
    @Path("duplicate-dismissals/revocation")
    @Operation(
            operationId = "revokeDuplicateDismissal",
            summary = "撤回“不是同一人”的结论",
            description = "误点的撤回后，两条登记重新列为疑似重复；revoked 为 false 的，原来没有此结论。")
    @APIResponse(responseCode = "200", description = "已记录")
    public Response revoke(@RestHeader(Once.HEADER) String key, @NotNull @Valid MergeSubmission.Dismissal dismissal) {
        return once.answer(
                "revoke-duplicate-dismissal",
                key,
                dismissal,
                () -> Once.Answer.ok(Map.of("revoked", duplicates.revoke(dismissal))));
    }

    @POST
    @Path("person-merges/trial")
    @Operation(
            operationId = "tryMerge",
            summary = "合并试算",
            description = "不改变任何内容：哪些年度的参保登记由保留方接续、哪些因两方都参保而撤销；不能合并的，错误与合并时相同。")
    public MergeTrialView trial(@NotNull @Valid MergeSubmission submission) {
        return merge.trial(submission);
    }

    @POST
    @Path("person-merges")
    @Operation(
            operationId = "mergePersons",
            summary = "合并重复登记",
            description = "并入方的参保登记撤销，由保留方接续；身份认定转到保留方；两个证件号码都查到保留方。可撤销。跨乡镇的由县级办理。")
    @APIResponse(
            responseCode = "201",
            description = "已合并",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Response merge(@RestHeader(Once.HEADER) String key, @NotNull @Valid MergeSubmission submission) {
        return once.answer("merge-persons", key, submission, () -> Once.Answer.created(merge.run(submission), ""));
    }

    @GET
    @Path("person-merges/{id}")
    @Operation(operationId = "readMerge", summary = "查看合并")
    public MergeView read(MergeId id) {
        return unmerge.one(id);
    }

    @GET
    @Path("persons/{id}/merges")
    @Operation(operationId = "listMergesOfPerson", summary = "参保人的合并记录", description = "保留方和并入方都可查，含已撤销的。")
    public MergesFound ofPerson(PersonId id) {
        return new MergesFound(unmerge.ofPerson(id));
    }

    @POST
    @Path("person-merges/{id}/undo")
    @Operation(
            operationId = "undoMerge",
            summary = "撤销合并",
            description = "恢复为两人：参保登记、身份认定、户内成员各归其位，期间的变动随之带回；合并后在保留方新办的不动，在 since 中列出。")
    @APIResponse(
            responseCode = "200",
            description = "已撤销",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Response undo(
            MergeId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid MergeSubmission.Reason reason) {
        return once.answer("undo-merge " + id, key, reason, () -> Once.Answer.ok(unmerge.run(id, reason.reason())));
    }
}
