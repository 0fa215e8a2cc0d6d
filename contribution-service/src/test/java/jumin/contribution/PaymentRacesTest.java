package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
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
    HeldMerge merge;

    @Inject
    IdentityLocks identities;

    @Inject
    InsuredPersons persons;

    @Inject
    PersonYears personYears;

    @Inject
    CurrentCaller caller;

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
                        merge.somebodyWaits();
                        personYears.lock(persons.find(kept.id()).orElseThrow(), 2024);
                        return running;
                    }));
            page.get();
        }
        payments(kept).body("size()", equalTo(1));
        Books.assertBalanced();
    }

    private static String coverage(World.Person person) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-01")
                .path("covered")
                .toString();
    }

    @Test
    @DisplayName("冲正等到合并之后：冲的是合并后那个人的钱，其应缴又未缴，不再享受待遇")
    void aReversalThatWaitedForAMergeFindsTheMoneyWhereItIs() throws Exception {
        var kept = world.villager();
        var twice = world.villager();
        var payment = World.payment(twice, "380.00", "2023-11-02");
        send(payment).statusCode(200);
        merge.during(
                twice,
                kept,
                () -> send(Map.of(
                                "voucherNo",
                                "R" + World.next() + "000000",
                                "kind",
                                "REVERSAL",
                                "reverses",
                                payment.get("voucherNo"),
                                "benefitYear",
                                2024,
                                "amount",
                                "380.00",
                                "paidOn",
                                "2023-11-10"))
                        .statusCode(200));
        payments(kept).body("[0].allocated", equalTo("0.00"));
        assertEquals("false", coverage(kept));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("认可征缴期前缴费等到合并之后：计入合并后那个人的应缴，并享受待遇")
    void anAcceptanceThatWaitedForAMergeIsOfThePersonWhoIsKept() throws Exception {
        var kept = world.villager();
        var twice = world.villager();
        var early = World.payment(twice, "380.00", "2023-09-14");
        send(early).statusCode(200).body("outcome", equalTo("BEFORE_WINDOW"));
        merge.during(
                twice,
                kept,
                () -> World.as("county_reviewer", "reviewer", World.COUNTY)
                        .body(Map.of("voucherNos", List.of(early.get("voucherNo")), "note", "本人书面确认"))
                        .post(ROOT + "payment-acceptances")
                        .then()
                        .statusCode(200)
                        .body("accepted", equalTo(1)));
        payments(kept).body("[0].allocated", equalTo("380.00"));
        assertEquals("true", coverage(kept));
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
