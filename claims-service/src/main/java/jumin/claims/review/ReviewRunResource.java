package jumin.claims.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jumin.platform.audit.Audit;
import jumin.platform.idempotency.Once;
import jumin.platform.job.JobResource.JobView;
import jumin.platform.job.Jobs;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** 事后审核 */
@Path("review-runs")
@RunOnVirtualThread
@Tag(name = "review", description = "审核、申辩与申诉")
public class ReviewRunResource {

    private final Jobs jobs;
    private final Once once;
    private final Audit audit;
    private final CurrentCaller caller;

    ReviewRunResource(Jobs jobs, Once once, Audit audit, CurrentCaller caller) {
        this.jobs = jobs;
        this.once = once;
        this.audit = audit;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.COUNTY_REVIEWER)
    @Operation(
            operationId = "runReview",
            summary = "事后审核一段时间内的结算",
            description = "按条文的审核规则重看已结算的单子：后来才结算的住院、后来才知道的情形也在内。已提出的疑点不重复提出；只提疑点，不改结算。")
    @APIResponse(
            responseCode = "202",
            description = "作业",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response run(@RestHeader(Once.HEADER) String key, @NotNull @Valid ReviewRun run) {
        return once.answer("review-run", key, run, () -> {
            audit.changed(
                    "review-run", run.area(), caller.get().scope().division().from(), run.from() + "/" + run.to());
            var job = jobs.submit(ReviewWork.TYPE, run);
            return Once.Answer.accepted(JobView.of(job), "/api/claims/v1/jobs/" + job.id());
        });
    }
}
