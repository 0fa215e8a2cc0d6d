package jumin.contribution.personyear;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jumin.platform.fault.Failpoints;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.sql.Sql;

/**
 * 核定作业: assesses everybody of an area, year and division path again, in chunks in the order of the person.
 * Used by a levy run, by the publication of a standard, and by the registration of a tax organ.
 */
@ApplicationScoped
class AssessmentWork implements JobWork {

    private static final int CHUNK = 200;

    private final PersonYears personYears;
    private final Sql database;
    private final Failpoints failpoints;

    AssessmentWork(PersonYears personYears, Sql database, Failpoints failpoints) {
        this.personYears = personYears;
        this.database = database;
        this.failpoints = failpoints;
    }

    private record Target(UUID personId, int benefitYear) {}

    @Override
    public String type() {
        return "assessment";
    }

    @Override
    public JobStep advance(Job job) {
        var total = job.total() == 0 ? count(job) : job.total();
        var counts = new java.util.TreeMap<>(job.counts());
        var targets = next(job);
        for (var target : targets) {
            var levy = personYears.assess(target.personId(), target.benefitYear());
            var outcome = levy.map(in -> switch (in.terms().state()) {
                        case ISSUED -> "issued";
                        case HELD -> "held";
                        case CANCELLED -> "cancelled";
                    })
                    .orElse("skipped");
            counts.merge(outcome, 1L, Long::sum);
        }
        failpoints.reach("assessment-chunk-before-commit");
        if (targets.size() < CHUNK) {
            return JobStep.finished(job.done() + targets.size(), counts);
        }
        var last = targets.getLast();
        return JobStep.more(
                "核定应缴与待遇", job.done() + targets.size(), total, counts, last.personId() + ":" + last.benefitYear());
    }

    private java.util.List<Target> next(Job job) {
        var cursor = job.cursor().isEmpty()
                ? new Target(new UUID(0, 0), 0)
                : new Target(
                        UUID.fromString(job.cursor().substring(0, 36)),
                        Integer.parseInt(job.cursor().substring(37)));
        return database.list(
                """
                select distinct person_id, benefit_year from enrollment
                where area = ? and ? in (0, benefit_year) and starts_with(division_path, ?)
                  and (person_id, benefit_year) > (?, ?)
                order by 1, 2 limit ?
                """,
                row -> new Target(row.getObject(1, UUID.class), row.getInt(2)),
                job.request().path("area").asText(),
                job.request().path("benefitYear").asInt(),
                job.request().path("divisionPath").asText(),
                cursor.personId(),
                cursor.benefitYear(),
                CHUNK);
    }

    private long count(Job job) {
        return database.first(
                        """
                        select count(distinct (person_id, benefit_year)) from enrollment
                        where area = ? and ? in (0, benefit_year) and starts_with(division_path, ?)
                        """,
                        row -> row.getLong(1),
                        job.request().path("area").asText(),
                        job.request().path("benefitYear").asInt(),
                        job.request().path("divisionPath").asText())
                .orElse(0L);
    }
}
