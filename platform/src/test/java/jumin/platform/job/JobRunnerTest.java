package jumin.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Scope;
import jumin.platform.sql.Sql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobRunnerTest {

    private static final Caller CLERK = new Caller(
            "job-clerk", "job-clerk", Set.of("township_clerk"), Scope.ofDivision("360900/360902/360902199/"));

    @Inject
    Jobs jobs;

    @Inject
    CurrentCaller caller;

    @Inject
    DataSource database;

    @Inject
    Sql sql;

    @Test
    @DisplayName("作业按批次做完；中途失败的批次重做，不重复也不遗漏")
    void aJobGoesOnWhereItStumbled() throws Exception {
        var job = asClerk(() -> jobs.submit("counting", Map.of()));

        var ended = await(job.id());

        assertEquals(JobState.SUCCEEDED, ended.state());
        assertEquals(5, ended.done());
        assertEquals(5, rowsOf(job.id()), "the chunk that failed must have left nothing");
    }

    @Test
    @DisplayName("总是失败的作业停下来并说明，没有留下半批")
    void aHopelessJobFailsAndSaysSo() throws Exception {
        var job = asClerk(() -> jobs.submit("counting", Map.of("hopeless", true)));

        var ended = await(job.id());

        assertEquals(JobState.FAILED, ended.state());
        assertTrue(ended.message().contains("运维"));
        assertEquals(0, rowsOf(job.id()));
    }

    @Test
    @DisplayName("一批反复使进程中断的，取用六次后停下来并说明，不会永远重来")
    void aChunkThatKillsTheProcessIsNotTakenForEver() throws Exception {
        var sixTimes = asClerk(() -> takenBefore(6));
        var fiveTimes = asClerk(() -> takenBefore(5));

        assertEquals(JobState.FAILED, await(sixTimes.id()).state());
        assertEquals(0, rowsOf(sixTimes.id()), "a job given up is not begun again");
        assertEquals(JobState.SUCCEEDED, await(fiveTimes.id()).state());
    }

    /** A job as it stands when the process ended so many times in the middle of its chunk. */
    private Job takenBefore(int times) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var job = jobs.submit("counting", Map.of());
            sql.update("update job set tries = ? where id = ?", times, job.id());
            return job;
        });
    }

    @Test
    @DisplayName("别的乡镇看不到作业")
    void foreignTownshipsDoNotSeeTheJob() {
        var job = asClerk(() -> jobs.submit("counting", Map.of()));
        var foreign =
                new Caller("other", "other", Set.of("township_clerk"), Scope.ofDivision("360900/360902/360902198/"));

        assertTrue(caller.callAs(foreign, () -> jobs.find(job.id())).isEmpty());
        assertTrue(asClerk(() -> jobs.find(job.id())).isPresent());
    }

    private Job await(UUID id) throws InterruptedException {
        for (var waited = 0; waited < 300; waited++) {
            var job = asClerk(() -> jobs.find(id).orElseThrow());
            if (job.state() != JobState.QUEUED && job.state() != JobState.RUNNING) {
                return job;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("job did not end in 30 s");
    }

    private int rowsOf(UUID id) {
        return asClerk(() -> {
            try (var connection = database.getConnection();
                    var query = connection.prepareStatement("select count(*) from probe where note = ?")) {
                query.setString(1, "job " + id);
                try (var row = query.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    private <T> T asClerk(Callable<T> work) {
        return caller.callAs(CLERK, work);
    }
}
