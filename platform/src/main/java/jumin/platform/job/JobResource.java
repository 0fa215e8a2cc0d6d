package jumin.platform.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 作业: progress of long work, and its cancellation. */
@Path("jobs/{id}")
@RunOnVirtualThread
@RolesAllowed("**")
@Tag(name = "jobs", description = "作业")
public class JobResource {

    /** Who may stop the work of another in their division. */
    private static final List<String> MAY_STOP =
            List.of(Roles.COUNTY_REVIEWER, Roles.COUNTY_APPROVER, Roles.SYSTEM_ADMIN);

    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;

    JobResource(Jobs jobs, CurrentCaller caller, Audit audit) {
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
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
    @Operation(
            operationId = "cancelJob",
            summary = "取消作业",
            description = "在两个批次之间停止，已完成的部分保留；已结束的作业不变。由提交人，或县级初审、复核、系统管理员办理。")
    @Transactional
    public JobView cancel(UUID id) {
        var job = find(id);
        var me = caller.get();
        if (!job.submittedBy().equals(me.id()) && MAY_STOP.stream().noneMatch(me::has)) {
            throw new ProblemException(PlatformProblem.ACCESS_DENIED, "作业只能由提交人或县级人员取消。");
        }
        if (jobs.cancel(id)) {
            audit.changed("job", id, me.scope().division().from(), "cancelled " + job.type());
        }
        return JobView.of(find(id));
    }

    private Job find(UUID id) {
        return jobs.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此作业，或不在您的辖区。"));
    }
}
