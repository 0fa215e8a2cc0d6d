package jumin.contribution.payment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jumin.contribution.sheet.ExportList;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 暂存款 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "payments", description = "缴费")
public class SuspenseResource {

    private static final String ORGAN = "|[0-9A-Za-z]{5,20}";
    private static final int PAGE = 1000;

    private final ReadPayments read;
    private final ExportList export;

    SuspenseResource(ReadPayments read, ExportList export) {
        this.read = read;
        this.export = export;
    }

    @GET
    @Path("suspense")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listSuspense",
            summary = "查看暂存款",
            description = "多缴、重复、无人认领、登记前缴费等尚未归集的钱，及其暂存天数；可按税务机关、无人认领、天数筛选。Accept 为 xlsx 时导出全部。")
    public ReadPayments.SuspensePage suspense(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("") @Pattern(regexp = ORGAN) String organ,
            @RestQuery @DefaultValue("false") @Schema(description = "只看无人认领的") boolean unowned,
            @RestQuery @DefaultValue("0") @Min(0) @Max(3660) @Schema(description = "缴费至今至少多少天；0 为不限") int ageDays,
            @RestQuery @DefaultValue("") String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(PAGE) int limit) {
        return read.inSuspense(new ReadPayments.Suspended(benefitYear, organ, unowned, ageDays), after, limit);
    }

    @GET
    @Path("suspense")
    @Produces(ExportList.XLSX_IF_ASKED)
    @Operation(hidden = true)
    public Response workbook(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("") @Pattern(regexp = ORGAN) String organ,
            @RestQuery @DefaultValue("false") boolean unowned,
            @RestQuery @DefaultValue("0") @Min(0) @Max(3660) int ageDays) {
        var wanted = new ReadPayments.Suspended(benefitYear, organ, unowned, ageDays);
        return export.workbook(
                PaymentView.FORM,
                last -> read.inSuspense(wanted, last.map(PaymentView::voucherNo).orElse(""), PAGE)
                        .items());
    }
}
