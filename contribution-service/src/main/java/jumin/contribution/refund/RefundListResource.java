package jumin.contribution.refund;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.place.DivisionRange;
import jumin.contribution.sheet.ExportList;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 退费办理清单 */
@Path("refund-worklist")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "refunds", description = "退费")
public class RefundListResource {

    private static final String STATES = "|REQUESTED|ORDERED|FAILED|PAID|REJECTED|WITHDRAWN";
    private static final int PAGE = 1000;

    private final ListRefunds list;
    private final ExportList export;
    private final CurrentCaller caller;

    RefundListResource(ListRefunds list, ExportList export, CurrentCaller caller) {
        this.list = list;
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listRefundsOfPlace",
            summary = "退费办理清单",
            description = "按申请先后；可按年度、状态、情形、参保人、区划和等待天数筛选。Accept 为 xlsx 时导出全部。division 缺省为登录人辖区。")
    public RefundPage page(
            @RestQuery @DefaultValue("0") @Min(0) @Max(2100) int benefitYear,
            @RestQuery @DefaultValue("") @Pattern(regexp = STATES) String state,
            @RestQuery @DefaultValue("") @Pattern(regexp = "|[a-z_]{3,40}") String cause,
            @RestQuery UUID person,
            @RestQuery @DefaultValue("") @Size(max = 80) String division,
            @RestQuery @DefaultValue("0") @Min(0) @Max(3660) @Schema(description = "等待下一步至少多少天；0 为不限") int waitingDays,
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(PAGE) int limit) {
        return list.run(wanted(benefitYear, state, cause, person, division, waitingDays), after, limit);
    }

    @GET
    @Produces(ExportList.XLSX_IF_ASKED)
    @Operation(hidden = true)
    public Response workbook(
            @RestQuery @DefaultValue("0") @Min(0) @Max(2100) int benefitYear,
            @RestQuery @DefaultValue("") @Pattern(regexp = STATES) String state,
            @RestQuery @DefaultValue("") @Pattern(regexp = "|[a-z_]{3,40}") String cause,
            @RestQuery UUID person,
            @RestQuery @DefaultValue("") @Size(max = 80) String division,
            @RestQuery @DefaultValue("0") @Min(0) @Max(3660) int waitingDays) {
        var wanted = wanted(benefitYear, state, cause, person, division, waitingDays);
        return export.workbook(
                RefundPage.FORM,
                last -> list.run(wanted, last.map(RefundPage.Line::seq).orElse(0L), PAGE)
                        .items());
    }

    private ListRefunds.Wanted wanted(
            int benefitYear, String state, String cause, UUID person, String division, int waitingDays) {
        return new ListRefunds.Wanted(
                benefitYear,
                state,
                cause,
                Optional.ofNullable(person),
                DivisionRange.within(caller.get(), division),
                waitingDays);
    }
}
