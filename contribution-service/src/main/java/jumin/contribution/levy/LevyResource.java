package jumin.contribution.levy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.idempotency.Once;
import jumin.platform.job.JobResource;
import jumin.platform.scope.Roles;
import jumin.platform.time.ServiceClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** 应缴核定 and its delivery */
@Path("")
@RunOnVirtualThread
@Tag(name = "levies", description = "应缴核定")
public class LevyResource {

    private static final long PAUSE_MILLIS = 500;

    private final StartLevyRun start;
    private final DeliverLevies deliver;
    private final AcknowledgeLevies acknowledge;
    private final ReadLevyVersions versions;

    LevyResource(StartLevyRun start, DeliverLevies deliver, AcknowledgeLevies acknowledge, ReadLevyVersions versions) {
        this.versions = versions;
        this.start = start;
        this.deliver = deliver;
        this.acknowledge = acknowledge;
    }

    @POST
    @Path("levy-runs")
    @RolesAllowed({Roles.COUNTY_REVIEWER, Roles.FINANCE})
    @Operation(
            operationId = "startLevyRun",
            summary = "开始征缴核定（作业）",
            description = "对登录人辖区内已登记人员核定应缴；此后登记或变更的人员随即核定。作业可续跑，重跑不产生第二次效果。")
    @APIResponse(
            responseCode = "202",
            description = "已受理，Location 为作业地址",
            content = @Content(schema = @Schema(implementation = JobResource.JobView.class)))
    public Response start(
            @NotNull @Valid StartLevyRun.LevyRun run,
            @RestHeader(Once.HEADER) @Schema(description = "幂等键", examples = "levy-2024-1") String key) {
        return start.run(run, key);
    }

    @GET
    @Path("levies")
    @RolesAllowed({
        Roles.TAX,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listLevies",
            summary = "按提交顺序取应缴核定",
            description =
                    "税务机关取本机关的应缴（含证件号码），经办人员看本辖区的应缴（脱敏）。新版本排在其后；onlyNew=true 只取未回执的，可用于重发；state 只取一种状态的；wait 为没有新的应缴时最多等待的秒数，可当变更流读。")
    public LevyView.LevyPage list(
            @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear,
            @RestQuery @DefaultValue("0") String after,
            @RestQuery @DefaultValue("500") @Min(1) @Max(1000) int limit,
            @RestQuery @DefaultValue("false") boolean onlyNew,
            @RestQuery @DefaultValue("") @Pattern(regexp = "|ISSUED|HELD|CANCELLED") String state,
            @RestQuery @DefaultValue("0") @Min(0) @Max(30) int wait)
            throws InterruptedException {
        var wanted = new DeliverLevies.Wanted(benefitYear, after, limit, onlyNew, state);
        var page = deliver.page(wanted);
        for (var left = wait * 1000L; page.items().isEmpty() && left > 0; left -= PAUSE_MILLIS) {
            Thread.sleep(PAUSE_MILLIS); // without a database connection
            page = deliver.page(wanted);
        }
        return page;
    }

    @GET
    @Path("persons/{id}/levies")
    @RolesAllowed({
        Roles.VILLAGE_HELPER,
        Roles.TOWNSHIP_CLERK,
        Roles.COUNTY_REVIEWER,
        Roles.COUNTY_APPROVER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listLevyVersionsOfPerson",
            summary = "某人某年度应缴的各个版本，新的在前",
            description = "toldOn 写日期的，只给那一天终了时有效的版本：当时怎么告知的。")
    public List<ReadLevyVersions.LevyVersionView> versions(
            UUID id, @RestQuery @NotNull @Min(2000) @Max(2100) Integer benefitYear, @RestQuery LocalDate toldOn) {
        var end = Optional.ofNullable(toldOn)
                .map(day -> day.plusDays(1).atStartOfDay(ServiceClock.ZONE).toOffsetDateTime());
        return versions.run(id, benefitYear, end);
    }

    @POST
    @Path("levy-acknowledgements")
    @RolesAllowed(Roles.TAX)
    @Operation(operationId = "acknowledgeLevies", summary = "税务机关回执已接收的应缴", description = "重复回执没有第二次效果。")
    public AcknowledgeLevies.Acknowledged acknowledge(
            @NotNull @Valid AcknowledgeLevies.LevyAcknowledgement acknowledgement) {
        return acknowledge.run(acknowledgement);
    }
}
