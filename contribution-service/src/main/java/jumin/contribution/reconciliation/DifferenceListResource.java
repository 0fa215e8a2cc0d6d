package jumin.contribution.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.sheet.ExportList;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 差异待办清单 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({
    Roles.TAX,
    Roles.TOWNSHIP_CLERK,
    Roles.COUNTY_REVIEWER,
    Roles.COUNTY_APPROVER,
    Roles.FINANCE,
    Roles.AUDITOR
})
@Tag(name = "reconciliations", description = "对账")
public class DifferenceListResource {

    private static final String STATES = "|OPEN|CLOSED";
    private static final String ORGAN = "|[0-9A-Za-z]{5,20}";
    private static final String VOUCHER = "|[0-9A-Za-z-]{6,40}";

    private final ListDifferences list;

    DifferenceListResource(ListDifferences list) {
        this.list = list;
    }

    @GET
    @Path("differences")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listDifferences",
            summary = "查看辖区内各批次的差异（待办清单）",
            description = "可按类别、税务机关、年度、参保人、税票号和账龄筛选，跨机关、跨批次。Accept 为 xlsx 时导出全部。")
    public DifferenceView.DifferencePage page(
            @RestQuery DifferenceClass type,
            @RestQuery @DefaultValue("OPEN") @Pattern(regexp = STATES) String state,
            @RestQuery @DefaultValue("") @Pattern(regexp = ORGAN) String organ,
            @RestQuery @DefaultValue("0") @Min(0) @Max(2100) int benefitYear,
            @RestQuery UUID person,
            @RestQuery @DefaultValue("") @Pattern(regexp = VOUCHER) String voucherNo,
            @RestQuery @DefaultValue("0") @Min(0) @Max(3660) @Schema(description = "账龄至少多少天；0 为不限") int ageDays,
            @RestQuery @DefaultValue("0") @Min(0) long after) {
        return list.page(which(type, state, narrowed(organ, benefitYear, person, voucherNo, ageDays)), after);
    }

    @GET
    @Path("differences")
    @Produces(ExportList.XLSX_IF_ASKED)
    @Operation(hidden = true)
    public Response workbook(
            @RestQuery DifferenceClass type,
            @RestQuery @DefaultValue("OPEN") @Pattern(regexp = STATES) String state,
            @RestQuery @DefaultValue("") @Pattern(regexp = ORGAN) String organ,
            @RestQuery @DefaultValue("0") @Min(0) @Max(2100) int benefitYear,
            @RestQuery UUID person,
            @RestQuery @DefaultValue("") @Pattern(regexp = VOUCHER) String voucherNo,
            @RestQuery @DefaultValue("0") @Min(0) @Max(3660) int ageDays) {
        return list.workbook(which(type, state, narrowed(organ, benefitYear, person, voucherNo, ageDays)));
    }

    private static ListDifferences.Which which(DifferenceClass type, String state, Differences.Narrowed narrowed) {
        return new ListDifferences.Which(Optional.empty(), Optional.ofNullable(type), state, narrowed);
    }

    private static Differences.Narrowed narrowed(
            String organ, int benefitYear, UUID person, String voucherNo, int ageDays) {
        return new Differences.Narrowed(organ, benefitYear, Optional.ofNullable(person), voucherNo, ageDays);
    }
}
