package jumin.enrollment.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.standard.ContributionFeed;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.sql.Sql;

/** 资助参保重新核定: after the standard of a year was published or changed, everybody enrolled for that year. */
@ApplicationScoped
public class RedecideSubsidies implements JobWork {

    private static final int CHUNK = 200;
    private static final String BEGINNING = "00000000-0000-0000-0000-000000000000";

    private final Enrollments enrollments;
    private final DecideSubsidies decide;
    private final Sql sql;

    RedecideSubsidies(Enrollments enrollments, DecideSubsidies decide, Sql sql) {
        this.enrollments = enrollments;
        this.decide = decide;
        this.sql = sql;
    }

    @Override
    public String type() {
        return ContributionFeed.REDECIDE;
    }

    @Override
    public JobStep advance(Job job) {
        var area = job.request().path("area").asText();
        var year = job.request().path("benefitYear").asInt();
        var total = job.total() > 0 ? job.total() : count(area, year);
        var after = UUID.fromString(job.cursor().isEmpty() ? BEGINNING : job.cursor());
        var chunk = enrollments.activeAfter(area, year, after, CHUNK);
        var changed = job.counts().getOrDefault("changed", 0L) + decide.run(chunk);
        var counts = Map.of("changed", changed);
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
