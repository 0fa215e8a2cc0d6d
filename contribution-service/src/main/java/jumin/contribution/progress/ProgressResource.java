package jumin.contribution.progress;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jumin.contribution.place.DivisionRange;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 征缴进度 */
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
@Tag(name = "progress", description = "征缴进度")
public class ProgressResource {

    private final MeasureProgress measure;
    private final DrawCurve draw;
    private final CurrentCaller caller;

    ProgressResource(MeasureProgress measure, DrawCurve draw, CurrentCaller caller) {
        this.measure = measure;
        this.draw = draw;
        this.caller = caller;
    }

    @GET
    @Path("collection-progress")
    @Operation(
            operationId = "readCollectionProgress",
            summary = "征缴进度（按下一级区划）",
            description = "已核定、全额资助、已缴清、未缴清、暂缓的人数和金额；division 缺省为登录人辖区，只有汇总数。")
    public Progress progress(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("") @Size(max = 80) String division) {
        return measure.run(benefitYear, DivisionRange.within(caller.get(), division));
    }

    @GET
    @Path("collection-curve")
    @Operation(
            operationId = "readCollectionCurve",
            summary = "征缴曲线：逐日缴清人数，与上年度同一征缴日对比",
            description = "按集中征缴期首日起算的第几天对齐；上年度标准未公布则没有对比。")
    public Progress.Curve curve(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("") @Size(max = 80) String division) {
        return draw.run(benefitYear, DivisionRange.within(caller.get(), division));
    }
}
