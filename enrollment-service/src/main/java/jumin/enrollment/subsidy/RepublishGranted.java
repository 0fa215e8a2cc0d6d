package jumin.enrollment.subsidy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.Enrollments;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.job.Jobs;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/**
 * 补发资助标准: what was decided by a published amount before enrollments carried that amount is told again, once, by a job at start.
 * Whoever levies by it had to hold these levies; with the amount they leave the hold by themselves. Told twice is harmless.
 */
@ApplicationScoped
public class RepublishGranted implements JobWork {

    static final String TYPE = "granted-subsidies-republished";

    private static final int CHUNK = 200;
    private static final String BEGINNING = "00000000-0000-0000-0000-000000000000";
    private static final String GRANTED = """
             from subsidy_decision decision join enrollment on enrollment.id = decision.enrollment_id
            where decision.superseded_by is null and enrollment.state = 'ENROLLED'
              and strpos(decision.facts, 'configured_subsidy') > 0
            """;

    private final Enrollments enrollments;
    private final DecideSubsidies decide;
    private final Jobs jobs;
    private final Sql sql;
    private final CurrentCaller caller;

    RepublishGranted(Enrollments enrollments, DecideSubsidies decide, Jobs jobs, Sql sql, CurrentCaller caller) {
        this.enrollments = enrollments;
        this.decide = decide;
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

    /** Not again after it ran through, also when it found nothing to tell: what is decided since carries its amount. */
    public void submitOnce() {
        sql.list("select pg_advisory_xact_lock(hashtext(?))", row -> true, TYPE);
        if (sql.count("select count(*) from job where type = ? and state not in ('FAILED', 'CANCELLED')", TYPE) == 0) {
            jobs.submit(TYPE, Map.of());
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Locked as by everybody who tells of an enrollment: what is cancelled meanwhile is not told as enrolled after that. */
    @Override
    public JobStep advance(Job job) {
        var after = UUID.fromString(job.cursor().isEmpty() ? BEGINNING : job.cursor());
        var chunk = sql.list(
                "select enrollment.id" + GRANTED
                        + " and enrollment.id > ? order by enrollment.id limit ? for update of enrollment",
                row -> new EnrollmentId(row.getObject(1, UUID.class)),
                after,
                CHUNK);
        if (chunk.isEmpty()) {
            return JobStep.finished(job.done(), Map.of());
        }
        decide.publishAll(enrollments.ofIds(chunk));
        var done = job.done() + chunk.size();
        return JobStep.more(
                "补发资助标准",
                done,
                Math.max(job.total(), done),
                Map.of(),
                chunk.getLast().toString());
    }
}
