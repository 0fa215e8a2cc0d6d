package jumin.contribution.coverage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.scope.Roles;
import jumin.platform.time.ServiceClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 待遇享受期 */
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
@Tag(name = "coverage", description = "待遇享受期")
public class CoverageResource {

    private final ExplainCoverage explain;
    private final ListCoverage list;
    private final Clock clock;

    CoverageResource(ExplainCoverage explain, ListCoverage list, Clock clock) {
        this.explain = explain;
        this.list = list;
        this.clock = clock;
    }

    @GET
    @Path("persons/{id}/coverage")
    @Operation(
            operationId = "readCoverageOfPerson",
            summary = "某人某日是否享受待遇，及其说明",
            description = "on 缺省为今日；返回该年度全部区间、原因、条款、所用事实和规则版本。toldOn 写日期的，按那一天终了时的决定回答（当时怎么告知的），不管后来怎么改。")
    public CoverageView read(UUID id, @RestQuery LocalDate on, @RestQuery LocalDate toldOn) {
        return toldOn == null
                ? explain.run(id, Optional.ofNullable(on))
                : explain.asTold(id, Optional.ofNullable(on), endOf(toldOn));
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ServiceClock.ZONE).toOffsetDateTime();
    }

    @GET
    @Path("coverage")
    @Operation(
            operationId = "listCoverage",
            summary = "辖区内人员的待遇状态",
            description = "谁享受、谁在等待、谁不享受及原因；state 可选 COVERED、WAITING、SUSPENDED、TERMINATED、NONE（不在任何区间）。")
    public ListCoverage.CoveragePage list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery LocalDate on,
            @RestQuery @DefaultValue("") @Pattern(regexp = "|COVERED|WAITING|SUSPENDED|TERMINATED|NONE") String state,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        var day = Optional.ofNullable(on).orElseGet(() -> LocalDate.now(clock));
        return list.run(new ListCoverage.Wanted(benefitYear, day, state, Optional.ofNullable(after), limit));
    }
}
