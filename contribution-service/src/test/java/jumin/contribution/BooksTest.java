package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * The books under random orders of the same events, with replays, reversals, files, aid for insurance elsewhere, moves between counties and crashes: they balance after every event,
 * and end the same whatever the order was. The seed is the number of the repetition; the trial balance after the last one is in
 * {@code target/trial-balance.txt}.
 */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class BooksTest {

    /** Whoever asks again and again gets there, however often the service dies. */
    private static final int MOST_ROUNDS = 60;

    @Inject
    World world;

    @Inject
    DataSource database;

    @Inject
    CurrentCaller caller;

    @Inject
    Crashes crashes;

    @Inject
    SubBooks subBooks;

    @BeforeEach
    void open() {
        world.opened();
        Residence.organ();
    }

    /** What a person's year ends in. */
    private record End(Map<String, Money> balances, String coverage) {}

    @AfterEach
    void calm() {
        crashes.never();
    }

    @RepeatedTest(6)
    @DisplayName("任意次序、重发、冲正、文件、异地参保资助、跨县迁移、中途崩溃：账始终平衡，各县应收恰为本县人所欠，结果与次序无关")
    void anyOrderEndsTheSame(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var first = run(new Random(repetition.getCurrentRepetition()), false, random);
        crashes.byChance(new Random(repetition.getCurrentRepetition()), 8);
        var second = run(new Random(repetition.getCurrentRepetition()), true, random);
        assertEquals(first, second);
        Files.writeString(Path.of("target", "trial-balance.txt"), Books.trialBalance());
    }

    /** The same story for another person, told in the given order or shuffled. */
    private End run(Random story, boolean shuffled, Random order) {
        var person = World.somebody();
        var aided = story.nextBoolean();
        var residence = Residence.of(world, person, story, aided);
        var events = PaymentEvents.of(world, person, residence, aided, story);
        if (shuffled) {
            Collections.shuffle(events, order);
        }
        var waiting = new ArrayList<>(events);
        // Replays: some events come again at the end; what is refused for coming too early comes again as well.
        for (var i = 0; i < 3; i++) {
            waiting.add(events.get(order.nextInt(events.size())));
        }
        for (var round = 0; !waiting.isEmpty(); round++) {
            assertTrue(round < MOST_ROUNDS, "no progress");
            var refused = new ArrayList<PaymentEvents.Event>();
            for (var event : waiting) {
                if (!event.happens()) {
                    refused.add(event);
                }
                Books.assertBalanced();
                subBooks.assertAtHome(person);
                assertNothingBelowZero(person);
            }
            waiting = refused;
        }
        crashes.never();
        surplusGoesBack(person, residence);
        AidElsewhereEvents.recovered(person);
        Books.assertBalanced();
        subBooks.assertAtHome(person);
        assertNothingBelowZero(person);
        assertEquals(Map.of(), subBooks.ofMoney("SUSPENSE", person));
        assertEquals(Map.of(), subBooks.ofMoney("REFUND_PAYABLE", person));
        var balances = Books.balances(caller, database, person);
        assertEquals(Money.ZERO, balances.getOrDefault("SUSPENSE", Money.ZERO));
        assertEquals(Money.ZERO, balances.getOrDefault("REFUND_PAYABLE", Money.ZERO));
        assertEquals(Money.ZERO, balances.getOrDefault("AID_PAYABLE", Money.ZERO));
        assertEquals(Money.ZERO, balances.getOrDefault("AID_RECOVERABLE", Money.ZERO));
        return new End(balances, coverage(person, residence));
    }

    /** At the end, whatever the levy did not take goes back, comes back to us and goes out once more; all of it told twice. */
    private static void surplusGoesBack(World.Person person, Residence residence) {
        // Named in any case: what has been handed up by then cannot go back the way it came.
        var payee = Map.of("name", "测试甲", "account", "6222000011112222");
        var request =
                Map.of("personId", person.id().toString(), "benefitYear", 2024, "cause", "surplus", "payee", payee);
        var key = UUID.randomUUID().toString();
        if (!residence
                .clerk()
                .body(request)
                .post(ROOT + "refunds/trial")
                .jsonPath()
                .getBoolean("allowed")) {
            return;
        }
        var result = Map.of("outcome", "PAID", "attempt", 1, "documentNo", "B" + World.next(), "paidOn", "2024-07-01");
        var bounce = Map.of(
                "outcome",
                "BOUNCED",
                "attempt",
                1,
                "documentNo",
                "TP" + World.next(),
                "returnedOn",
                "2024-07-03",
                "reason",
                "账户已注销");
        var second = Map.of("outcome", "PAID", "attempt", 2, "documentNo", "B" + World.next(), "paidOn", "2024-07-05");
        for (var i = 0; i < 2; i++) {
            String id = residence
                    .clerk()
                    .header("Idempotency-Key", key)
                    .body(request)
                    .post(ROOT + "refunds")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("refundId");
            var approved = residence.approver().post(ROOT + "refunds/" + id + "/approval");
            assertEquals(200, approved.statusCode(), approved.asString());
            Books.assertBalanced();
            var byTax = approved.jsonPath().getString("channel").equals("TAX");
            reported(id, byTax, result);
            reported(id, byTax, bounce);
            Books.assertBalanced();
            if (i == 0) {
                residence
                        .approver()
                        .post(ROOT + "refunds/" + id + "/retry")
                        .then()
                        .statusCode(200);
            }
            reported(id, byTax, second);
        }
    }

    private static void reported(String id, boolean byTax, Map<String, ?> result) {
        var reported = byTax
                ? World.tax().body(result).post(ROOT + "refund-orders/" + id + "/result")
                : World.as("finance", "finance", "360900/").body(result).post(ROOT + "refunds/" + id + "/result");
        assertEquals(200, reported.statusCode(), reported.asString());
    }

    /** Neither the treasury nor the fiscal account has ever less than nothing of anybody's money. */
    private void assertNothingBelowZero(World.Person person) {
        var balances = Books.balances(caller, database, person);
        for (var account : List.of("TREASURY", "FISCAL_ACCOUNT")) {
            assertFalse(balances.getOrDefault(account, Money.ZERO).isNegative(), account + " " + balances);
        }
    }

    private static String coverage(World.Person person, Residence residence) {
        var coverage = residence
                .clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-30")
                .jsonPath();
        return coverage.getString("intervals") + coverage.getString("reasonCode");
    }
}
