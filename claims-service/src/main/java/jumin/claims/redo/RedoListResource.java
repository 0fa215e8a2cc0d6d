package jumin.claims.redo;

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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import jumin.claims.settlement.SettlementId;
import jumin.platform.idempotency.Once;
import jumin.platform.job.JobResource;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 待重算清单 */
@Path("redo-items")
@RunOnVirtualThread
@Tag(name = "redo")
public class RedoListResource {

    private final RedoList list;
    private final Once once;

    RedoListResource(RedoList list, Once once) {
        this.list = list;
        this.once = once;
    }

    /** Why a difference is left as it is. */
    @Schema(description = "不予重算的理由")
    public record Dismissal(@NotBlank @Size(max = 200) String reason) {}

    /** Why it is to be redone after all. */
    @Schema(name = "RedoReopening", description = "撤销不予重算的理由")
    public record Reopening(@NotBlank @Size(max = 200) String reason) {}

    /** @param next pass as {@code after} for the next page; empty at the end */
    @Schema(description = "清单的一页；next 为空即到末页")
    public record RedoPage(List<RedoItemView> items, String next) {}

    @GET
    @RolesAllowed({
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.POLICY,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listRedoItems",
            summary = "待重算清单：后到的事实会改变的决定及差额",
            description = "身份、待遇期、年度标准、备案或法规有变后自动核对；重算由有权人员决定。")
    public RedoPage list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("OPEN") RedoItemView.State state,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return list.page(benefitYear, state, after, limit);
    }

    @POST
    @Path("{settlement}/trial")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "tryRedo", summary = "试算：现在重算该人该年度会怎样", description = "连同因累计而变的后续决定；不保存任何内容。")
    public List<RedoTrialLine> trial(SettlementId settlement) {
        return list.trial(settlement);
    }

    @POST
    @Path("{settlement}/dismissal")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(
            operationId = "dismissRedo",
            summary = "不予重算（写明理由）",
            description = "差额仍可见，该决定维持原状、也不随成批重算；后来的事实使差额或起因不同的，重新列入。")
    @APIResponse(responseCode = "204", description = "已记录")
    public void dismiss(SettlementId settlement, @NotNull @Valid Dismissal dismissal) {
        list.dismiss(settlement, dismissal.reason());
    }

    @POST
    @Path("{settlement}/reopening")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "reopenRedo", summary = "撤销不予重算（写明理由），重新列入待重算", description = "不予重算的才能撤销；差额随即按今天所知重新核对。")
    public RedoItemHistory reopen(SettlementId settlement, @NotNull @Valid Reopening reopening) {
        return list.reopen(settlement, reopening.reason());
    }

    @GET
    @Path("{settlement}")
    @RolesAllowed({
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.POLICY,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "readRedoItem",
            summary = "待重算清单的一行及其经过",
            description = "每次列入、差额有变、不予重算、重新列入、重算都在，连同当时的差额。")
    public RedoItemHistory read(SettlementId settlement) {
        return list.history(settlement);
    }

    @POST
    @Path("orders")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(
            operationId = "orderRedo",
            summary = "重算：逐笔或成批",
            description = "作业逐人逐年度进行：冲正原决定、作出新决定、列出差额；医院应收不变，差额由基金与本人结清。")
    @APIResponse(
            responseCode = "202",
            description = "作业",
            content = @Content(schema = @Schema(implementation = JobResource.JobView.class)))
    public Response order(@RestHeader(Once.HEADER) String key, @NotNull @Valid RedoOrder order) {
        return once.answer("redo-order", key, order, () -> {
            var job = list.order(order);
            return Once.Answer.accepted(JobResource.JobView.of(job), "/api/claims/v1/jobs/" + job.id());
        });
    }
}
