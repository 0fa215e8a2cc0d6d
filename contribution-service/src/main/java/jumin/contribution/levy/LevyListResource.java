package jumin.contribution.levy;

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
import jumin.contribution.place.DivisionRange;
import jumin.contribution.sheet.ExportList;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 应缴核定清单 */
@Path("levy-worklist")
@RunOnVirtualThread
@RolesAllowed({Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "levies", description = "应缴核定")
public class LevyListResource {

    private static final int PAGE = 1000;

    private final ListLevies list;
    private final ExportList export;
    private final CurrentCaller caller;

    LevyListResource(ListLevies list, ExportList export, CurrentCaller caller) {
        this.list = list;
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listLeviesOfPlace",
            summary = "应缴核定清单：谁已核定、谁暂缓及原因",
            description = "按村、按户排列现行的应缴；可按状态、原因、区划筛选，首页附各原因的人数。Accept 为 xlsx 时导出全部。division 缺省为登录人辖区。")
    public LevyList page(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("HELD") ListLevies.State state,
            @RestQuery @DefaultValue("") @Pattern(regexp = "|[A-Z_]{3,40}") String reason,
            @RestQuery @DefaultValue("") @Size(max = 80) String division,
            @RestQuery @DefaultValue("") @Size(max = 240) String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(PAGE) int limit) {
        return list.run(wanted(benefitYear, state, reason, division), after, limit);
    }

    @GET
    @Produces(ExportList.XLSX_IF_ASKED)
    @Operation(hidden = true)
    public Response workbook(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("HELD") ListLevies.State state,
            @RestQuery @DefaultValue("") @Pattern(regexp = "|[A-Z_]{3,40}") String reason,
            @RestQuery @DefaultValue("") @Size(max = 80) String division) {
        var wanted = wanted(benefitYear, state, reason, division);
        return export.workbook(
                LevyList.FORM,
                last -> list.run(wanted, last.map(LevyList.Line::position).orElse(""), PAGE)
                        .items());
    }

    private ListLevies.Wanted wanted(int benefitYear, ListLevies.State state, String reason, String division) {
        return new ListLevies.Wanted(benefitYear, state, reason, DivisionRange.within(caller.get(), division));
    }
}
