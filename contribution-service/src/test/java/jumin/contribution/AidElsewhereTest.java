package jumin.contribution;

import static jumin.contribution.AidElsewhereCalls.ACCOUNT;
import static jumin.contribution.AidElsewhereCalls.byFinance;
import static jumin.contribution.AidElsewhereCalls.named;
import static jumin.contribution.AidElsewhereCalls.ordered;
import static jumin.contribution.AidElsewhereCalls.paid;
import static jumin.contribution.AidElsewhereCalls.read;
import static jumin.contribution.AidElsewhereCalls.recovered;
import static jumin.contribution.AidElsewhereCalls.told;
import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 异地参保资助的拨付 (Langfang 7(2), ADR 0208): paid once to the person, billed to the department, taken back when it was wrong. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class AidElsewhereTest extends FundCalls {

    /** Of no other test. */
    private static final String NEW_HOME = World.COUNTY + "360902196/";

    private World.Person person;
    private UUID claim;

    @BeforeEach
    void granted() {
        person = World.somebody();
        world.person(person, World.VILLAGE);
        claim = UUID.randomUUID();
        told(world, person, claim, "APPROVED");
    }

    private void withdrawn() {
        told(world, person, claim, "WITHDRAWN");
    }

    private void isOrdered() {
        named(claim, "测试甲", ACCOUNT).statusCode(200);
        ordered(claim, "8888").statusCode(200).body("state", equalTo("ORDERED"));
    }

    @Test
    @DisplayName("同意的资助：一人登记账户、另一人复核下达、支出户付款；每步重说一次结果相同，钱只动一次")
    void isPaidOnceByTwoPersons() {
        var expenditure = balance("EXPENDITURE_ACCOUNT", "");
        var payable = balance("AID_PAYABLE", "");
        told(world, person, claim, "APPROVED");
        assertEquals(payable, balance("AID_PAYABLE", ""));
        read(claim)
                .body("state", equalTo("DUE"))
                .body("amount", equalTo("320.00"))
                .body("payer", equalTo("finance"));
        ordered(claim, "8888").statusCode(409).body("code", equalTo("AID_PAYOUT_STATE_UNFIT"));
        byFinance(claim, "result", paid(1, "E" + World.next())).statusCode(409);
        named(claim, "别人", ACCOUNT).statusCode(422).body("code", equalTo("REFUND_PAYEE_UNFIT"));
        named(claim, "测试甲", ACCOUNT).statusCode(200).body("state", equalTo("PREPARED"));
        ordered("clerk", claim, "8888").statusCode(409).body("code", equalTo("AID_PAYOUT_NEEDS_TWO_PERSONS"));
        ordered(claim, "0000").statusCode(409).body("code", equalTo("REFUND_PAYEE_CHANGED"));
        for (var i = 0; i < 2; i++) {
            ordered(claim, "8888").statusCode(200).body("attempt", equalTo(1));
        }
        orders().body("claimId", hasItem(claim.toString()))
                .body("find { it.claimId == '" + claim + "' }.payeeAccount", equalTo(ACCOUNT));
        var result = paid(1, "E" + World.next());
        for (var i = 0; i < 2; i++) {
            byFinance(claim, "result", result).statusCode(200).body("state", equalTo("PAID"));
        }
        orders().body("claimId", not(hasItem(claim.toString())));
        assertEquals(expenditure.minus(Money.yuan("320.00")), balance("EXPENDITURE_ACCOUNT", ""));
        assertEquals(payable.plus(Money.yuan("320.00")), balance("AID_PAYABLE", ""));
        Books.assertBalanced();
    }

    private static ValidatableResponse orders() {
        return World.as("finance", "finance", "360900/")
                .get(ROOT + "elsewhere-aid-payouts/orders?limit=1000")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("付款失败：更正账户重新复核，次数加一；旧次数的结果不收；单号不重复使用")
    void failureIsOrderedAgain() {
        isOrdered();
        var failed = Map.<String, Object>of("outcome", "FAILED", "attempt", 1, "reason", "账户已注销");
        for (var i = 0; i < 2; i++) {
            byFinance(claim, "result", failed).statusCode(200).body("state", equalTo("FAILED"));
        }
        named(claim, "测试甲", "6222000011117777").statusCode(200).body("orderedBy", nullValue());
        byFinance(claim, "result", failed).statusCode(200).body("state", equalTo("PREPARED"));
        ordered(claim, "7777").statusCode(200).body("attempt", equalTo(2));
        byFinance(claim, "result", paid(1, "E" + World.next()))
                .statusCode(409)
                .body("detail", equalTo("该笔已第 2 次下达，请按最新的指令报告结果。"));
        var document = "E" + World.next();
        byFinance(claim, "result", paid(2, document)).statusCode(200).body("state", equalTo("PAID"));

        granted();
        isOrdered();
        byFinance(claim, "result", paid(1, document))
                .statusCode(409)
                .body("code", equalTo("AID_PAYOUT_DOCUMENT_REUSED"));
        read(claim).body("state", equalTo("ORDERED"));
    }

    @Test
    @DisplayName("付款前撤回：不再付，部门不再负担；撤回后又报已付的，转为待追回，追回后全部归零")
    void withdrawnBeforePayment() {
        var due = balance("SUBSIDY_DUE", "");
        var expenditure = balance("EXPENDITURE_ACCOUNT", "");
        named(claim, "测试甲", ACCOUNT);
        for (var i = 0; i < 2; i++) {
            withdrawn();
            read(claim).body("state", equalTo("WITHDRAWN"));
        }
        told(world, person, claim, "APPROVED");
        read(claim).body("state", equalTo("WITHDRAWN"));
        ordered(claim, "8888").statusCode(409);
        byFinance(claim, "result", paid(1, "E" + World.next())).statusCode(409);
        assertEquals(due.minus(Money.yuan("320.00")), balance("SUBSIDY_DUE", ""));

        granted();
        isOrdered();
        withdrawn();
        orders().body("claimId", not(hasItem(claim.toString())));
        byFinance(claim, "result", paid(1, "E" + World.next())).statusCode(200).body("state", equalTo("TO_RECOVER"));
        assertEquals(expenditure.minus(Money.yuan("320.00")), balance("EXPENDITURE_ACCOUNT", ""));
        recovered(claim, "ER" + World.next()).statusCode(200).body("state", equalTo("RECOVERED"));
        assertEquals(expenditure, balance("EXPENDITURE_ACCOUNT", ""));
        assertEquals(due.minus(Money.yuan("320.00")), balance("SUBSIDY_DUE", ""));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("下达后撤回又报付款失败：留下原因；其实已付的仍可报已付，待追回，同一结果一次；先失败后撤回的一样；没有下达过的不能报")
    void failedAfterWithdrawal() {
        var failed = Map.<String, Object>of("outcome", "FAILED", "attempt", 1, "reason", "账户已注销");
        isOrdered();
        withdrawn();
        for (var i = 0; i < 2; i++) {
            byFinance(claim, "result", failed).statusCode(200).body("state", equalTo("WITHDRAWN"));
            read(claim).body("note", equalTo("账户已注销"));
        }
        assertPaidAllTheSame();

        granted();
        isOrdered();
        byFinance(claim, "result", failed).statusCode(200).body("state", equalTo("FAILED"));
        withdrawn();
        assertPaidAllTheSame();

        granted();
        withdrawn();
        byFinance(claim, "result", paid(1, "E" + World.next())).statusCode(409);
        Books.assertBalanced();
    }

    /** What left the account is to be recovered, once. */
    private void assertPaidAllTheSame() {
        var owed = balance("AID_RECOVERABLE", "");
        byFinance(claim, "result", paid(2, "E" + World.next())).statusCode(409);
        var paid = paid(1, "E" + World.next());
        for (var i = 0; i < 2; i++) {
            byFinance(claim, "result", paid).statusCode(200).body("state", equalTo("TO_RECOVER"));
        }
        byFinance(claim, "result", Map.of("outcome", "FAILED", "attempt", 1, "reason", "误报"))
                .statusCode(409);
        assertEquals(owed.plus(Money.yuan("320.00")), balance("AID_RECOVERABLE", ""));
    }

    @Test
    @DisplayName("市级结算的资助，撤回后由市级冲减：县级结算不把它算成自己的")
    void isTakenBackByWhoBilledIt() {
        var city = Map.<String, Object>of("divisionPath", "360900/", "benefitYear", 2024, "payer", "finance");
        var county = Map.<String, Object>of("divisionPath", World.COUNTY, "benefitYear", 2024, "payer", "finance");
        finance("aid-bills", city).statusCode(201);
        withdrawn();
        finance("aid-bills", county).statusCode(422).body("code", equalTo("FUND_DUE_NOTHING"));
        finance("aid-bills", city).statusCode(201).body("amount", equalTo("-320.00"));
    }

    @Test
    @DisplayName("付款后撤回：待追回；全额到账即已追回，同一收款单重报没有第二次效果")
    void withdrawnAfterPayment() {
        isOrdered();
        byFinance(claim, "result", paid(1, "E" + World.next())).statusCode(200);
        var owed = balance("AID_RECOVERABLE", "");
        withdrawn();
        withdrawn();
        read(claim).body("state", equalTo("TO_RECOVER"));
        assertEquals(owed.plus(Money.yuan("320.00")), balance("AID_RECOVERABLE", ""));
        var over = Map.<String, Object>of(
                "documentNo", "ER1-" + World.next(), "receivedOn", "2024-07-02", "amount", "320.01");
        byFinance(claim, "recovery", over).statusCode(400).body("errors[0].pointer", equalTo("/amount"));
        var document = "ER" + World.next();
        for (var i = 0; i < 2; i++) {
            recovered(claim, document).statusCode(200).body("state", equalTo("RECOVERED"));
            assertEquals(owed, balance("AID_RECOVERABLE", ""));
        }
        recovered(claim, "ER" + World.next()).statusCode(409);
        Books.assertBalanced();
    }

    @Test
    @DisplayName("向负担的部门结算一次；结算后撤回的，下次结算为负")
    void isBilledToTheDepartment() {
        var bill = Map.<String, Object>of("divisionPath", "360900/", "benefitYear", 2024, "payer", "finance");
        finance("aid-bills", bill); // this one and what others left
        finance("aid-bills", bill).statusCode(422).body("code", equalTo("FUND_DUE_NOTHING"));
        granted();
        var levied = World.somebody();
        world.person(levied, World.VILLAGE);
        world.enrollment(levied, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        String due = finance("aid-bills", bill)
                .statusCode(201)
                .body("amount", equalTo("640.00"))
                .extract()
                .path("dueId");
        opened(World.AREA + "/", due)
                .body(
                        "items.personId",
                        equalTo(List.of(person.id().toString(), levied.id().toString())))
                .body("items.of", equalTo(List.of("ELSEWHERE", "LEVY")))
                .body("items.amount", equalTo(List.of("320.00", "320.00")))
                .body("movedAway", equalTo(0));
        opened(World.OTHER_COUNTY, due).statusCode(422).body("code", equalTo("FUND_DUE_UNKNOWN"));
        withdrawn();
        due = finance("aid-bills", bill)
                .statusCode(201)
                .body("amount", equalTo("-320.00"))
                .extract()
                .path("dueId");
        opened(World.AREA + "/", due).body("items.amount", equalTo(List.of("-320.00")));
    }

    private static ValidatableResponse opened(String division, String due) {
        return World.as("finance", "finance", division)
                .get(ROOT + "fund-dues/" + due + "/postings")
                .then();
    }

    @Test
    @DisplayName("同一笔十人同时报告已付：只记一次")
    void ofManyReportsOneIsBooked() throws Exception {
        isOrdered();
        var before = balance("EXPENDITURE_ACCOUNT", "");
        var result = paid(1, "E" + World.next());
        try (var threads = Executors.newFixedThreadPool(10)) {
            Callable<Integer> report =
                    () -> byFinance(claim, "result", result).extract().statusCode();
            for (var answer : threads.invokeAll(Collections.nCopies(10, report))) {
                assertEquals(200, answer.get());
            }
        }
        assertEquals(before.minus(Money.yuan("320.00")), balance("EXPENDITURE_ACCOUNT", ""));
    }

    @Test
    @DisplayName("外乡镇看不到；人迁走，资助随人走；清单翻页")
    void followsThePerson() {
        var foreign = World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP);
        foreign.get(ROOT + "elsewhere-aid-payouts/" + claim).then().statusCode(404);
        world.person(person, NEW_HOME + "360902196201/");
        World.as("township_clerk", "clerk4", NEW_HOME)
                .get(ROOT + "elsewhere-aid-payouts/" + claim)
                .then()
                .statusCode(200);
        read(claim).statusCode(404);
        granted();
        granted();
        int first = World.clerk()
                .get(ROOT + "elsewhere-aid-payouts?limit=1")
                .then()
                .extract()
                .path("next");
        World.clerk()
                .get(ROOT + "elsewhere-aid-payouts?limit=1000&after=" + first)
                .then()
                .body("items.claimId", hasItem(claim.toString()))
                .body("items.seq", not(hasItem(first)));
    }

    @Test
    @DisplayName("分次追回：每张收款单一笔，合计不超过应追回的，同一张重报一次，两笔同时也不多收；收齐才算已追回")
    void comesBackInParts() throws Exception {
        isOrdered();
        byFinance(claim, "result", paid(1, "E" + World.next())).statusCode(200);
        var owed = balance("AID_RECOVERABLE", "");
        withdrawn();
        var first = "EP" + World.next();
        for (var i = 0; i < 2; i++) {
            part(first, "20.00", "2024-07-02")
                    .statusCode(200)
                    .body(
                            "state",
                            equalTo("TO_RECOVER"),
                            "received",
                            equalTo("20.00"),
                            "outstanding",
                            equalTo("300.00"));
            assertEquals(owed.plus(Money.yuan("300.00")), balance("AID_RECOVERABLE", ""));
        }
        part(first, "30.00", "2024-07-02").statusCode(400).body("errors[0].pointer", equalTo("/documentNo"));
        part("EP" + World.next(), "0.00", "2024-07-02").statusCode(400);
        part("EP" + World.next(), "10.00", "2024-06-30")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/receivedOn"));
        part("EP" + World.next(), "10.00", "2999-01-01")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/receivedOn"));

        var statuses = new java.util.concurrent.ConcurrentLinkedQueue<Integer>();
        var threads = java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofVirtual()
                        .start(() -> statuses.add(part("EQ" + World.next(), "200.00", "2024-07-03")
                                .extract()
                                .statusCode())))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertEquals(1, statuses.stream().filter(status -> status == 200).count());
        part("EP" + World.next(), "100.00", "2024-07-03")
                .statusCode(200)
                .body("state", equalTo("RECOVERED"), "outstanding", equalTo("0.00"));
        assertEquals(owed, balance("AID_RECOVERABLE", ""));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("登记有误的到账由另一人冲销，写明理由：重新待追回，原来的一笔保留，同一单号可以重新登记；重复冲销一次")
    void aReceiptThatWasTypedWronglyIsReversed() {
        isOrdered();
        byFinance(claim, "result", paid(1, "E" + World.next())).statusCode(200);
        var owed = balance("AID_RECOVERABLE", "");
        withdrawn();
        var document = "ER" + World.next();
        String receipt = recovered(claim, document).statusCode(200).extract().path("receipts[0].id");
        reversed("finance", receipt, "应为 30.00").statusCode(409).body("code", equalTo("AID_PAYOUT_NEEDS_TWO_PERSONS"));
        reversed("finance2", receipt, "").statusCode(400);
        for (var i = 0; i < 2; i++) {
            reversed("finance2", receipt, "应为 30.00")
                    .statusCode(200)
                    .body("state", equalTo("TO_RECOVER"), "outstanding", equalTo("320.00"))
                    .body("receipts.reversalReason", equalTo(java.util.List.of("应为 30.00")));
            assertEquals(owed.plus(Money.yuan("320.00")), balance("AID_RECOVERABLE", ""));
        }
        part(document, "30.00", "2024-07-02").statusCode(200).body("outstanding", equalTo("290.00"));
        Books.assertBalanced();
    }

    private io.restassured.response.ValidatableResponse part(String document, String amount, String on) {
        return byFinance(claim, "recovery", Map.of("documentNo", document, "receivedOn", on, "amount", amount));
    }

    private io.restassured.response.ValidatableResponse reversed(String login, String receipt, String reason) {
        return World.as("finance", login, "360900/")
                .body(Map.of("reason", reason))
                .post(ROOT + "elsewhere-aid-payouts/" + claim + "/recoveries/" + receipt + "/reversal")
                .then();
    }
}
