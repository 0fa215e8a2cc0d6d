package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jumin.contribution.insured.IdentityLocks;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.personyear.PersonYears;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Money for somebody, and news of who somebody is, at the same moment. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class PaymentRacesTest {

    @Inject
    World world;

    @Inject
    IdentityLocks identities;

    @Inject
    InsuredPersons persons;

    @Inject
    PersonYears personYears;

    @Inject
    CurrentCaller caller;

    @Inject
    Sql database;

    @BeforeEach
    void open() {
        world.opened();
    }

    private static ValidatableResponse send(Map<String, ?> payment) {
        return World.tax().body(payment).post(ROOT + "payments").then();
    }

    private static ValidatableResponse payments(World.Person person) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/payments")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("一页变更里先有参保、后有合并，同时一笔缴费已认定缴费人：先后有序，不互相等死")
    void aPageTakesItsLocksInTheOrderOfPayments() throws Exception {
        var kept = world.villager();
        var twice = world.villager();
        send(World.payment(twice, "380.00", "2023-11-02")).statusCode(200);
        try (var threads = Executors.newSingleThreadExecutor()) {
            // As a payment does it: first who somebody is, then that person's year.
            Future<?> page = caller.callAs(
                    Caller.service("test"),
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        identities.holdPersons(List.of(kept.id()));
                        var running = threads.submit(() -> world.page(
                                world.enrollmentChange("test:1:1", kept, World.MINIMUM_LIVING, "ENROLLED", ""),
                                world.mergedChange(twice, kept)));
                        somebodyWaits();
                        personYears.lock(persons.find(kept.id()).orElseThrow(), 2024);
                        return running;
                    }));
            page.get();
        }
        payments(kept).body("size()", equalTo(1));
        Books.assertBalanced();
    }

    private void somebodyWaits() throws InterruptedException {
        for (var until = System.nanoTime() + Duration.ofSeconds(20).toNanos(); System.nanoTime() < until; ) {
            if (database.count("select count(*) from pg_locks where not granted and locktype = 'advisory'") > 0) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("nobody waits for the identity");
    }

    @RepeatedTest(3)
    @DisplayName("第一笔缴费与合并同时到：无论谁先，钱都在保留的登记名下")
    void aFirstPaymentAndAMergeAtOnce() throws Exception {
        for (var i = 0; i < 5; i++) {
            var twice = World.somebody();
            var kept = World.somebody();
            world.person(twice, World.VILLAGE);
            world.person(kept, World.VILLAGE);
            together(() -> send(World.payment(twice, "380.00", "2023-11-02")).statusCode(200), () -> {
                world.merged(twice, kept);
                return null;
            });
            payments(kept).body("size()", equalTo(1));
            payments(twice).body("size()", equalTo(0));
        }
        Books.assertBalanced();
    }

    @RepeatedTest(3)
    @DisplayName("缴费与缴费人的登记同时到：无论谁先，钱都归到人")
    void aPaymentAndItsPersonAtOnce() throws Exception {
        for (var i = 0; i < 5; i++) {
            var fresh = World.somebody();
            together(() -> send(World.payment(fresh, "380.00", "2023-11-02")).statusCode(200), () -> {
                world.person(fresh, World.VILLAGE);
                return null;
            });
            payments(fresh).body("size()", equalTo(1));
        }
    }

    private static void together(Callable<?>... works) throws Exception {
        var start = new CyclicBarrier(works.length);
        try (var threads = Executors.newFixedThreadPool(works.length)) {
            var running = Stream.of(works)
                    .<Future<?>>map(work -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            for (var one : running) {
                one.get();
            }
        }
    }
}
