package jumin.enrollment.person;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.job.Jobs;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/**
 * 补建姓名首字母: persons registered before the initials were kept get theirs, once, by a job at start.
 * A migration cannot do that: it does not know how names are read.
 */
@ApplicationScoped
public class FillInitials implements JobWork {

    static final String TYPE = "initials-backfill";

    private static final int CHUNK = 500;
    private static final String BEGINNING = "00000000-0000-0000-0000-000000000000";
    private static final String LACKING = """
            select count(*) from (select 1 from person
            where not exists (select 1 from person_initials where person_initials.person_id = person.id) limit 1) one
            """;

    private final Persons persons;
    private final SearchKeys keys;
    private final Jobs jobs;
    private final Sql sql;
    private final CurrentCaller caller;

    FillInitials(Persons persons, SearchKeys keys, Jobs jobs, Sql sql, CurrentCaller caller) {
        this.persons = persons;
        this.keys = keys;
        this.jobs = jobs;
        this.sql = sql;
        this.caller = caller;
    }

    void start(@Observes StartupEvent event) {
        caller.callAs(Caller.service(TYPE), () -> {
            QuarkusTransaction.requiringNew().run(this::submitOnce);
            return null;
        });
    }

    /** Not again after it ran through: names that nobody can read have no initials. */
    void submitOnce() {
        sql.list("select pg_advisory_xact_lock(hashtext(?))", row -> true, TYPE);
        var known = sql.count("select count(*) from job where type = ? and state not in ('FAILED', 'CANCELLED')", TYPE);
        if (known == 0 && sql.count(LACKING) > 0) {
            jobs.submit(TYPE, Map.of());
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        var after = UUID.fromString(job.cursor().isEmpty() ? BEGINNING : job.cursor());
        var chunk = persons.find("id > ?1", Sort.by("id"), after).page(0, CHUNK).list();
        keys.addMissing(chunk);
        var done = job.done() + chunk.size();
        if (chunk.size() < CHUNK) {
            return JobStep.finished(done, Map.of());
        }
        var total = Math.max(job.total(), sql.count("select count(*) from person"));
        return JobStep.more(
                "补建姓名首字母", done, total, Map.of(), chunk.getLast().id().toString());
    }
}
