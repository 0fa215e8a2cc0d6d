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
import java.time.OffsetDateTime;
import java.util.List;
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

    private final Side ours = new Side("ours");
    private final Side byHand = new Side("reference");

    /** The first round warms up and is not counted, unless it is the only one. */
    @Test
    void wholeCity() throws Exception {
        BenchCity.build(BenchCity.persons());
        var reference = new OneStatement();
        for (var round = 0; round < BenchCity.rounds(); round++) {
            if (round == 1) {
                List.of(ours, byHand).forEach(Side::forget);
            }
            BenchCity.forget();
            ours.measure(1, this::run);
            var result = OneStatement.result();
            reference.learn();
            BenchCity.forget();
            byHand.measure(1, reference::run);
            assertEquals(result, OneStatement.result(), "both write the same");
        }
        Figures.print("levies, " + BenchCity.persons() + " persons, clock", ours.clock(), byHand.clock());
        Figures.print("the same, processor", ours.processor(), byHand.processor());
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
        var request = json.valueToTree(
                Map.of("area", BenchCity.AREA, "benefitYear", BenchCity.YEAR, "divisionPath", "360900/"));
        return new Job(
                new UUID(0, 0),
                "assessment",
                JobState.RUNNING,
                "",
                done,
                total,
                counts,
                "",
                request,
                cursor,
                "bench",
                OffsetDateTime.MIN,
                null);
    }
}
