package jumin.platform.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 作业: progress of long work, and its cancellation. */
@Path("jobs/{id}")
@RunOnVirtualThread
@RolesAllowed("**")
@Tag(name = "jobs", description = "作业")
public class JobResource {

    private final Jobs jobs;

    JobResource(Jobs jobs) {
        this.jobs = jobs;
    }

    /** A job as its submitter's office sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record JobView(
            UUID id,
            String type,
            JobState state,
            String phase,
            long done,
            long total,
            Map<String, Long> counts,
            String message,
            String submittedBy,
            OffsetDateTime submittedAt,
            OffsetDateTime endedAt) {

        public static JobView of(Job job) {
            return new JobView(
                    job.id(),
                    job.type(),
                    job.state(),
                    job.phase(),
                    job.done(),
                    job.total(),
                    job.counts(),
                    job.message(),
                    job.submittedBy(),
                    job.submittedAt(),
                    job.endedAt());
        }
    }

    @GET
    @Operation(operationId = "readJob", summary = "查看作业进度")
    public JobView read(UUID id) {
        return JobView.of(find(id));
    }

    @POST
    @Path("cancellation")
    @Operation(operationId = "cancelJob", summary = "取消作业", description = "在两个批次之间停止，已完成的部分保留；已结束的作业不变。")
    public JobView cancel(UUID id) {
        find(id);
        jobs.cancel(id);
        return JobView.of(find(id));
    }

    private Job find(UUID id) {
        return jobs.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此作业，或不在您的辖区。"));
    }
}
