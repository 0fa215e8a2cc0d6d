package jumin.enrollment.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.standard.ContributionFeed;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.sql.Sql;

/**
 * 资助参保重新核定: after the standard of a year was published or the law changed, everybody enrolled for that year.
 * What new law would decide otherwise about a year that is over comes on the list to redo.
 */
@ApplicationScoped
public class RedecideSubsidies implements JobWork {

    private static final int CHUNK = 200;
    private static final String BEGINNING = "00000000-0000-0000-0000-000000000000";

    private final Enrollments enrollments;
    private final DecideSubsidies decide;
    private final Sql sql;
    private final Clock clock;

    RedecideSubsidies(Enrollments enrollments, DecideSubsidies decide, Sql sql, Clock clock) {
        this.enrollments = enrollments;
        this.decide = decide;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ContributionFeed.REDECIDE;
    }

    @Override
    public JobStep advance(Job job) {
        sql.update("set local plan_cache_mode = force_custom_plan");
        var area = job.request().path("area").asText();
        var year = job.request().path("benefitYear").asInt();
        var total = job.total() > 0 ? job.total() : count(area, year);
        var after = UUID.fromString(job.cursor().isEmpty() ? BEGINNING : job.cursor());
        var chunk = enrollments.activeAfter(area, year, after, CHUNK);
        var over = job.request().path("law").asBoolean()
                && year < LocalDate.now(clock).getYear();
        var reviewed = over ? decide.review(chunk) : new DecideSubsidies.Reviewed(decide.run(chunk), 0);
        var counts = Map.of(
                "changed", job.counts().getOrDefault("changed", 0L) + reviewed.decided(),
                "toRedo", job.counts().getOrDefault("toRedo", 0L) + reviewed.listed());
        if (chunk.size() < CHUNK) {
            return JobStep.finished(job.done() + chunk.size(), counts);
        }
        var cursor = chunk.getLast().id().toString();
        return JobStep.more("核定资助", job.done() + chunk.size(), total, counts, cursor);
    }

    private long count(String area, int year) {
        return sql.count(
                "select count(*) from enrollment where area = ? and benefit_year = ? and state = 'ENROLLED'",
                area,
                year);
    }
}
