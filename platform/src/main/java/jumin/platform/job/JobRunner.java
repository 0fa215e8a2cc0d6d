package jumin.platform.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import org.jboss.logging.Logger;

/**
 * Carries jobs on, chunk by chunk. The row of a job is locked while its chunk runs, so several instances share the work;
 * a killed one loses nothing but its unfinished chunk.
 */
@ApplicationScoped
public class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration PAUSE = Duration.ofMillis(300);
    /** How often a chunk may fail before its job is given up. */
    private static final int TRIES = 3;

    /** How often a chunk may be taken up: more than the tries of a failure, since the process may be stopped for other reasons. */
    private static final int TAKES = 6;

    private static final String OPEN = "state in ('QUEUED', 'RUNNING')";

    private final Sql sql;
    private final JsonColumn json;
    private final Jobs jobs;
    private final JobBell bell;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Failpoints failpoints;
    private Thread thread;

    JobRunner(
            Sql sql,
            JsonColumn json,
            Jobs jobs,
            JobBell bell,
            CurrentCaller caller,
            Clock clock,
            Failpoints failpoints) {
        this.sql = sql;
        this.json = json;
        this.jobs = jobs;
        this.bell = bell;
        this.caller = caller;
        this.clock = clock;
        this.failpoints = failpoints;
    }

    private record Open(UUID id, Caller submitter, int takes) {}

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("jobs").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!advanceOne()) {
                    bell.await(PAUSE);
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException | Error failure) {
                // Whatever befell one round, such as a full heap: the jobs go on, or none would until the service
                // starts again.
                LOG.warnf(failure, "job runner");
                try {
                    Thread.sleep(PAUSE.multipliedBy(5));
                } catch (InterruptedException stopping) {
                    return;
                }
            }
        }
    }

    private boolean advanceOne() {
        var open = caller.callAs(
                Caller.service("jobs"), () -> QuarkusTransaction.requiringNew().call(this::next));
        open.ifPresent(this::advance);
        return open.isPresent();
    }

    /** Takes are counted before the work and forgotten at its first progress: a chunk that kills the process cannot do it for ever. */
    private Optional<Open> next() {
        return sql.first(
                "update job set tries = tries + 1 where id = (select id from job where " + OPEN
                        + " order by last_step_at nulls first, submitted_at limit 1 for update skip locked)"
                        + " returning id, submitter::text, tries",
                row -> new Open(
                        row.getObject(1, UUID.class), json.read(row.getString(2), Caller.class), row.getInt(3)));
    }

    private void advance(Open open) {
        try {
            if (open.takes() > TAKES) {
                throw new IllegalStateException("the process ended " + TAKES + " times in the middle of one chunk");
            }
            caller.callAs(open.submitter(), () -> {
                QuarkusTransaction.requiringNew().run(() -> chunk(open.id()));
                return null;
            });
            failpoints.reach("job-after-chunk");
        } catch (RuntimeException | Error failure) {
            LOG.errorf(failure, "job %s: a chunk failed", open.id());
            caller.callAs(open.submitter(), () -> {
                note(open.id(), failure);
                return null;
            });
        }
    }

    private void chunk(UUID id) {
        lock(id).ifPresent(job -> {
            store(id, jobs.work(job.type()).advance(job));
            failpoints.reach("job-before-commit");
        });
    }

    private Optional<Job> lock(UUID id) {
        return sql.first(
                "select " + Jobs.COLUMNS + " from job where id = ? and " + OPEN + " for update skip locked",
                jobs::job,
                id);
    }

    private void store(UUID id, JobStep step) {
        sql.update(
                """
                update job set state = ?, phase = ?, done = ?, total = ?, counts = ?::jsonb, cursor = ?, tries = 0,
                       last_step_at = clock_timestamp(), ended_at = ? where id = ?
                """,
                step.state(),
                step.phase(),
                step.done(),
                step.total(),
                json.write(step.counts()),
                step.cursor(),
                step.state() == JobState.RUNNING ? Optional.empty() : OffsetDateTime.now(clock),
                id);
    }

    /** When not even the work's own last step succeeds, the job still ends. */
    private void note(UUID id, Throwable failure) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                failed(id, failure);
                jobs.find(id).filter(job -> job.state() == JobState.FAILED).ifPresent(jobs::brokeOff);
            });
        } catch (RuntimeException another) {
            LOG.errorf(another, "job %s: what it worked on keeps its state", id);
            QuarkusTransaction.requiringNew().run(() -> failed(id, failure));
        }
    }

    private void failed(UUID id, Throwable failure) {
        var message = failure instanceof ProblemException problem
                ? problem.code().title() + "：" + problem.getMessage()
                : "处理失败，已保存的部分不受影响，请联系运维人员。";
        sql.update("""
                update job set last_step_at = clock_timestamp(), message = ?,
                       state = case when tries >= ? then 'FAILED' else state end,
                       ended_at = case when tries >= ? then ?::timestamptz end where id = ?
                """, message, TRIES, TRIES, OffsetDateTime.now(clock), id);
    }
}
