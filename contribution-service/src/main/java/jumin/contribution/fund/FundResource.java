package jumin.contribution.fund;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.sheet.ExportList;
import jumin.platform.idempotency.Once;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 基金收入 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.FINANCE, Roles.AUDITOR, Roles.COUNTY_APPROVER})
@Tag(name = "fund", description = "基金收入：财政补助、资助参保款、利息、捐助")
public class FundResource {

    private static final int PAGE = 1000;

    private final OweFund owe;
    private final OweByHead byHead;
    private final ReckonSubsidies reckon;
    private final ReverseDue reverseDue;
    private final OpenDue open;
    private final ReceiveMoney receive;
    private final ExportList export;

    FundResource(
            OweFund owe,
            OweByHead byHead,
            ReckonSubsidies reckon,
            ReverseDue reverseDue,
            OpenDue open,
            ReceiveMoney receive,
            ExportList export) {
        this.export = export;
        this.reverseDue = reverseDue;
        this.owe = owe;
        this.byHead = byHead;
        this.reckon = reckon;
        this.open = open;
        this.receive = receive;
    }

    /** 冲销理由. */
    public record Reversal(
            @NotBlank(message = "须写明理由") @Size(max = 200) String note) {}

    @POST
    @Path("government-subsidies")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "recordGovernmentSubsidy",
            summary = "登记某级财政应付的补助",
            description = "市、县配套资金的期限按条文；条文没有的由下达文件确定。")
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content = @Content(schema = @Schema(implementation = FundDues.FundDueView.class)))
    public Response subsidy(
            @NotNull @Valid OweFund.GovernmentSubsidy subsidy,
            @RestHeader(Once.HEADER) @Schema(description = "幂等键", examples = "subsidy-0001") String key) {
        return owe.subsidy(subsidy, key);
    }

    @GET
    @Path("government-subsidies/by-head")
    @Operation(
            operationId = "reckonGovernmentSubsidies",
            summary = "按标准和人数核算各级财政补助（不登记）",
            description = "人数为该年度已足额缴费（含全额资助）的参保人；县级按本县人数，中央、省、市按全统筹区人数；与已登记应收的差额另列。")
    public List<SubsidyByHead> reckon(
            @RestQuery @NotNull @Pattern(regexp = "\\d{6}") String area,
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear) {
        return reckon.run(area, benefitYear);
    }

    @POST
    @Path("government-subsidies/by-head")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "oweGovernmentSubsidiesByHead",
            summary = "按标准和人数登记各级财政补助的差额",
            description = "每级、每县一笔应收，写明人数和每人金额；可多次核算，只登记与已登记应收的差额，减少的为负，与同级同年度尚欠的相抵。")
    @APIResponse(
            responseCode = "201",
            description = "已登记；没有差额的为空",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FundDues.FundDueView.class)))
    public Response subsidiesByHead(
            @NotNull @Valid OweByHead.SubsidyReckoning reckoning,
            @RestHeader(Once.HEADER) @Schema(description = "幂等键", examples = "subsidy-by-head-0001") String key) {
        return byHead.run(reckoning, key);
    }

    @POST
    @Path("aid-bills")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "billAid",
            summary = "向付款部门结算资助参保款",
            description = "汇总上次结算以来核定和撤销的资助金额；每笔分录只结算一次，撤销多于新增的为负数，与同一付款方该年度的其他应收相抵。")
    @APIResponse(
            responseCode = "201",
            description = "已结算",
            content = @Content(schema = @Schema(implementation = FundDues.FundDueView.class)))
    public Response bill(
            @NotNull @Valid OweFund.AidBill bill,
            @RestHeader(Once.HEADER) @Schema(description = "幂等键", examples = "aid-0001") String key) {
        return owe.bill(bill, key);
    }

    @GET
    @Path("fund-dues")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listFundDues",
            summary = "查看应收、到账、尚欠和逾期",
            description = "到账和逾期按某一天（缺省为今天），应收、冲销和相抵按现在所知；与过去某日所见的可能不同。after 为上一页最后一项的 seq。Accept 为 xlsx 时导出全部。")
    public List<FundDues.FundDueView> dues(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery LocalDate on,
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("1000") @Min(1) @Max(PAGE) int limit) {
        return owe.list(new FundDues.Wanted(benefitYear, Optional.ofNullable(on), after, limit));
    }

    @GET
    @Path("fund-dues")
    @Produces(ExportList.XLSX_IF_ASKED)
    @Operation(hidden = true)
    public Response workbook(@RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear, @RestQuery LocalDate on) {
        return export.workbook(
                FundDues.FORM,
                last -> owe.list(new FundDues.Wanted(
                        benefitYear,
                        Optional.ofNullable(on),
                        last.map(FundDues.FundDueView::seq).orElse(0L),
                        PAGE)));
    }

    @GET
    @Path("fund-dues/{id}")
    @Operation(operationId = "readFundDue", summary = "查看一笔应收款：到账、相抵、尚欠和逾期")
    public FundDues.FundDueView due(UUID id) {
        return owe.one(id);
    }

    @GET
    @Path("fund-dues/{id}/postings")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listPostingsOfFundDue",
            summary = "查看一笔应收款所含的分录",
            description =
                    "资助参保款逐人列出，撤销的为负，合计即应收金额；参保人已迁出的列笔数（movedAway）和迁往各县的金额（movedAwaySums），合计仍为应收金额。Accept 为 xlsx 时导出全部，可作结算单的附表。")
    public OpenDue.Page postings(
            UUID id,
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(PAGE) int limit) {
        return open.run(id, after, limit);
    }

    @GET
    @Path("fund-dues/{id}/postings")
    @Produces(ExportList.XLSX_IF_ASKED)
    @Operation(hidden = true)
    public Response workbookOfDue(UUID id) {
        return export.workbook(OpenDue.FORM, last -> annex(id, last));
    }

    private List<OpenDue.Line> annex(UUID id, Optional<OpenDue.Line> last) {
        if (last.filter(OpenDue.Line::endsTheAnnex).isPresent()) {
            return List.of();
        }
        var items =
                open.run(id, last.map(OpenDue.Line::postingId).orElse(0L), PAGE).items();
        return items.isEmpty() ? open.end(id) : items;
    }

    @POST
    @Path("fund-dues/{id}/reversal")
    @RolesAllowed({Roles.FINANCE, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "reverseFundDue",
            summary = "冲销记错的财政补助应收，或结算错的资助参保款",
            description = "由登记人以外的人办理；有到账的先冲销到账。冲销后不再应收；财政补助在按人数核算时重新计入差额，资助参保款所含分录留待下次结算。")
    public FundDues.FundDueView reverseDue(UUID id, @NotNull @Valid Reversal reason) {
        return reverseDue.run(id, reason.note());
    }

    @POST
    @Path("fund-receipts")
    @RolesAllowed(Roles.FINANCE)
    @Operation(operationId = "recordFundReceipt", summary = "登记财政专户到账", description = "同一到账单号只登记一次。")
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content = @Content(schema = @Schema(implementation = ReceiveMoney.FundReceiptView.class)))
    public Response receive(
            @NotNull @Valid ReceiveMoney.FundReceipt receipt,
            @RestHeader(Once.HEADER) @Schema(description = "幂等键", examples = "receipt-0001") String key) {
        return receive.run(receipt, key);
    }

    @GET
    @Path("fund-receipts")
    @Operation(operationId = "listFundReceipts", summary = "查看财政专户到账", description = "每页五百笔；after 为上一页最后一项的 seq。")
    public List<ReceiveMoney.FundReceiptView> receipts(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @Schema(description = "只看付这一笔应收款的") UUID dueId,
            @RestQuery @DefaultValue("0") @Min(0) long after) {
        return receive.list(benefitYear, Optional.ofNullable(dueId), after);
    }

    @GET
    @Path("fund-receipts/{id}")
    @Operation(operationId = "readFundReceipt", summary = "查看一笔财政专户到账")
    public ReceiveMoney.FundReceiptView receipt(UUID id) {
        return receive.one(id);
    }

    @POST
    @Path("fund-receipts/{id}/reversal")
    @RolesAllowed({Roles.FINANCE, Roles.COUNTY_APPROVER})
    @Operation(operationId = "reverseFundReceipt", summary = "冲销登记错的到账", description = "由登记人以外的人办理；更正为冲销后重新登记。")
    public ReceiveMoney.FundReceiptView reverse(UUID id, @NotNull @Valid Reversal reason) {
        return receive.reverse(id, reason.note());
    }
}
