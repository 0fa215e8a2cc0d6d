package jumin.contribution.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jumin.contribution.sheet.ExportList;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 账簿 */
@Path("ledger")
@RunOnVirtualThread
@RolesAllowed({Roles.FINANCE, Roles.AUDITOR, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER})
@Tag(name = "ledger", description = "账簿")
public class LedgerResource {

    private static final String MONTH = "|\\d{4}-(0[1-9]|1[0-2])";
    private static final String BOOK = "|\\d{6}";

    private static final int PAGE = 1000;

    private final ReadLedger ledger;
    private final ListPostings postings;
    private final ExportList export;
    private final Periods periods;

    LedgerResource(ReadLedger ledger, ListPostings postings, ExportList export, Periods periods) {
        this.export = export;
        this.ledger = ledger;
        this.postings = postings;
        this.periods = periods;
    }

    @GET
    @Path("trial-balance")
    @Produces(ExportList.XLSX_IF_ASKED)
    @Operation(hidden = true)
    public Response workbook(
            @RestQuery @DefaultValue("0") @Min(0) @Max(2100) int benefitYear,
            @RestQuery @DefaultValue("") @Pattern(regexp = MONTH) String period,
            @RestQuery @DefaultValue("") @Pattern(regexp = BOOK) String book) {
        var part = part(benefitYear, period, book);
        return export.workbook(
                TrialBalance.FORM,
                last -> last.isPresent() ? List.of() : ledger.trialBalance(part).accounts());
    }

    @GET
    @Path("postings")
    @Produces(ExportList.XLSX_IF_ASKED)
    @Operation(hidden = true)
    public Response workbookOfPostings(
            @RestQuery @NotNull Account account,
            @RestQuery @DefaultValue("0") @Min(0) @Max(2100) int benefitYear,
            @RestQuery @DefaultValue("") @Pattern(regexp = MONTH) String period,
            @RestQuery @DefaultValue("") @Pattern(regexp = BOOK) String book) {
        var part = part(benefitYear, period, book);
        return export.workbook(
                ListPostings.FORM,
                last -> postings.run(
                                account,
                                part,
                                last.map(ListPostings.PostingView::id).orElse(0L),
                                PAGE)
                        .items());
    }

    @GET
    @Path("trial-balance")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readTrialBalance",
            summary = "试算平衡表",
            description =
                    "按登录人所负责的分账汇总（市为全部分账，县为本县）；参保人迁出后，原来记在本县的仍在本县，已结账的期间为结账时保存的数字。benefitYear 为 0 时包含全部年度。每笔分录从一个科目转入另一个科目，余额合计恒为零。Accept 为 xlsx 时导出。")
    public TrialBalance trialBalance(
            @RestQuery @DefaultValue("0") @Min(0) @Max(2100) int benefitYear,
            @RestQuery @DefaultValue("") @Pattern(regexp = MONTH) @Schema(description = "会计期间 yyyy-MM（记账月份）；空为全部")
                    String period,
            @RestQuery @DefaultValue("") @Pattern(regexp = BOOK) @Schema(description = "分账：县或市的六位代码；空为辖区全部")
                    String book) {
        return ledger.trialBalance(part(benefitYear, period, book));
    }

    @GET
    @Path("postings")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listPostings",
            summary = "某科目的分录明细",
            description = "试算平衡表每个数字背后的分录；参保人已迁出的，笔数和金额在 movedAway 中列出，明细由现在负责的机构查看。Accept 为 xlsx 时导出全部。")
    public ListPostings.PostingPage postings(
            @RestQuery @NotNull Account account,
            @RestQuery @DefaultValue("0") @Min(0) @Max(2100) int benefitYear,
            @RestQuery @DefaultValue("") @Pattern(regexp = MONTH) String period,
            @RestQuery @DefaultValue("") @Pattern(regexp = BOOK) String book,
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return postings.run(account, part(benefitYear, period, book), after, limit);
    }

    @GET
    @Path("periods")
    @Operation(operationId = "listPeriods", summary = "查看结账情况")
    public List<Periods.PeriodView> periods() {
        return periods.list();
    }

    @POST
    @Path("periods/{period}/closure")
    @RolesAllowed({Roles.FINANCE, Roles.COUNTY_APPROVER})
    @Operation(
            operationId = "closePeriod",
            summary = "结账",
            description = "市级两人先后办理，第二人办理即结账并保存各分账余额。期间按记账月份；迟到的事实记在开放期间并写明发生日期，已结账的不变。")
    public Periods.PeriodView close(@Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String period) {
        return periods.close(YearMonth.parse(period));
    }

    private static ReadLedger.Part part(int benefitYear, String period, String book) {
        return new ReadLedger.Part(
                benefitYear, period.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(period)), book);
    }
}
