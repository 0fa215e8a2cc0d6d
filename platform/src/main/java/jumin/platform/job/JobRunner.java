package jumin.platform.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import org.jboss.logging.Logger;

/**
 * Carries jobs on, chunk by chunk. The row of a job is locked while its chunk runs, so several instances share the work;
 * a killed one loses nothing but its unfinished chunk.
 */
@ApplicationScoped
public class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int TRIES = 3;
    private static final String OPEN = "state in ('QUEUED', 'RUNNING')";

    private final DataSource database;
    private final ObjectMapper json;
    private final Jobs jobs;
    private final Instance<JobWork> works;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Failpoints failpoints;
    private Thread thread;

    JobRunner(
            DataSource database,
            ObjectMapper json,
            Jobs jobs,
            Instance<JobWork> works,
            CurrentCaller caller,
            Clock clock,
            Failpoints failpoints) {
        this.database = database;
        this.json = json;
        this.jobs = jobs;
        this.works = works;
        this.caller = caller;
        this.clock = clock;
        this.failpoints = failpoints;
    }

    private record Open(UUID id, Caller submitter) {}

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
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
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

    private Optional<Open> next() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select id, submitter::text from job where " + OPEN
                        + " order by last_step_at nulls first, submitted_at limit 1 for update skip locked");
                var row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new Open(row.getObject(1, UUID.class), jobs.submitter(row.getString(2))))
                    : Optional.empty();
        }
    }

    private void advance(Open open) {
        try {
            caller.callAs(open.submitter(), () -> {
                QuarkusTransaction.requiringNew().run(() -> chunk(open.id()));
                return null;
            });
            failpoints.reach("job-after-chunk");
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "job %s: a chunk failed", open.id());
            caller.callAs(open.submitter(), () -> {
                QuarkusTransaction.requiringNew().run(() -> failed(open.id(), failure));
                return null;
            });
        }
    }

    private void chunk(UUID id) {
        try (var connection = database.getConnection()) {
            var job = lock(connection, id);
            if (job.isPresent()) {
                var step = work(job.get().type()).advance(job.get());
                store(connection, id, step);
                failpoints.reach("job-before-commit");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Optional<Job> lock(Connection connection, UUID id) throws SQLException {
        var sql = "select " + Jobs.COLUMNS + " from job where id = ? and " + OPEN + " for update skip locked";
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(jobs.job(row)) : Optional.empty();
            }
        }
    }

    private JobWork work(String type) {
        return works.stream()
                .filter(work -> work.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no work for job type " + type));
    }

    private void store(Connection connection, UUID id, JobStep step) throws SQLException {
        var sql = """
                update job set state = ?, phase = ?, done = ?, total = ?, counts = ?::jsonb, cursor = ?, tries = 0,
                       last_step_at = clock_timestamp(), ended_at = ? where id = ?
                """;
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, step.state().name());
            update.setString(2, step.phase());
            update.setLong(3, step.done());
            update.setLong(4, step.total());
            update.setString(5, json.writeValueAsString(step.counts()));
            update.setString(6, step.cursor());
            update.setObject(7, step.state() == JobState.RUNNING ? null : OffsetDateTime.now(clock));
            update.setObject(8, id);
            update.executeUpdate();
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void failed(UUID id, RuntimeException failure) {
        var sql = """
                update job set tries = tries + 1, last_step_at = clock_timestamp(), message = ?,
                       state = case when tries + 1 >= ? then 'FAILED' else state end,
                       ended_at = case when tries + 1 >= ? then ?::timestamptz end where id = ?
                """;
        var message = failure instanceof ProblemException problem
                ? problem.code().title() + "：" + problem.getMessage()
                : "处理失败，已保存的部分不受影响，请联系运维人员。";
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, message);
            update.setInt(2, TRIES);
            update.setInt(3, TRIES);
            update.setObject(4, OffsetDateTime.now(clock));
            update.setObject(5, id);
            update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
