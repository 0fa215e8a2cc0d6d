package jumin.contribution;

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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jumin.platform.job.Job;
import jumin.platform.job.JobState;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class LevyRunTest {

    private static final int YEAR = 2029;

    @Inject
    World world;

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
    @DisplayName("整批核定与逐人核定结果相同；中途中断后续跑，不多不少")
    void aKilledRunGoesOnAndCountsAgree() throws InterruptedException {
        var village = "360900/360903/360903100/" + "3609031002%02d/".formatted(World.next() % 90 + 10);
        world.standard(YEAR, "380.00", "2028-09-15", "2029-02-28");
        quiet();
        var people = Stream.generate(World::somebody).limit(30).toList();
        people.forEach(person -> world.person(person, village));
        people.forEach(person -> world.enrollment(
                person,
                YEAR,
                "ordinary",
                people.indexOf(person) % 3 == 0 ? World.MINIMUM_LIVING : World.NOT_SUBSIDISED,
                "ENROLLED",
                ""));
        openIn(village);

        var job = job(village);
        killed(job);
        assertEquals(0, levies(people), "a killed chunk leaves nothing");
        var first = advanced(job);
        var again = advanced(job);

        assertEquals(Map.of("held", 30L), first.counts());
        assertEquals(first, again);
        assertEquals(30, levies(people));
        assertEquals(30, covers(people));
    }

    /** Waits until no other job is at work that might levy the same people. */
    private void quiet() throws InterruptedException {
        var open = "select count(*) from job where state in ('QUEUED', 'RUNNING')";
        while (asService(() -> database.count(open)) > 0) {
            Thread.sleep(100);
        }
    }

    private void openIn(String path) {
        asService(() -> database.update(
                "insert into levy_opening (area, benefit_year, division_path, opened_at) values ('360900', ?, ?, now())"
                        + " on conflict do nothing",
                YEAR,
                path));
    }

    private Job job(String path) {
        var request = json.valueToTree(Map.of("area", "360900", "benefitYear", YEAR, "divisionPath", path));
        var submitted = OffsetDateTime.of(2024, 1, 1, 8, 0, 0, 0, ZoneOffset.ofHours(8));
        return new Job(
                UUID.randomUUID(),
                "assessment",
                JobState.RUNNING,
                "",
                0,
                0,
                Map.of(),
                "",
                request,
                "",
                "test",
                submitted,
                null);
    }

    private JobWork assessment() {
        return works.stream()
                .filter(work -> work.type().equals("assessment"))
                .findFirst()
                .orElseThrow();
    }

    /** To the end, as the runner does it. */
    private JobStep advanced(Job job) {
        return asService(() -> assessment().advance(job));
    }

    /** What a kill before the commit leaves: nothing. */
    private void killed(Job job) {
        caller.callAs(Caller.service("test"), () -> {
            QuarkusTransaction.begin();
            assessment().advance(job);
            QuarkusTransaction.rollback();
            return null;
        });
    }

    private long levies(List<World.Person> people) {
        return count("select count(*) from levy where person_id = any(?)", people);
    }

    private long covers(List<World.Person> people) {
        return count(
                "select count(*) from coverage_decision where superseded_by is null and person_id = any(?)", people);
    }

    private long count(String sql, List<World.Person> people) {
        return asService(
                () -> database.count(sql, people.stream().map(World.Person::id).toList()));
    }

    private <T> T asService(Callable<T> work) {
        return caller.callAs(
                Caller.service("test"), () -> QuarkusTransaction.requiringNew().call(work));
    }
}
