package jumin.contribution.levy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import jumin.contribution.ContributionProblem;
import jumin.contribution.standard.PublishedStandards;
import jumin.platform.audit.Audit;
import jumin.platform.idempotency.Once;
import jumin.platform.job.JobResource;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Opens collection for an area and year below the caller's division, and levies everybody who is enrolled there. */
@ApplicationScoped
public class StartLevyRun {

    private final Once once;
    private final PublishedStandards standards;
    private final Sql database;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    StartLevyRun(
            Once once,
            PublishedStandards standards,
            Sql database,
            Jobs jobs,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.once = once;
        this.standards = standards;
        this.database = database;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** 征缴核定作业. */
    public record LevyRun(
            @NotNull
            @Pattern(regexp = "\\d{6}", message = "须为六位行政区划代码")
            @Schema(description = "统筹区", examples = "990100")
            String area,

            @Min(2000) @Max(2100) @Schema(required = true, description = "待遇年度", examples = "2024")
            int benefitYear) {}

    public Response run(LevyRun run, String key) {
        return once.answer("levy-run", key, run, () -> start(run));
    }

    private Once.Answer start(LevyRun run) {
        var path = caller.get().scope().division().from();
        if (!path.startsWith(run.area() + "/")) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "只能核定本统筹区的应缴。");
        }
        if (standards.find(run.area(), run.benefitYear()).isEmpty()) {
            throw new ProblemException(ContributionProblem.STANDARD_NOT_PUBLISHED, "请先公布该年度筹资标准；不沿用上一年度。");
        }
        database.update(
                "insert into levy_opening (area, benefit_year, division_path, opened_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                run.area(),
                run.benefitYear(),
                path,
                OffsetDateTime.now(clock));
        var job = jobs.submit(
                "assessment", Map.of("area", run.area(), "benefitYear", run.benefitYear(), "divisionPath", path));
        audit.changed("levy-run", run.area() + ":" + run.benefitYear(), path, "开始核定");
        return Once.Answer.accepted(JobResource.JobView.of(job), "/api/contribution/v1/jobs/" + job.id());
    }
}
