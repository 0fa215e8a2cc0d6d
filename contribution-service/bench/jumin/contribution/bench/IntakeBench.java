package jumin.contribution.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jumin.testing.PostgresResource;
import jumin.testing.Tokens;
import org.junit.jupiter.api.Test;

/**
 * Payments per second: one by one over HTTP and in batches, beside one bound statement per payment that writes the same
 * rows (payment, postings, cover with its interval, both news for the feed), with as many connections as there are clients.
 */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class IntakeBench {

    private static final int CLIENTS = 8;
    private static final int PAYMENTS = 1200;
    private static final int BATCH = 200;
    private static final String ADDRESS = BenchCity.ROOT + "payments";

    private static final String ONE_PAYMENT = """
            with payer as (select p.person_id, p.area, p.division_path, l.organ, l.due_fen, gen_random_uuid() as payment_id,
                                  uuidv7() as decision_id
                 from insured_person p join levy l on l.person_id = p.person_id and l.benefit_year = 2024
                      and l.superseded_by is null
                      join person_year y on y.person_id = p.person_id and y.benefit_year = 2024
                 where p.person_no = ? for update of y),
            paid as (insert into payment (id, voucher_no, kind, area, division_path, organ, person_id, stated_name,
                       stated_id_sealed, stated_id_index, stated_id_masked, benefit_year, amount_fen, paid_on, outcome, late,
                       accepted_fen, fingerprint, received_at)
                 select payment_id, ?, 'NORMAL', area, division_path, organ, person_id, '', '', '', '', 2024, due_fen,
                        date '2023-11-02', 'MATCHED', false, due_fen, md5(person_id::text), now() from payer),
            booked as (insert into posting (area, division_path, organ, person_id, benefit_year, account_from, account_to,
                       amount_fen, reason, ref, occurred_on, recorded_at)
                 select area, division_path, organ, person_id, 2024, f, t, due_fen, r, payment_id, date '2023-11-02', now()
                 from payer, lateral (values ('SUSPENSE', 'TAX_ORGAN', 'PAID'), ('RECEIVABLE', 'SUSPENSE', 'ALLOCATED')) as m (f, t, r)),
            old as (update coverage_decision c set superseded_by = payer.decision_id from payer
                 where c.person_id = payer.person_id and c.benefit_year = 2024 and c.superseded_by is null
                 returning c.facts, c.law_release, c.fingerprint),
            decided as (insert into coverage_decision (id, area, division_path, person_id, benefit_year, not_covered, facts,
                       result, lines, law_release, fingerprint, computed_at, covered, continuous_years)
                 select decision_id, area, division_path, person_id, 2024, '', old.facts, old.facts, old.facts, old.law_release,
                        old.fingerprint, now(), true, 1 from payer, old),
            days as (insert into coverage_interval (decision_id, division_path, first_day, last_day, state, reason, article)
                 select decision_id, division_path, date '2024-01-01', date '2024-12-31', 'COVERED', '', '' from payer)
            insert into change_feed (kind, subject, recorded_at, payload)
            select kind, person_id, now(), news
            from payer, old, lateral (values ('coverage', old.facts), ('payment', jsonb_build_object('personId', person_id,
                 'area', area, 'benefitYear', 2024, 'paidOn', date '2023-11-02', 'paymentId', payment_id))) as told (kind, news)
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void payments() throws Exception {
        LeviedCity.build();
        sameRows();
        var single = new ArrayList<Double>();
        var reference = new ArrayList<Double>();
        var batches = new ArrayList<Double>();
        analyze();
        for (var round = 0; round <= BenchCity.rounds(); round++) {
            var ours = perSecond(this::single);
            var theirs = perSecond(this::byHand);
            var many = batches();
            if (round > 0) { // the first warms up
                single.add(ours);
                reference.add(theirs);
                batches.add(many);
            }
        }
        System.out.printf("%nBENCH payment intake, %d clients, payments per second (median)%n", CLIENTS);
        System.out.printf("BENCH   single over HTTP %.0f%n", Figures.median(single));
        System.out.printf("BENCH   batches of %d    %.0f%n", BATCH, Figures.median(batches));
        System.out.printf("BENCH   one statement    %.0f%n", Figures.median(reference));
        System.out.printf("BENCH   single / statement %.2f%n", Figures.median(single) / Figures.median(reference));
    }

    /** Plans made for an empty table are given up when the server next looks at it, within a minute; not within a round. */
    private static void analyze() throws Exception {
        try (var admin = BenchCity.admin()) {
            BenchCity.execute(admin, "analyze");
        }
    }

    /** Both write the same number of rows into the same tables. */
    private void sameRows() throws Exception {
        var ours = LeviedCity.written(this::single);
        var theirs = LeviedCity.written(this::byHand);
        System.out.println("BENCH   rows of " + PAYMENTS + " payments: " + ours);
        assertEquals(ours, theirs, "both write the same rows");
    }

    /** Persons who owe the whole, one after the other: of 20, numbers 0, 1 and 2 are subsidised. */
    private String payer() {
        var n = next.getAndIncrement();
        return "B" + (n / 17 * 20 + 3 + n % 17);
    }

    private double perSecond(Callable<?> work) throws Exception {
        var before = ProcessorTime.now();
        var start = System.nanoTime();
        work.call();
        var perSecond = PAYMENTS / ((System.nanoTime() - start) / 1e9);
        var spent = ProcessorTime.now().since(before);
        System.out.printf(
                "BENCH   %.0f a second; a payment: %.2f ms of processor in the service, %.2f in the database%n",
                perSecond, spent.service() * 1000 / PAYMENTS, spent.database() * 1000 / PAYMENTS);
        return perSecond;
    }

    private Object single() throws Exception {
        return inParallel(client -> {
            var token = Tokens.tax(BenchCity.ORGAN);
            for (var i = 0; i < PAYMENTS / CLIENTS; i++) {
                var answer = http.send(request(ADDRESS, token, payment(payer())), HttpResponse.BodyHandlers.ofString());
                assertEquals(200, answer.statusCode(), answer.body());
            }
        });
    }

    private double batches() throws Exception {
        return perSecond(() -> {
            var token = Tokens.tax(BenchCity.ORGAN);
            for (var i = 0; i < PAYMENTS / BATCH; i++) {
                var lines = IntStream.range(0, BATCH)
                        .mapToObj(any -> payment(payer()))
                        .toList();
                var body = "[" + String.join(",", lines) + "]";
                var answer = http.send(
                        request(BenchCity.ROOT + "payment-batches", token, body), HttpResponse.BodyHandlers.ofString());
                assertEquals(200, answer.statusCode(), answer.body());
            }
            return null;
        });
    }

    private Object byHand() throws Exception {
        return inParallel(client -> {
            try (var connection = BenchCity.application();
                    var statement = connection.prepareStatement(ONE_PAYMENT)) {
                for (var i = 0; i < PAYMENTS / CLIENTS; i++) {
                    var payer = payer();
                    statement.setString(1, payer);
                    statement.setString(2, "H" + payer + "000000");
                    assertEquals(2, statement.executeUpdate(), "both news");
                }
            }
        });
    }

    private interface Client {
        void work(int number) throws Exception;
    }

    private static Object inParallel(Client client) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var tasks = IntStream.range(0, CLIENTS)
                    .<Callable<Object>>mapToObj(number -> () -> {
                        client.work(number);
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
            return null;
        }
    }

    private static String payment(String personNo) {
        return """
                {"voucherNo":"T%s000000","personNo":"%s","benefitYear":2024,"amount":"380.00","paidOn":"2023-11-02"}""".formatted(personNo, personNo);
    }

    private static HttpRequest request(String path, String token, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
