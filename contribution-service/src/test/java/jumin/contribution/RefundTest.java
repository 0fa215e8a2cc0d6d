package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class RefundTest {

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    private World.Person paid(String... days) {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrolled(person);
        for (var day : days) {
            World.tax().body(World.payment(person, "380.00", day)).post(ROOT + "payments");
        }
        return person;
    }

    private static Map<String, Object> request(World.Person person, String cause, String day) {
        var request = new HashMap<String, Object>(
                Map.of("personId", person.id().toString(), "benefitYear", 2024, "cause", cause));
        if (!day.isEmpty()) {
            request.put("eventDate", day);
        }
        return request;
    }

    private static ValidatableResponse trial(Map<String, Object> request) {
        return World.clerk().body(request).post(ROOT + "refunds/trial").then();
    }

    private static ValidatableResponse ask(Map<String, Object> request, String key) {
        return World.clerk()
                .header("Idempotency-Key", key)
                .body(request)
                .post(ROOT + "refunds")
                .then();
    }

    private static String asked(Map<String, Object> request) {
        return ask(request, UUID.randomUUID().toString())
                .statusCode(201)
                .extract()
                .path("refundId");
    }

    private static ValidatableResponse approve(String id) {
        return World.as("county_approver", "approver", World.COUNTY)
                .post(ROOT + "refunds/" + id + "/approval")
                .then();
    }

    static void paper(String id, String kind) {
        World.clerk()
                .contentType("multipart/form-data")
                .multiPart("kind", kind)
                .multiPart(
                        "file", "paper.pdf", "%PDF-1.7 invented".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .post(ROOT + "refunds/" + id + "/documents")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1));
    }

    private static ValidatableResponse report(String id, int attempt, String outcome, String document) {
        var result = new HashMap<String, Object>(Map.of("outcome", outcome, "attempt", attempt));
        if (outcome.equals("PAID")) {
            result.put("documentNo", document);
            result.put("paidOn", "2024-01-20");
        } else {
            result.put("reason", "账户已注销");
        }
        return World.tax()
                .body(result)
                .post(ROOT + "refund-orders/" + id + "/result")
                .then();
    }

    @Test
    @DisplayName("重复缴费：先给依据和金额，另一人复核，税务退库，待遇不变")
    void paidTwiceGoesBack() {
        var person = paid("2023-11-02", "2023-11-03");
        trial(request(person, "surplus", ""))
                .statusCode(200)
                .body("allowed", equalTo(true))
                .body("article", equalTo("第二十二条"))
                .body("amount", equalTo("380.00"))
                .body("endsLevy", equalTo(false));
        var id = asked(request(person, "surplus", ""));
        approve(id).statusCode(200).body("state", equalTo("ORDERED"));
        World.tax()
                .get(ROOT + "refund-orders")
                .then()
                .body("find { it.refundId == '" + id + "' }.amount", equalTo("380.00"));
        var document = "D" + World.next();
        report(id, 1, "PAID", document).statusCode(200).body("state", equalTo("PAID"));
        report(id, 1, "PAID", document).statusCode(200);
        report(id, 1, "PAID", "OTHER" + World.next()).statusCode(409).body("code", equalTo("REFUND_STATE_UNFIT"));
        World.tax().get(ROOT + "refund-orders").then().body("refundId", not(hasItem(id)));

        trial(request(person, "surplus", ""))
                .body("allowed", equalTo(false))
                .body("code", equalTo("NOTHING_IN_SUSPENSE"));
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-02-01")
                .then()
                .body("covered", equalTo(true));
    }

    @Test
    @DisplayName("第二十二条：享受期开始前参军可退，退费同时终止待遇；开始后不退")
    void refundBeforeThePeriodEndsCover() {
        var person = paid("2023-11-02");
        trial(request(person, "military_service", "2024-01-05"))
                .body("allowed", equalTo(false))
                .body("code", equalTo("BENEFIT_PERIOD_STARTED"))
                .body("article", equalTo("第二十二条"));
        ask(request(person, "military_service", "2024-01-05"), UUID.randomUUID().toString())
                .statusCode(422)
                .body("code", equalTo("REFUND_NOT_ALLOWED"));

        var id = asked(request(person, "military_service", "2023-12-20"));
        approve(id).statusCode(409).body("code", equalTo("REFUND_DOCUMENT_MISSING"));
        paper(id, "入伍通知书");
        approve(id).statusCode(200);
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-02-01")
                .then()
                .body("covered", equalTo(false))
                .body("reasonCode", equalTo("REFUNDED"));
    }

    @Test
    @DisplayName("等待期视为享受期尚未开始：等待期内可退（第二十二条）")
    void waitingHasNotBegun() {
        var person = paid("2024-03-10");
        trial(request(person, "military_service", "2024-05-01"))
                .body("allowed", equalTo(true))
                .body("amount", equalTo("380.00"));
    }

    @Test
    @DisplayName("条文之外的情形不能直接退费")
    void unlistedEventIsNotRefunded() {
        var person = paid("2023-11-02");
        trial(request(person, "household_migration", "2023-12-01"))
                .body("allowed", equalTo(false))
                .body("code", equalTo("EVENT_NOT_LISTED"));
        trial(request(person, "lottery", "2023-12-01")).statusCode(400).body("code", equalTo("FIELD_INVALID"));
    }

    @Test
    @DisplayName("申请人不能复核自己的申请")
    void whoAsksDoesNotApprove() {
        var person = paid("2023-11-02", "2023-11-03");
        String id = World.as("county_reviewer", "both", World.COUNTY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(request(person, "surplus", ""))
                .post(ROOT + "refunds")
                .then()
                .statusCode(201)
                .extract()
                .path("refundId");
        World.as("county_approver", "both", World.COUNTY)
                .post(ROOT + "refunds/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("REFUND_NEEDS_TWO_PERSONS"));
    }

    @Test
    @DisplayName("退库失败后重新下达；旧指令的结果不再接受")
    void failedRefundIsOrderedAgain() {
        var person = paid("2023-11-02", "2023-11-03");
        var id = asked(request(person, "surplus", ""));
        approve(id);
        World.tax()
                .body(Map.of("outcome", "FAILED", "attempt", 1, "reason", " "))
                .post(ROOT + "refund-orders/" + id + "/result")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        report(id, 1, "FAILED", "").statusCode(200).body("state", equalTo("FAILED"));
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .post(ROOT + "refunds/" + id + "/retry")
                .then()
                .body("attempt", equalTo(2));
        report(id, 1, "PAID", "D" + World.next()).statusCode(409);
        report(id, 2, "PAID", "D" + World.next()).statusCode(200);
    }

    @Test
    @DisplayName("同一款项50个线程同时申请并复核：只退一次，不超过已缴")
    void neverTwiceUnderFiftyThreads() throws InterruptedException, ExecutionException {
        var person = paid("2023-11-02", "2023-11-03");
        var asked = together(
                () -> ask(request(person, "surplus", ""), UUID.randomUUID().toString())
                        .extract()
                        .statusCode());
        assertEquals(1, asked.filter(status -> status == 201).count());

        String id = World.clerk()
                .get(ROOT + "refunds?benefitYear=2024&state=REQUESTED")
                .jsonPath()
                .getString("find { it.personId == '" + person.id() + "' }.refundId");
        together(() -> approve(id).extract().statusCode());
        var document = "D" + World.next();
        together(() -> report(id, 1, "PAID", document).extract().statusCode());

        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/payments")
                .then()
                .body("refunded", org.hamcrest.Matchers.contains("0.00", "380.00"))
                .body("inSuspense", org.hamcrest.Matchers.contains("0.00", "0.00"));
    }

    private static IntStream together(Callable<Integer> request) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, 50)
                    .mapToObj(any -> threads.submit(request))
                    .toList();
            var statuses = IntStream.builder();
            for (var one : running) {
                statuses.add(one.get());
            }
            return statuses.build();
        }
    }
}
