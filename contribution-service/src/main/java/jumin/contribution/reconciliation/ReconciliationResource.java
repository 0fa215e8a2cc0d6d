package jumin.contribution.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.sheet.ExportList;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 对账 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.TAX, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "reconciliations", description = "对账")
public class ReconciliationResource {

    private static final int MOST = 1000;

    private final Reconcile reconcile;
    private final CloseDifferences close;
    private final ListDifferences list;
    private final ExportList export;
    private final SignRun sign;

    ReconciliationResource(
            Reconcile reconcile, CloseDifferences close, ListDifferences list, ExportList export, SignRun sign) {
        this.reconcile = reconcile;
        this.close = close;
        this.list = list;
        this.export = export;
        this.sign = sign;
    }

    @POST
    @Path("reconciliations")
    @RolesAllowed(Roles.TAX)
    @Operation(
            operationId = "reconcile",
            summary = "税务机关送总额和明细对账",
            description =
                    "先比总额，再比明细，逐笔归类。只送某一天总额（不写 details）而与医保一致的，不必再送明细；不一致的答复须送明细（RECONCILIATION_DETAILS_WANTED），不保存。同一内容重发得到同一批次。总额与所附明细不符的整批退回，不保存。")
    public RestResponse<ReconciliationView> reconcile(@NotNull @Valid ReconciliationSubmission submission) {
        var view = reconcile.run(submission);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", "/api/contribution/v1/reconciliations/" + view.reconciliationId())
                .build();
    }

    @POST
    @Path("reconciliation-files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.TAX)
    @Operation(
            operationId = "sendReconciliationFile",
            summary = "税务机关传送对账文件",
            description = "文本或 gzip（上传不超过16MB，行数不限）；整份校验后由作业比对，同一内容重传得到同一批次。")
    @APIResponse(
            responseCode = "202",
            description = "已接收，正在比对",
            content = @Content(schema = @Schema(implementation = ReconciliationView.class)))
    public Response reconcileFile(@RestForm("file") FileUpload file) {
        if (file == null || file.size() == 0) {
            throw ProblemException.field(
                    ContributionProblem.PAYMENT_FILE_MISSING, "/file", "没有名为 file 的文件，或文件是空的", "请用 multipart 表单上传");
        }
        var view = reconcile.run(file.uploadedFile());
        return Response.accepted(view)
                .header("Location", "/api/contribution/v1/reconciliations/" + view.reconciliationId())
                .build();
    }

    @GET
    @Path("reconciliations/{id}/days")
    @Operation(operationId = "listReconciliationDays", summary = "查看一个批次每日双方总额")
    public List<ReconciliationView.Day> days(UUID id) {
        return sign.days(id);
    }

    @GET
    @Path("differences/ageing")
    @Operation(operationId = "readDifferenceAgeing", summary = "查看未处理差异的账龄")
    public List<ReconciliationView.Ageing> ageing() {
        return close.ageing();
    }

    @GET
    @Path("reconciliations")
    @Produces(ExportList.XLSX_IF_ASKED)
    @Operation(hidden = true)
    public Response workbook(@RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return export.workbook(
                ReconciliationView.FORM,
                last -> close.list(benefitYear, last.map(ReconciliationView::reconciliationId), MOST));
    }

    @GET
    @Path("reconciliations")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listReconciliations", summary = "查看对账批次，新的在前", description = "Accept 为 xlsx 时导出全部。")
    public List<ReconciliationView> list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @Schema(description = "上一页最后一项的 reconciliationId；首页不填") UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return close.list(benefitYear, Optional.ofNullable(after), limit);
    }

    @GET
    @Path("reconciliations/{id}")
    @Operation(operationId = "readReconciliation", summary = "查看一个对账批次：总额与差异汇总")
    public ReconciliationView one(UUID id) {
        return close.run(id);
    }

    @GET
    @Path("reconciliations/{id}/differences")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listDifferencesOfReconciliation",
            summary = "查看一个批次的差异",
            description = "每项差异有类别、原因、由谁处理、怎么处理。Accept 为 xlsx 时导出全部。")
    public DifferenceView.DifferencePage differencesOf(
            UUID id,
            @RestQuery DifferenceClass type,
            @RestQuery @DefaultValue("") @Pattern(regexp = "|OPEN|CLOSED") String state,
            @RestQuery @DefaultValue("0") @Min(0) long after) {
        return list.page(ofRun(id, type, state), after);
    }

    @GET
    @Path("reconciliations/{id}/differences")
    @Produces(ExportList.XLSX_IF_ASKED)
    @Operation(hidden = true)
    public Response workbookOf(
            UUID id,
            @RestQuery DifferenceClass type,
            @RestQuery @DefaultValue("") @Pattern(regexp = "|OPEN|CLOSED") String state) {
        return list.workbook(ofRun(id, type, state));
    }

    private ListDifferences.Which ofRun(UUID id, DifferenceClass type, String state) {
        close.run(id);
        return new ListDifferences.Which(Optional.of(id), Optional.ofNullable(type), state, Differences.Narrowed.NOT);
    }

    @POST
    @Path("differences/{id}/closure")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.FINANCE})
    @Operation(operationId = "closeDifference", summary = "处理一项差异", description = "记录处理方式、说明、处理人和时间；处理后不能更改。")
    public DifferenceView close(UUID id, @NotNull @Valid CloseDifferences.DifferenceClosure closure) {
        return close.close(id, closure);
    }

    @POST
    @Path("reconciliations/{id}/closure")
    @RolesAllowed({Roles.FINANCE, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "closeReconciliation",
            summary = "签认对账批次",
            description = "全部差异处理后签认；第一人签认后为 SIGNED，另一人再签认即关闭，所含对账日从此不变，迟到的记录列入开放日。")
    public ReconciliationView closeRun(UUID id) {
        return sign.run(id);
    }

    @POST
    @Path("reconciliations/{id}/class-closure")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.FINANCE})
    @Operation(
            operationId = "closeDifferencesOfClass",
            summary = "一并处理一类差异",
            description = "写明该类未处理的项数和差额合计，与现状一致才处理；处理后不能更改。")
    public ReconciliationView closeClass(UUID id, @NotNull @Valid CloseDifferences.ClassClosure closure) {
        return close.close(id, closure);
    }

    @POST
    @Path("reconciliations/{id}/withdrawal")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.FINANCE})
    @Operation(
            operationId = "withdrawReconciliation",
            summary = "撤回对账批次",
            description = "送错、送漏的批次，无人签认前可撤回；签认一次后又到了记录、不能再签认的也可撤回：差异不再是待办，对账日仍开放，同一内容可以重新对账。")
    public ReconciliationView withdraw(UUID id, @NotNull @Valid CloseDifferences.Withdrawal withdrawal) {
        return close.withdraw(id, withdrawal);
    }
}
