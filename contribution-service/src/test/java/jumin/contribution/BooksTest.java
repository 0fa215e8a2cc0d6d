package jumin.contribution;

import static io.restassured.RestAssured.given;
import static jumin.contribution.World.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import jumin.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * The books under random orders of the same events, with replays, reversals, files and crashes: they balance after every event,
 * and end the same whatever the order was. The seed is the number of the repetition; the trial balance after the last one is in
 * {@code target/trial-balance.txt}.
 */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class BooksTest {

    @Inject
    World world;

    @Inject
    DataSource database;

    @Inject
    CurrentCaller caller;

    @Inject
    Crashes crashes;

    @BeforeEach
    void open() {
        world.opened();
    }

    /** What a person's year ends in. */
    private record End(Map<String, Money> balances, String coverage) {}

    /** Whoever asks again and again gets there, however often the service dies. */
    private static final int MOST_ROUNDS = 60;

    @AfterEach
    void calm() {
        crashes.never();
    }

    @RepeatedTest(6)
    @DisplayName("任意次序、重发、冲正、文件、中途崩溃：账始终平衡，结果与次序无关")
    void anyOrderEndsTheSame(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var first = run(new Random(repetition.getCurrentRepetition()), false, random);
        crashes.byChance(new Random(repetition.getCurrentRepetition()), 8);
        var second = run(new Random(repetition.getCurrentRepetition()), true, random);
        assertEquals(first, second);
        Files.writeString(Path.of("target", "trial-balance.txt"), trialBalance());
    }

    static String trialBalance() {
        var balance = World.as("finance", "finance", "360900/")
                .get(ROOT + "ledger/trial-balance?benefitYear=0")
                .jsonPath();
        var text = new StringBuilder("试算平衡表\n");
        for (var i = 0; i < balance.getList("accounts").size(); i++) {
            var at = "accounts[" + i + "].";
            text.append("%-30s %14s %14s %14s  %s%n"
                    .formatted(
                            balance.getString(at + "account"),
                            balance.getString(at + "movedIn"),
                            balance.getString(at + "movedOut"),
                            balance.getString(at + "balance"),
                            balance.getString(at + "title")));
        }
        return text + "转入合计 " + balance.getString("totalIn") + "，转出合计 " + balance.getString("totalOut");
    }

    /** The same story for another person, told in the given order or shuffled. */
    private End run(Random story, boolean shuffled, Random order) {
        var person = World.somebody();
        var events = events(world, person, story);
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
            var refused = new ArrayList<Event>();
            for (var event : waiting) {
                if (!event.happens()) {
                    refused.add(event);
                }
                assertBalanced();
            }
            waiting = refused;
        }
        crashes.never();
        surplusGoesBack(person);
        assertBalanced();
        var balances = balances(caller, database, person);
        assertEquals(Money.ZERO, balances.getOrDefault("SUSPENSE", Money.ZERO));
        assertEquals(Money.ZERO, balances.getOrDefault("REFUND_PAYABLE", Money.ZERO));
        return new End(balances, coverage(person));
    }

    /** At the end, whatever the levy did not take goes back, asked for, approved and reported twice each. */
    static void surplusGoesBack(World.Person person) {
        var request = Map.of("personId", person.id().toString(), "benefitYear", 2024, "cause", "surplus");
        var key = UUID.randomUUID().toString();
        if (!World.clerk().body(request).post(ROOT + "refunds/trial").jsonPath().getBoolean("allowed")) {
            return;
        }
        var result = Map.of("outcome", "PAID", "attempt", 1, "documentNo", "B" + World.next(), "paidOn", "2024-07-01");
        for (var i = 0; i < 2; i++) {
            String id = World.clerk()
                    .header("Idempotency-Key", key)
                    .body(request)
                    .post(ROOT + "refunds")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("refundId");
            var approval = World.as("county_approver", "approver", World.COUNTY);
            var approved = approval.post(ROOT + "refunds/" + id + "/approval");
            assertEquals(200, approved.statusCode(), approved.asString());
            assertBalanced();
            var byTax = approved.jsonPath().getString("channel").equals("TAX");
            var reported = byTax
                    ? World.tax().body(result).post(ROOT + "refund-orders/" + id + "/result")
                    : World.as("finance", "finance", "360900/").body(result).post(ROOT + "refunds/" + id + "/result");
            assertEquals(200, reported.statusCode(), reported.asString());
        }
    }

    /** False when it must be sent again later. */
    interface Event {
        boolean happens();
    }

    static List<Event> events(World world, World.Person person, Random story) {
        var poor = story.nextBoolean();
        var events = new ArrayList<Event>();
        events.add(() -> {
            world.person(person, World.VILLAGE);
            return true;
        });
        events.add(() -> {
            world.enrollment(
                    person, 2024, "ordinary", poor ? World.MINIMUM_LIVING : World.NOT_SUBSIDISED, "ENROLLED", "");
            return true;
        });
        var amounts = List.of("380.00", "60.00", "300.00", "80.00", "0.01");
        for (var i = 0; i < 4; i++) {
            var payment = World.payment(
                    person,
                    amounts.get(story.nextInt(amounts.size())),
                    "2024-0%d-1%d".formatted(1 + story.nextInt(4), i));
            var file = new TaxFile()
                    .of(((String) payment.get("paidOn")).replace("-", ""))
                    .pays((String) payment.get("voucherNo"), person, "测试甲", (String) payment.get("amount"))
                    .bytes(StandardCharsets.UTF_8);
            var byFile = story.nextInt(3) == 0;
            events.add(() -> byFile ? filed(file) : sent(payment));
            if (story.nextInt(3) == 0) {
                events.add(() -> sent(reversal(payment)));
            }
            if (story.nextBoolean()) {
                events.add(() -> confirmed(payment, "RECEIVED"));
            }
            if (story.nextInt(3) == 0) {
                events.add(() -> confirmed(payment, "REMITTED"));
            }
        }
        return events;
    }

    private static Map<String, Object> reversal(Map<String, Object> payment) {
        var reversal = new HashMap<>(payment);
        reversal.remove("idNumber");
        reversal.put("voucherNo", "R" + payment.get("voucherNo"));
        reversal.put("kind", "REVERSAL");
        reversal.put("reverses", payment.get("voucherNo"));
        return reversal;
    }

    private static boolean sent(Map<String, Object> payment) {
        var status = World.tax().body(payment).post(ROOT + "payments").statusCode();
        assertTrue(status == 200 || status == 422 || status >= 500 || status == 409, "status " + status);
        return status == 200;
    }

    /** By the nightly file; true when its lines are booked. */
    private static boolean filed(byte[] content) {
        var answer = given().auth()
                .oauth2(Tokens.tax(World.ORGAN))
                .multiPart("file", "day.txt", content, "text/plain")
                .post(ROOT + "payment-files");
        if (answer.statusCode() != 202) {
            return false;
        }
        String id = answer.path("fileId");
        for (var i = 0; i < 300; i++) {
            var file = World.tax().get(ROOT + "payment-files/" + id).jsonPath();
            var job = World.tax().get(ROOT + "jobs/" + file.getString("jobId")).path("state");
            if (!"QUEUED".equals(job) && !"RUNNING".equals(job)) {
                return file.getInt("open") == 0 && file.getInt("accepted") == 1;
            }
            LockSupport.parkNanos(20_000_000);
        }
        return false;
    }

    private static boolean confirmed(Map<String, Object> payment, String stage) {
        var answer = World.tax()
                .body(List.of(Map.of(
                        "voucherNo",
                        payment.get("voucherNo"),
                        "stage",
                        stage,
                        "amount",
                        payment.get("amount"),
                        "confirmedOn",
                        "2024-05-01")))
                .post(ROOT + "treasury-confirmations");
        return answer.statusCode() == 200 && answer.jsonPath().getInt("refused") == 0;
    }

    static void assertBalanced() {
        var balance = World.as("finance", "finance", "360900/")
                .get(ROOT + "ledger/trial-balance?benefitYear=2024")
                .jsonPath();
        assertTrue(balance.getBoolean("balanced"));
        var sum = balance.getList("accounts.balance", String.class).stream()
                .map(Money::yuan)
                .reduce(Money.ZERO, Money::plus);
        assertEquals(Money.ZERO, sum);
    }

    static Map<String, Money> balances(CurrentCaller caller, DataSource database, World.Person person) {
        var sql = """
                with mine as (
                    select * from posting where ref in (
                        select id from payment where person_id = ? union select id from levy where person_id = ?
                        union select id from refund where person_id = ?))
                select account, sum(fen) from (
                    select account_to account, amount_fen fen from mine
                    union all
                    select account_from, -amount_fen from mine) moves
                group by account
                """;
        return caller.callAs(Caller.service("test"), () -> {
            try (var connection = database.getConnection();
                    var query = connection.prepareStatement(sql)) {
                for (var i = 1; i <= 3; i++) {
                    query.setObject(i, (UUID) person.id());
                }
                var balances = new HashMap<String, Money>();
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        balances.put(row.getString(1), Money.ofFen(row.getLong(2)));
                    }
                }
                balances.values().removeIf(Money::isZero);
                return balances;
            }
        });
    }

    static String coverage(World.Person person) {
        var coverage = World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-30")
                .jsonPath();
        return coverage.getString("intervals") + coverage.getString("reasonCode");
    }
}
