package jumin.contribution.reminder;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jumin.contribution.place.DivisionRange;
import jumin.contribution.sheet.ExportList;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 催缴清单 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({
    Roles.VILLAGE_HELPER,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.FINANCE,
    Roles.AUDITOR
})
@Tag(name = "reminders", description = "催缴")
public class ArrearsResource {

    private static final int PAGE = 500;
    private static final String REASON = "|[A-Z_]{3,40}";

    private final ListArrears arrears;
    private final ExportList export;
    private final CurrentCaller caller;

    ArrearsResource(ListArrears arrears, ExportList export, CurrentCaller caller) {
        this.arrears = arrears;
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Path("arrears")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listArrears",
            summary = "催缴清单",
            description =
                    "按村、户编号排列，可只看一户：未缴、缴费不足、应缴暂缓及原因、上年参保本年未登记；附上年度状态、脱敏手机号、走访次数和最近一次走访，以及已缴而在暂存款的款项（waiting）。division 缺省为登录人辖区。Accept 为 xlsx 或 pdf 时导出、打印全部。")
    public ArrearsPage list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("") @Size(max = 80) String division,
            @RestQuery @DefaultValue("") @Size(max = 40) @Schema(description = "户编号；空为全部") String houseNumber,
            @RestQuery ArrearsPage.Kind kind,
            @RestQuery @DefaultValue("") @Pattern(regexp = REASON) @Schema(description = "暂缓的原因代码") String heldReason,
            @RestQuery @Schema(description = "最近一次走访的结果") VisitReason visitReason,
            @RestQuery @DefaultValue("") @Size(max = 240) String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(500) int limit) {
        return arrears.run(new ListArrears.Wanted(
                benefitYear,
                DivisionRange.within(caller.get(), division),
                which(houseNumber, kind, heldReason, visitReason),
                after,
                limit));
    }

    @GET
    @Path("arrears")
    @Produces(ExportList.XLSX_IF_ASKED)
    @Operation(hidden = true)
    public Response workbook(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("") @Size(max = 80) String division,
            @RestQuery @DefaultValue("") @Size(max = 40) String houseNumber,
            @RestQuery ArrearsPage.Kind kind,
            @RestQuery @DefaultValue("") @Pattern(regexp = REASON) String heldReason,
            @RestQuery VisitReason visitReason) {
        return export.workbook(
                ArrearsPage.FORM, pages(benefitYear, division, which(houseNumber, kind, heldReason, visitReason)));
    }

    @GET
    @Path("arrears")
    @Produces(ExportList.PDF_IF_ASKED)
    @Operation(hidden = true)
    public Response print(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("") @Size(max = 80) String division,
            @RestQuery @DefaultValue("") @Size(max = 40) String houseNumber,
            @RestQuery ArrearsPage.Kind kind,
            @RestQuery @DefaultValue("") @Pattern(regexp = REASON) String heldReason,
            @RestQuery VisitReason visitReason) {
        return export.print(
                ArrearsPage.FORM, pages(benefitYear, division, which(houseNumber, kind, heldReason, visitReason)));
    }

    private static ListArrears.Which which(
            String houseNumber, ArrearsPage.Kind kind, String heldReason, VisitReason visitReason) {
        return new ListArrears.Which(
                houseNumber,
                Optional.ofNullable(kind).map(Enum::name).orElse(""),
                heldReason,
                Optional.ofNullable(visitReason).map(Enum::name).orElse(""));
    }

    private Function<Optional<ArrearsPage.Line>, List<ArrearsPage.Line>> pages(
            int benefitYear, String division, ListArrears.Which which) {
        var range = DivisionRange.within(caller.get(), division);
        return last -> arrears.run(new ListArrears.Wanted(
                        benefitYear,
                        range,
                        which,
                        last.map(ArrearsPage.Line::position).orElse(""),
                        PAGE))
                .items();
    }
}
