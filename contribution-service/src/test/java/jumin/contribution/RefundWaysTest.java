package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ways of a refund beside the straight one: taken back, paid by the expenditure account, to heirs, the subsidised part, levied anew. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class RefundWaysTest {

    @Inject
    World world;

    @Inject
    DatabaseOwner owner;

    @BeforeEach
    void open() {
        world.opened();
    }

    private World.Person paid(String... days) {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrolled(person);
        for (var day : days) {
            World.tax()
                    .body(World.payment(person, "380.00", day))
                    .post(ROOT + "payments")
                    .then()
                    .statusCode(200);
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

    private static ValidatableResponse ask(Map<String, Object> request) {
        return World.clerk()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(request)
                .post(ROOT + "refunds")
                .then();
    }

    private static String ordered(Map<String, Object> request) {
        String id = ask(request).statusCode(201).extract().path("refundId");
        RefundTest.paper(id, "证明材料");
        at("county_approver", id, "approval", Map.of()).statusCode(200).body("state", equalTo("ORDERED"));
        return id;
    }

    private static ValidatableResponse at(String role, String id, String step, Map<String, Object> body) {
        var caller = World.as(role, role, World.COUNTY);
        return (body.isEmpty() ? caller : caller.body(body))
                .post(ROOT + "refunds/" + id + "/" + step)
                .then();
    }

    private static ValidatableResponse covered(World.Person person, boolean covered) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-01")
                .then()
                .body("covered", equalTo(covered));
    }

    private static ValidatableResponse payments(World.Person person) {
        return World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then();
    }

    @Test
    @DisplayName("付不出去的退费可以撤回：款项回到应缴，待遇恢复，还能再次退费")
    void failedRefundIsTakenBack() {
        var person = paid("2023-11-02");
        var id = ordered(request(person, "military_service", "2023-12-20"));
        covered(person, false);
        at("county_approver", id, "withdrawal", Map.of("note", "本人不退了")).statusCode(409);
        World.tax()
                .body(Map.of("outcome", "FAILED", "attempt", 1, "reason", "账户已注销"))
                .post(ROOT + "refund-orders/" + id + "/result")
                .then()
                .statusCode(200);
        at("county_approver", id, "withdrawal", Map.of("note", "本人不退了"))
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        covered(person, true);
        payments(person).body("[0].allocated", equalTo("380.00")).body("[0].refunded", equalTo("0.00"));
        ordered(request(person, "military_service", "2023-12-20"));
        payments(person).body("[0].refunded", equalTo("380.00"));
    }

    @Test
    @DisplayName("退费后当年重新登记：重新核定应缴，缴费后享受待遇")
    void whoRegistersAnewIsLeviedAnew() {
        var person = paid("2023-11-02");
        ordered(request(person, "military_service", "2023-12-20"));
        covered(person, false);
        world.enrollment(
                person,
                2024,
                "ordinary",
                World.NOT_SUBSIDISED,
                "TERMINATED",
                "\"endedOn\":\"2023-12-20\",\"endReason\":\"military_service\"");
        var again =
                new World.Person(person.id(), UUID.randomUUID(), person.idNumber(), person.no(), person.household());
        world.enrolled(again);
        World.tax()
                .body(World.payment(again, "380.00", "2024-02-20"))
                .post(ROOT + "payments")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("MATCHED"));
        covered(again, true);
    }

    @Test
    @DisplayName("第二十二条：征缴期内新认定为资助对象，应资助部分退回本人；不当作多缴随时退")
    void newlyRecognisedGetsTheSubsidyBack() {
        var person = paid("2023-11-02", "2023-11-03");
        world.apply("category", person.id().toString(), """
                {"personId":"%s","area":"360900","recognitions":[{"category":"minimum_living","from":"2024-01-15","to":null,
                 "organ":"MZ360902","recordedAt":"2024-01-15T00:00:00Z"}]}
                """.formatted(person.id()));
        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        payments(person).body("allocated", equalTo(List.of("60.00", "0.00")));
        trial(request(person, "surplus", "")).body("amount", equalTo("380.00"));
        trial(request(person, "recognised_special", "2024-01-20")).statusCode(400);
        trial(request(person, "recognised_special", "2024-01-15"))
                .body("allowed", equalTo(true))
                .body("amount", equalTo("320.00"))
                .body("endsLevy", equalTo(false))
                .body("article", equalTo("第二十二条"));
        ordered(request(person, "surplus", ""));
        trial(request(person, "surplus", "")).body("allowed", equalTo(false)).body("code", equalTo("SUBSIDY_PART"));
        var id = ordered(request(person, "recognised_special", "2024-01-15"));
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .get(ROOT + "refunds/" + id)
                .then()
                .body("amount", equalTo("320.00"));
        covered(person, true);
        trial(request(person, "recognised_special", "2024-01-15")).body("allowed", equalTo(false));
    }

    @Test
    @DisplayName("第二十二条：征缴期后、享受期已开始才认定的，不再退费，也不能按多缴退")
    void recognisedAfterThePeriodBeganGetsNothing() {
        var person = paid("2023-11-02");
        world.apply("category", person.id().toString(), """
                {"personId":"%s","area":"360900","recognitions":[{"category":"minimum_living","from":"2024-05-15","to":null,
                 "organ":"MZ360902","recordedAt":"2024-05-15T00:00:00Z"}]}
                """.formatted(person.id()));
        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        trial(request(person, "recognised_special", "2024-05-15"))
                .body("allowed", equalTo(false))
                .body("code", equalTo("BENEFIT_PERIOD_STARTED"));
        trial(request(person, "surplus", "")).body("allowed", equalTo(false)).body("code", equalTo("SUBSIDY_PART"));
    }

    @Test
    @DisplayName("收款人：本人须同名；死亡的由继承人收款，或原路退回")
    void payeeRules() {
        var person = paid("2023-11-02", "2023-11-03");
        var other = request(person, "surplus", "");
        other.put("payee", Map.of("name", "另一人", "account", "6222000011112222"));
        ask(other).statusCode(422).body("code", equalTo("REFUND_PAYEE_UNFIT"));
        var dead = request(paid("2023-11-02"), "death", "2023-12-20");
        dead.put("payee", Map.of("name", "测试甲", "account", "6222000011112222"));
        ask(dead).statusCode(422).body("code", equalTo("REFUND_PAYEE_UNFIT"));
        dead.put("payee", Map.of("name", "继承人", "account", "6222000011112222", "relation", "HEIR"));
        var id = ordered(dead);
        World.tax()
                .get(ROOT + "refund-orders")
                .then()
                .body("find { it.refundId == '" + id + "' }.payee.account", equalTo("6222000011112222"))
                .body("find { it.refundId == '" + id + "' }.payeeMasked", not(equalTo("6222000011112222")));
    }

    private static final Map<String, Object> SELF = Map.of("name", "测试甲", "account", "6222000011112222");

    private World.Person paidTwiceAndHandedUp() {
        var person = paid("2023-11-02");
        var payment = new HashMap<>(World.payment(person, "380.00", "2023-11-05"));
        payment.put("treasuryOn", "2023-11-06");
        payment.put("remittedOn", "2023-11-10");
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        return person;
    }

    private static Map<String, Object> surplusTo(World.Person person, Map<String, Object> payee) {
        var request = request(person, "surplus", "");
        request.put("payee", payee);
        return request;
    }

    private static ValidatableResponse expenditureOrders(String county, String id) {
        return World.as("finance", "finance", county)
                .get(ROOT + "refund-orders/expenditure-account")
                .then()
                .statusCode(200)
                .rootPath("find { it.refundId == '" + id + "' }");
    }

    private static Map<String, Object> result(String paidOn) {
        return Map.of("outcome", "PAID", "attempt", 1, "documentNo", "ZC" + World.next(), "paidOn", paidOn);
    }

    @Test
    @DisplayName("已上解的款由支出户付款：须有收款人；税务不见指令，财务看到户名账号并留痕，报告结果")
    void handedUpMoneyIsPaidByTheExpenditureAccount() {
        var person = paidTwiceAndHandedUp();
        ask(request(person, "surplus", "")).statusCode(422).body("code", equalTo("REFUND_PAYEE_UNFIT"));
        var id = ordered(surplusTo(person, SELF));
        World.tax().get(ROOT + "refund-orders").then().body("refundId", not(hasItem(id)));
        World.tax().get(ROOT + "refund-orders/expenditure-account").then().statusCode(403);
        expenditureOrders(World.OTHER_COUNTY, id).body("refundId", nullValue());
        expenditureOrders(World.COUNTY, id)
                .body("payee.name", equalTo("测试甲"))
                .body("payee.account", equalTo("6222000011112222"))
                .body("amount", equalTo("380.00"));
        World.as("auditor", "auditor", "360900/")
                .get(ROOT + "audit-events?limit=1000&after=" + lastAudits())
                .then()
                .body("items.findAll { it.what == 'refund-payee' }.subject", hasItem(id));
        var result = result("2024-01-20");
        World.tax()
                .body(result)
                .post(ROOT + "refund-orders/" + id + "/result")
                .then()
                .statusCode(404);
        at("finance", id, "result", result).statusCode(200).body("state", equalTo("PAID"));
        at("finance", id, "result", result).statusCode(200);
        expenditureOrders(World.COUNTY, id).body("refundId", nullValue());
    }

    private static long lastAudits() {
        long last = 0;
        for (long next = 0; ; next = last) {
            last = World.as("auditor", "auditor", "360900/")
                    .get(ROOT + "audit-events?limit=1000&after=" + next)
                    .jsonPath()
                    .getLong("next");
            if (last == next) {
                return Math.max(0, last - 1000);
            }
        }
    }

    @Test
    @DisplayName("受理后款项才上解：没有收款人的不能复核通过，退回重办")
    void moneyHandedUpAfterTheRequestNeedsAPayeeToo() {
        var person = paid("2023-11-02");
        var payment = World.payment(person, "380.00", "2023-11-05");
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        String id =
                ask(request(person, "surplus", "")).statusCode(201).extract().path("refundId");
        World.tax()
                .body(List.of(Map.of(
                        "voucherNo", payment.get("voucherNo"),
                        "stage", "REMITTED",
                        "amount", "380.00",
                        "confirmedOn", "2023-11-10")))
                .post(ROOT + "treasury-confirmations")
                .then()
                .statusCode(200);
        at("county_approver", id, "approval", Map.of()).statusCode(422).body("code", equalTo("REFUND_PAYEE_UNFIT"));
        at("county_approver", id, "rejection", Map.of("note", "补收款人")).statusCode(200);
        ordered(surplusTo(person, SELF));
    }

    @Test
    @DisplayName("退款日期不能在将来")
    void refundsAreNotPaidInTheFuture() {
        var id = ordered(surplusTo(paidTwiceAndHandedUp(), SELF));
        at("finance", id, "result", result("2199-01-01")).statusCode(400).body("errors[0].pointer", equalTo("/paidOn"));
        var other = ordered(request(paid("2023-11-02", "2023-11-03"), "surplus", ""));
        World.tax()
                .body(result("2199-01-01"))
                .post(ROOT + "refund-orders/" + other + "/result")
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("条文规定了起付日的，此前不能报告已退：税务和财务都一样")
    void refundsAreNotPaidBeforeTheirDay() {
        var id = ordered(surplusTo(paidTwiceAndHandedUp(), SELF));
        var other = ordered(request(paid("2023-11-02", "2023-11-03"), "surplus", ""));
        payableFrom(id, "2024-03-01");
        payableFrom(other, "2024-03-01");
        at("finance", id, "result", result("2024-02-29")).statusCode(400).body("errors[0].pointer", equalTo("/paidOn"));
        World.tax()
                .body(result("2024-02-29"))
                .post(ROOT + "refund-orders/" + other + "/result")
                .then()
                .statusCode(400);
        at("finance", id, "result", result("2024-03-01")).statusCode(200);
    }

    /** As a text with such a day would have set it when the refund was requested. */
    private void payableFrom(String id, String day) {
        owner.run("update refund set payable_from = '" + day + "' where id = '" + id + "'");
    }

    @Test
    @DisplayName("参保人迁到别县之后，已上解的款仍由支出户付款，不再向税务下达退库")
    void handedUpMoneyStaysHandedUpWhenThePersonMoves() {
        var person = paidTwiceAndHandedUp();
        world.person(person, World.OTHER_COUNTY_VILLAGE);
        String id = World.as("county_reviewer", "reviewer9", World.OTHER_COUNTY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(surplusTo(person, SELF))
                .post(ROOT + "refunds")
                .then()
                .statusCode(201)
                .extract()
                .path("refundId");
        World.as("county_approver", "approver9", World.OTHER_COUNTY)
                .post(ROOT + "refunds/" + id + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("ORDERED"))
                .body("channel", equalTo("EXPENDITURE"));
        World.tax().get(ROOT + "refund-orders").then().body("refundId", not(hasItem(id)));
        expenditureOrders(World.OTHER_COUNTY, id).body("payee.account", equalTo("6222000011112222"));
    }
}
