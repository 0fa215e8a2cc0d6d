package jumin.contribution.personyear;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jumin.contribution.law.Laws;
import jumin.contribution.levy.Levy;
import jumin.platform.fault.Failpoints;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.sql.Sql;

/**
 * 核定作业: assesses everybody of an area, year and division path again, in chunks in the order of the person.
 * A chunk is a few statements, however many persons it has, and about a second of work.
 * Used by a levy run, by the publication of a standard, and by the registration of a tax organ.
 */
@ApplicationScoped
class AssessmentWork implements JobWork {

    private static final int CHUNK = 5000;

    private final PersonYears personYears;
    private final Laws laws;
    private final Sql database;
    private final Failpoints failpoints;

    AssessmentWork(PersonYears personYears, Laws laws, Sql database, Failpoints failpoints) {
        this.personYears = personYears;
        this.laws = laws;
        this.database = database;
        this.failpoints = failpoints;
    }

    /** Where the next chunk begins: behind this person, in this year. */
    private record Position(int benefitYear, UUID personId) {

        private static final UUID NOBODY = new UUID(0, 0);

        static Position parse(String cursor) {
            var colon = cursor.indexOf(':');
            return new Position(
                    Integer.parseInt(cursor.substring(0, colon)), UUID.fromString(cursor.substring(colon + 1)));
        }

        static Position startOf(int benefitYear) {
            return new Position(benefitYear, NOBODY);
        }

        String text() {
            return benefitYear + ":" + personId;
        }
    }

    @Override
    public String type() {
        return "assessment";
    }

    @Override
    public JobStep advance(Job job) {
        var total = job.total() == 0 ? count(job) : job.total();
        var counts = new TreeMap<>(job.counts());
        if (job.cursor().isEmpty()) {
            laws.changed(); // the job may follow the acceptance of a draft
        }
        // The tables grow under this job: a plan that was made for the empty table would be kept, and each chunk would
        // take
        // longer than the one before.
        database.update("set local plan_cache_mode = force_custom_plan");
        var position = job.cursor().isEmpty() ? nextYear(job, 0) : Optional.of(Position.parse(job.cursor()));
        if (position.isEmpty()) {
            return JobStep.finished(job.done(), counts);
        }
        var year = position.get().benefitYear();
        var persons = persons(job, position.get());
        var levies = personYears.assess(persons, year);
        persons.forEach(person -> counts.merge(outcome(levies.get(person)), 1L, Long::sum));
        failpoints.reach("assessment-chunk-before-commit");
        var done = job.done() + persons.size();
        var next = persons.size() == CHUNK ? Optional.of(new Position(year, persons.getLast())) : nextYear(job, year);
        return next.map(from -> JobStep.more("核定应缴与待遇", done, total, counts, from.text()))
                .orElseGet(() -> JobStep.finished(done, counts));
    }

    private static String outcome(Levy levy) {
        return levy == null ? "skipped" : levy.terms().state().name().toLowerCase(Locale.ROOT);
    }

    private List<UUID> persons(Job job, Position after) {
        return database.list(
                """
                select distinct person_id from enrollment
                where area = ? and benefit_year = ? and person_id > ? and starts_with(division_path, ?)
                order by person_id limit ?
                """,
                row -> row.getObject(1, UUID.class),
                area(job),
                after.benefitYear(),
                after.personId(),
                path(job),
                CHUNK);
    }

    /** The year asked for, or, where all are (0), the first one after a year. */
    private Optional<Position> nextYear(Job job, int after) {
        return database.first("""
                        select min(benefit_year) from enrollment
                        where area = ? and ? in (0, benefit_year) and starts_with(division_path, ?) and benefit_year > ?
                        """, row -> row.getInt(1), area(job), year(job), path(job), after)
                .filter(year -> year > 0)
                .map(Position::startOf);
    }

    private long count(Job job) {
        return database.count("""
                select count(*) from (select distinct person_id, benefit_year from enrollment
                    where area = ? and ? in (0, benefit_year) and starts_with(division_path, ?)) years
                """, area(job), year(job), path(job));
    }

    private static String area(Job job) {
        return job.request().path("area").asText();
    }

    private static int year(Job job) {
        return job.request().path("benefitYear").asInt();
    }

    private static String path(Job job) {
        return job.request().path("divisionPath").asText();
    }
}
