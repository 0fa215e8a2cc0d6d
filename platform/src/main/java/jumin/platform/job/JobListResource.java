package jumin.platform.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.job.JobResource.JobView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 作业列表: one's own jobs, and those of one's office and below. */
@Path("jobs")
@RunOnVirtualThread
@RolesAllowed("**")
@Tag(name = "jobs", description = "作业")
public class JobListResource {

    private final Jobs jobs;
    private final Clock clock;

    JobListResource(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @param next pass as {@code after} for the page behind this one; absent when there is none */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record JobPage(List<JobView> items, Optional<UUID> next) {}

    @GET
    @Operation(
            operationId = "listJobs",
            summary = "作业列表",
            description = "本人提交的，及本辖区人员提交的，最近的在前；可按种类、状态、提交人、提交日期缩小范围。下一页以 next 为 after。")
    public JobPage list(
            @RestQuery @Pattern(regexp = "[a-z][a-z-]{1,60}", message = "作业种类代码") String type,
            @RestQuery JobState state,
            @RestQuery @Size(min = 1, max = 100) String submittedBy,
            @RestQuery LocalDate since,
            @RestQuery LocalDate until,
            @RestQuery UUID after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var filter = new JobFilter(
                Optional.ofNullable(type),
                Optional.ofNullable(state),
                Optional.ofNullable(submittedBy),
                Optional.ofNullable(since).map(this::start),
                Optional.ofNullable(until).map(day -> start(day.plusDays(1))),
                Optional.ofNullable(after));
        var found = jobs.list(filter, limit + 1);
        var shown = found.stream().limit(limit).map(JobView::of).toList();
        return new JobPage(
                shown, found.size() > limit ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
