package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Whole seasons with the simulated bureau, in a year of their own and in random order, while the service dies again and again:
 * registrations, subsidies, pushes, reversals, a line that is down, treasury, refunds and reconciliations in the middle, merges,
 * and at the end everything once more by file. No yuan is lost or counted twice, and both sides agree.
 */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class SeasonTest {

    private static final int YEAR = 2041;
    private static final LocalDate FIRST = LocalDate.of(2040, 10, 1);
    private static final int DAYS = 3;
    private static final List<String> AMOUNTS = List.of("400.00", "150.00", "250.00", "0.01");

    @Inject
    World world;

    @Inject
    Crashes crashes;

    @Inject
    CurrentCaller caller;

    @Inject
    Sql database;

    @BeforeEach
    void open() {
        world.opened();
        world.at(LocalDate.of(YEAR, 6, 1));
        world.standard(YEAR, "400.00", "2040-09-15", "2041-02-28");
        world.collects(YEAR);
    }

    @AfterEach
    void calm() {
        crashes.never();
        world.now();
    }

    @RepeatedTest(4)
    @DisplayName("一季：任意次序、随时崩溃、断线、退费、对账、合并；钱不丢不重，双方一致，账平衡")
    void nothingIsLostOrCountedTwice(RepetitionInfo repetition) throws Exception {
        var random = new Random(41L * repetition.getCurrentRepetition());
        // Days of their own for each season, so that its reconciliation sees only its own money.
        var first = FIRST.plusDays((long) DAYS * repetition.getCurrentRepetition());
        var bureau = new TaxBureau(YEAR);
        var people = Stream.generate(World::somebody).limit(4).toList();
        var events = events(bureau, people, first, random);
        Collections.shuffle(events, random);
        crashes.byChance(random, 10);
        for (var event : events) {
            event.run();
            if (random.nextInt(3) == 0) {
                event.run();
            }
        }
        crashes.never();
        everythingOnceMore(bureau, people, first);
        noMoneyIsLost(bureau);
        bothSidesAgree(bureau, first);
        Books.assertBalanced();
        Files.writeString(Path.of("target", "trial-balance-season.txt"), Books.trialBalance());
    }

    private List<Runnable> events(TaxBureau bureau, List<World.Person> people, LocalDate first, Random random) {
        var events = new ArrayList<Runnable>();
        for (var person : people) {
            events.add(() -> world.person(person, World.VILLAGE));
            events.add(() -> world.enrollment(person, YEAR, "ordinary", World.NOT_SUBSIDISED, "ENROLLED", ""));
            events.add(() -> world.enrollment(person, YEAR, "ordinary", World.MINIMUM_LIVING, "ENROLLED", ""));
            for (var i = 0; i < 3; i++) {
                events.add(() -> bureau.collects(person, AMOUNTS.get(random.nextInt(4)), day(first, random)));
            }
            events.add(() -> refund(person));
        }
        events.add(() -> world.merged(people.get(0), people.get(1)));
        events.add(() -> world.person(people.get(0), World.VILLAGE));
        events.add(() -> reversesOne(bureau, random, day(first, random)));
        events.add(() -> reversesOne(bureau, random, day(first, random)));
        events.add(() -> bureau.line(false));
        events.add(() -> bureau.line(true));
        events.add(bureau::resends);
        events.add(() -> bureau.confirmsTreasury(first.plusDays(DAYS)));
        events.add(() -> bureau.reconciles(first, first.plusDays(DAYS - 1)));
        events.add(() -> bureau.reconciles(first, first.plusDays(DAYS - 1)));
        return events;
    }

    private static LocalDate day(LocalDate first, Random random) {
        return first.plusDays(random.nextInt(DAYS));
    }

    private static void reversesOne(TaxBureau bureau, Random random, LocalDate on) {
        var standing = bureau.collected();
        if (!standing.isEmpty()) {
            bureau.reverses(standing.get(random.nextInt(standing.size())), on);
        }
    }

    /** Asks back what is too much, if it is let; each step may break off, and is not asked again. */
    private static void refund(World.Person person) {
        var payee = Map.of("name", "测试甲", "account", "6222000011112222");
        var request =
                Map.of("personId", person.id().toString(), "benefitYear", YEAR, "cause", "surplus", "payee", payee);
        var requested = World.clerk()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(request)
                .post(ROOT + "refunds");
        if (requested.statusCode() == 201) {
            String id = requested.path("refundId");
            World.as("county_approver", "approver", World.COUNTY).post(ROOT + "refunds/" + id + "/approval");
            var result =
                    Map.of("outcome", "PAID", "attempt", 1, "documentNo", "S" + World.next(), "paidOn", "2024-03-01");
            World.tax().body(result).post(ROOT + "refund-orders/" + id + "/result");
            // What has been handed up is not the bureau's any more.
            World.as("finance", "finance", World.COUNTY).body(result).post(ROOT + "refunds/" + id + "/result");
        }
    }

    /** The line is up again: what was not receipted is pushed, and the files of all days bring everything a second time. */
    private void everythingOnceMore(TaxBureau bureau, List<World.Person> people, LocalDate first) throws Exception {
        bureau.line(true);
        people.forEach(person -> world.person(person, World.VILLAGE));
        people.forEach(person -> world.enrollment(person, YEAR, "ordinary", World.MINIMUM_LIVING, "ENROLLED", ""));
        bureau.resends();
        // A reversal of money that is on its way back is refused: the bureau learns it and takes it out of its books.
        bureau.withdraws(voucher ->
                fen("select count(*) from payment where voucher_no = ?", voucher) == 0 && voucher.startsWith("C"));
        for (var i = 0; i < DAYS; i++) {
            bureau.closes(first.plusDays(i));
        }
        for (var i = DAYS - 1; i >= 0; i--) {
            bureau.sends(first.plusDays(i));
        }
        bureau.confirmsTreasury(first.plusDays(DAYS));
    }

    private long fen(String sql, Object... values) {
        return caller.callAs(Caller.service("test"), () -> database.count(sql, values));
    }

    private long balance(String account) {
        return Money.yuan(World.as("finance", "finance", "360900/")
                        .get(ROOT + "ledger/trial-balance?benefitYear=" + YEAR)
                        .jsonPath()
                        .getString("accounts.find { it.account == '" + account + "' }.balance"))
                .fen();
    }

    private void noMoneyIsLost(TaxBureau bureau) {
        var known = fen("select count(*) from payment where voucher_no = any(?)", bureau.all());
        var distinct = fen("select count(distinct voucher_no) from payment where voucher_no = any(?)", bureau.all());
        assertEquals(distinct, known, "each voucher once");
        assertEquals(
                0,
                fen(
                        "select count(*) from unnest(?::text[]) v where not exists (select 1 from payment where voucher_no = v)",
                        bureau.collected()),
                "each voucher is there");
        var position = "from payment_position where benefit_year = " + YEAR;
        assertEquals(
                0,
                fen("select count(*) " + position + " and not reversed and amount_fen < allocated_fen + refunded_fen"),
                "nothing is taken twice");
        var waiting = fen(
                "select coalesce(sum(amount_fen - allocated_fen - refunded_fen), 0) " + position + " and not reversed");
        var standing = fen("select coalesce(sum(amount_fen), 0) " + position + " and not reversed");
        var refunded = fen(
                "select coalesce(sum(amount_fen), 0) from refund where benefit_year = " + YEAR + " and state = 'PAID'");
        var ordered = fen("select coalesce(sum(amount_fen), 0) from refund where benefit_year = " + YEAR
                + " and state = 'ORDERED'");
        assertEquals(-waiting, balance("SUSPENSE"), "suspense is what no levy took");
        assertEquals(-ordered, balance("REFUND_PAYABLE"), "ordered and not yet reported");
        assertEquals(
                standing - refunded,
                Stream.of("TAX_ORGAN", "TREASURY", "FISCAL_ACCOUNT", "EXPENDITURE_ACCOUNT")
                        .mapToLong(this::balance)
                        .sum(),
                "the money is somewhere, once");
        assertTrue(standing > 0);
    }

    private static void bothSidesAgree(TaxBureau bureau, LocalDate first) {
        var run = bureau.reconciles(first, first.plusDays(DAYS - 1)).statusCode(201);
        for (var type : List.of(
                "ONLY_OURS", "ONLY_THEIRS", "AMOUNT_DIFFERS", "STATUS_DIFFERS", "DAY_DIFFERS", "DUPLICATE_RECORD")) {
            run.body("differences.type", not(hasItem(type)));
        }
        run.body("totals.agree", equalTo(true));
    }
}
