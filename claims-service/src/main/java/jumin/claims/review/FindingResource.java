package jumin.claims.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 审核疑点 */
@Path("findings")
@RunOnVirtualThread
@Tag(name = "review", description = "审核、申辩与申诉")
public class FindingResource {

    private final RaiseFinding raise;
    private final MoveFinding move;
    private final QueryFindings query;
    private final Once once;
    private final CurrentCaller caller;

    FindingResource(RaiseFinding raise, MoveFinding move, QueryFindings query, Once once, CurrentCaller caller) {
        this.raise = raise;
        this.move = move;
        this.query = query;
        this.once = once;
        this.caller = caller;
    }

    /** What the provider says. */
    @Schema(description = "申辩或申诉")
    public record Answer(@NotBlank @Size(max = 1000) String text) {}

    /** What is decided, and why. */
    @Schema(description = "裁定")
    public record Decision(
            @NotNull @Schema(description = "疑点是否成立") Boolean upheld,
            @NotBlank @Size(max = 500) String reason,

            @Schema(description = "部分成立的金额，理由中写明哪些项目；全部成立的不填", examples = "\"80.00\"")
            Money amount) {}

    /** More time. */
    @Schema(name = "FindingExtension", description = "延长申辩、申诉期限")
    public record Extension(
            @NotNull @Schema(description = "延长后的截止日（含）") LocalDate until,
            @NotBlank @Size(max = 500) String reason) {}

    @POST
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(operationId = "raiseFinding", summary = "提出审核疑点", description = "写明规则（条款）、经过和涉及金额；机构在期限内申辩。")
    @APIResponse(
            responseCode = "201",
            description = "疑点",
            content = @Content(schema = @Schema(implementation = FindingView.class)))
    public Response raise(@RestHeader(Once.HEADER) String key, @NotNull @Valid FindingSubmission finding) {
        return once.answer("finding", key, finding, () -> {
            var view = raise.byReviewer(finding);
            return Once.Answer.created(view, "/api/claims/v1/findings/" + view.id());
        });
    }

    @GET
    @RolesAllowed({
        Roles.HOSPITAL,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Transactional
    @Operation(operationId = "listFindings", summary = "审核疑点清单", description = "医院只看到本机构的。可按机构、按参保人筛选。")
    public List<FindingView> list(
            @RestQuery @DefaultValue("OPEN") FindingState state,
            @RestQuery @DefaultValue("") @Size(max = 20) String provider,
            @RestQuery @DefaultValue("") @Size(max = 36) String person,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return query.page(state, new QueryFindings.Of(provider, person), after, limit);
    }

    @GET
    @Path("rules")
    @RolesAllowed("**")
    @Transactional
    @Operation(operationId = "listReviewRules", summary = "某统筹区的审核规则与条款")
    public List<ReviewRule> rules(@RestQuery @NotNull @Pattern(regexp = "\\d{6}") String area) {
        return query.rules(area);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.HOSPITAL,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Transactional
    @Operation(operationId = "readFinding", summary = "查看疑点")
    public FindingView read(UUID id) {
        return query.one(id);
    }

    @POST
    @Path("{id}/answer")
    @RolesAllowed({Roles.HOSPITAL, Roles.TOWNSHIP_CLERK})
    @Operation(
            operationId = "answerFinding",
            summary = "申辩；疑点成立后再次提交即申诉（期限自成立之日另计）",
            description = "零星报销没有机构，由参保人所在地经办代为填写；终结的向本人追回。")
    public FindingView answer(UUID id, @NotNull @Valid Answer answer) {
        return move.answer(id, answer.text());
    }

    @POST
    @Path("{id}/decision")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "decideFinding",
            summary = "裁定疑点",
            description = "提出人不能裁定，申诉由原裁定人以外的人裁定；终结的在月度结算单中扣减，以机构就该结算仍得的基金支付为限，申报的费用不改写。")
    public FindingView decide(UUID id, @NotNull @Valid Decision decision) {
        move.refuseOutsideScope(id);
        return caller.callAsService(() -> move.decide(id, decision));
    }

    @POST
    @Path("{id}/extension")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "extendFinding",
            summary = "延长申辩、申诉期限（写明理由）",
            description = "待申辩、成立待申诉的可以延长，过了期限尚未裁定的也可以；只能延后。")
    public FindingView extend(UUID id, @NotNull @Valid Extension extension) {
        return move.extend(id, extension.until(), extension.reason());
    }
}
