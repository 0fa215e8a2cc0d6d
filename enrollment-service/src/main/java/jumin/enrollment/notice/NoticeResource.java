package jumin.enrollment.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jumin.enrollment.page.Page;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 告知原参保地 */
@Path("former-place-notices")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
@Tag(name = "students", description = "在校学生")
public class NoticeResource {

    private final FormerPlaceNotices notices;
    private final Once once;

    NoticeResource(FormerPlaceNotices notices, Once once) {
        this.notices = notices;
        this.once = once;
    }

    /** How a notice ends. */
    @Schema(name = "NoticeCompletion", description = "办结告知事项")
    public record Completion(
            @NotNull @Schema(description = "已告知；不需告知的为 false")
            Boolean told,

            @NotBlank @Size(max = 200) @Schema(examples = "10月12日传真某区医保中心，李某接收")
            String note) {}

    @GET
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listFormerPlaceNotices",
            summary = "列出告知原参保地的事项",
            description = "因入学形成重复参保的，学籍地须通知原参保地暂停：入学登记时写明原参保地的，和重复参保处理为保留我方的在校学生；最早的在前。")
    public Page<NoticeView> list(
            @RestQuery @DefaultValue("OPEN") @Pattern(regexp = "OPEN|DONE|WITHDRAWN") String state,
            @RestQuery @DefaultValue("1") @Min(1) @Max(1000) int page,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int size) {
        return notices.page(state, page, size);
    }

    @POST
    @Path("{id}/completion")
    @Operation(
            operationId = "completeFormerPlaceNotice",
            summary = "办结告知事项",
            description = "写明何时、如何告知，对方何人接收；不需告知的写明原因。")
    @APIResponse(
            responseCode = "200",
            description = "已办结",
            content = @Content(schema = @Schema(implementation = NoticeView.class)))
    public Response complete(NoticeId id, @RestHeader(Once.HEADER) String key, @NotNull @Valid Completion completion) {
        return once.answer(
                "former-place-notice " + id,
                key,
                completion,
                () -> Once.Answer.ok(notices.close(id, completion.told(), completion.note())));
    }
}
