package jumin.contribution.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import jumin.platform.job.Job;
import jumin.platform.job.JobState;
import jumin.platform.job.JobWork;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** Levies of a whole city, as the job makes them, beside one statement with the same result; alternating in one run. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class LevyBench {

    @Inject
    @Any
    Instance<JobWork> works;

    @Inject
    Sql database;

    @Inject
    CurrentCaller caller;

    @Inject
    ObjectMapper json;

    @Test
    void wholeCity() throws SQLException {
        BenchCity.build(BenchCity.persons());
        var reference = new OneStatement();
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (var round = 0; round < BenchCity.rounds(); round++) {
            BenchCity.forget();
            ours.add(seconds(this::run));
            System.out.printf("BENCH   round %d: ours %.2f s%n", round, ours.getLast());
            var result = OneStatement.result();
            reference.learn();
            BenchCity.forget();
            theirs.add(seconds(reference::run));
            System.out.printf("BENCH   round %d: reference %.2f s%n", round, theirs.getLast());
            assertEquals(result, OneStatement.result(), "both write the same");
        }
        Figures.print("levies, " + BenchCity.persons() + " persons", ours, theirs);
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static double seconds(Work work) throws SQLException {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Chunk by chunk, each in a transaction of its own, as the runner does it. */
    private void run() {
        var work = works.stream()
                .filter(one -> one.type().equals("assessment"))
                .findFirst()
                .orElseThrow();
        var job = job("", Map.of(), 0, 0);
        while (true) {
            var current = job;
            var step = caller.callAs(
                    Caller.service("bench"),
                    () -> QuarkusTransaction.requiringNew().call(() -> work.advance(current)));
            if (step.state() != JobState.RUNNING) {
                return;
            }
            job = job(step.cursor(), step.counts(), step.done(), step.total());
        }
    }

    private Job job(String cursor, Map<String, Long> counts, long done, long total) {
        var request = json.valueToTree(Map.of("area", BenchCity.AREA, "benefitYear", BenchCity.YEAR, "divisionPath", "360900/"));
        return new Job(
                new UUID(0, 0), "assessment", JobState.RUNNING, "", done, total, counts, "", request, cursor, "bench",
                OffsetDateTime.MIN, null);
    }

}
