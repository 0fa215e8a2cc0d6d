package jumin.claims.manual;

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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import jumin.claims.ClaimsProblem;
import jumin.claims.insured.PersonId;
import jumin.claims.sheet.Sheet;
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

/** 零星报销 */
@Path("manual-claims")
@RunOnVirtualThread
@Tag(name = "manual", description = "零星报销")
public class ManualClaimResource {

    private static final String BASE = "/api/claims/v1/manual-claims/";
    private static final UUID NO_CLAIM = new UUID(0, 0);

    private final TakeClaim take;
    private final CareElsewhere elsewhere;
    private final ReviewClaim review;
    private final Checklist checklist;
    private final Once once;
    private final AskersScope asker;

    ManualClaimResource(
            TakeClaim take,
            CareElsewhere elsewhere,
            ReviewClaim review,
            Checklist checklist,
            Once once,
            AskersScope asker) {
        this.take = take;
        this.elsewhere = elsewhere;
        this.review = review;
        this.checklist = checklist;
        this.once = once;
        this.asker = asker;
    }

    /** What a reviewer says. */
    @Schema(description = "审核意见或退回理由")
    public record Opinion(@NotBlank @Size(max = 500) String text) {}

    @POST
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "takeManualClaim",
            summary = "受理零星报销",
            description = "缺材料也可受理，缺什么写明；同一机构同日入院的费用不能重复报销，同日的另一次门诊须在初审前确认；全市查找，在别的区划的只说明向何处核实。")
    @APIResponse(
            responseCode = "201",
            description = "已受理",
            content = @Content(schema = @Schema(implementation = ManualClaimView.class)))
    public Response take(@RestHeader(Once.HEADER) String key, @NotNull @Valid ManualClaimSubmission claim) {
        var known = elsewhere.look(claim, NO_CLAIM);
        return once.answer("manual-claim", key, claim, () -> {
            var view = take.take(claim, known);
            return Once.Answer.created(view, BASE + view.id());
        });
    }

    @GET
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(
            operationId = "listManualClaims",
            summary = "本辖区的零星报销",
            description = "写明 person 的，是此人的全部，不论状态；不写的，是某一状态的，默认待初审，after 写上一页最后一项。")
    public List<ManualClaimView> list(
            @RestQuery PersonId person,
            @RestQuery @DefaultValue("SUBMITTED") ManualState state,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return person == null ? review.page(state, after, limit) : review.of(person);
    }

    @POST
    @Path("lines")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(
            operationId = "readManualClaimLines",
            summary = "从文件读出费用明细",
            description = "医院给参保人的明细清单，xlsx 或 csv（UTF-8、GB18030），第一行为列名：编码、名称、数量、单价、金额、费用日期。不保存；核对后放入申请的账单。")
    public BillLinesView lines(@RestForm("file") FileUpload file) {
        if (file == null) {
            throw ProblemException.field(
                    ClaimsProblem.BILL_FILE_UNREADABLE, "/file", "没有名为 file 的文件", "请选择 xlsx 或 csv 文件后上传");
        }
        return ReadBillLines.of(Sheet.read(file.uploadedFile(), ClaimsProblem.BILL_FILE_UNREADABLE));
    }

    @GET
    @Path("documents")
    @RolesAllowed("**")
    @Transactional
    @Operation(operationId = "listManualDocuments", summary = "某统筹区零星报销的材料清单与条款")
    public List<Checklist.Document> documents(@RestQuery @NotNull @Pattern(regexp = "\\d{6}") String area) {
        return checklist.documents(area);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(operationId = "readManualClaim", summary = "查看零星报销的状态与结果")
    public ManualClaimView read(UUID id) {
        return seeingAll(id, () -> review.read(id));
    }

    @POST
    @Path("{id}/resubmission")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(operationId = "resubmitManualClaim", summary = "补正退回的申请")
    @APIResponse(
            responseCode = "200",
            description = "已补正",
            content = @Content(schema = @Schema(implementation = ManualClaimView.class)))
    public Response resubmit(
            UUID id, @RestHeader(Once.HEADER) String key, @NotNull @Valid ManualClaimSubmission claim) {
        var known = elsewhere.look(claim, id);
        return once.answer(
                "manual-resubmission:" + id, key, claim, () -> Once.Answer.ok(take.takeAgain(id, claim, known)));
    }

    @POST
    @Path("{id}/late-approval")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "approveLateClaim", summary = "批准逾期受理（写明理由）")
    public ManualClaimView late(UUID id, @NotNull @Valid Opinion opinion) {
        return review.approveLate(id, opinion.text());
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
    @Operation(operationId = "returnManualClaim", summary = "退回补正（写明理由）")
    public ManualClaimView giveBack(UUID id, @NotNull @Valid Opinion opinion) {
        return review.giveBack(id, opinion.text());
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER})
    @Operation(operationId = "withdrawManualClaim", summary = "按申请人意愿撤回未决定的申请（写明理由）")
    public ManualClaimView withdraw(UUID id, @NotNull @Valid Opinion opinion) {
        return review.withdraw(id, opinion.text());
    }

    @POST
    @Path("{id}/another-visit")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(
            operationId = "confirmAnotherVisit",
            summary = "确认确属同日另一次就诊（写明依据）",
            description = "同一机构同日的门诊已结算或已在申请中时，初审前须确认；住院不能重复申请。")
    public ManualClaimView anotherVisit(UUID id, @NotNull @Valid Opinion opinion) {
        return seeingAll(id, () -> review.anotherVisit(id, opinion.text()));
    }

    @POST
    @Path("{id}/first-review")
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(operationId = "reviewManualClaimFirst", summary = "初审通过，得到试算")
    public ManualClaimView first(UUID id, @NotNull @Valid Opinion opinion) {
        return seeingAll(id, () -> review.first(id, opinion.text()));
    }

    @POST
    @Path("{id}/second-review")
    @RolesAllowed(Roles.COUNTY_APPROVER)
    @Operation(operationId = "reviewManualClaimSecond", summary = "复审决定", description = "支付的转入待支付；不予支付的写明条款；须先消除障碍的退回。")
    public ManualClaimView second(UUID id, @NotNull @Valid Opinion opinion) {
        return seeingAll(id, () -> review.second(id, opinion.text()));
    }

    /** Earlier stays, paid care and years without a claim lie wherever the person has lived: the right to the claim first, then all that a hospital's bill is decided on. */
    private ManualClaimView seeingAll(UUID id, Supplier<ManualClaimView> work) {
        review.refuseOutsideScope(id);
        return asker.seeingAll(work);
    }
}
