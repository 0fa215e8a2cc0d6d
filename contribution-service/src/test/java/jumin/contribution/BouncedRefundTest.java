package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 退票: what was reported paid comes back days later. It is owed again, goes once more, and never twice. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class BouncedRefundTest extends RefundCalls {

    private static final Map<String, Object> SELF = Map.of("name", "测试甲", "account", "6222000011112222");
    private static final Map<String, Object> OTHER = Map.of("name", "测试甲", "account", "6222000099998888");

    @Inject
    CurrentCaller caller;

    @Inject
    DataSource database;

    private static Map<String, Object> paidBy(String document, int attempt, String day) {
        return Map.of("outcome", "PAID", "attempt", attempt, "documentNo", document, "paidOn", day);
    }

    private static Map<String, Object> bounced(String document, int attempt, String day) {
        return Map.of(
                "outcome",
                "BOUNCED",
                "attempt",
                attempt,
                "documentNo",
                document,
                "returnedOn",
                day,
                "reason",
                "收款账户已注销");
    }

    private static ValidatableResponse tax(String id, Map<String, Object> result) {
        return World.tax()
                .body(result)
                .post(ROOT + "refund-orders/" + id + "/result")
                .then();
    }

    private static ValidatableResponse finance(String id, Map<String, Object> result) {
        return at("finance", id, "result", result);
    }

    private static ValidatableResponse retry(String id, String lastFour) {
        return World.as("county_approver", "county_approver", World.COUNTY)
                .queryParam("accountLastFour", lastFour)
                .post(ROOT + "refunds/" + id + "/retry")
                .then();
    }

    private Money of(World.Person person, String account) {
        return Books.balances(caller, database, person).getOrDefault(account, Money.ZERO);
    }

    private static Map<String, Object> surplusTo(World.Person person, Map<String, Object> payee) {
        var request = request(person, "surplus", "");
        request.put("payee", payee);
        return request;
    }

    @Test
    @DisplayName("退库退票：款回原处，待遇仍终止；同一报告再来无第二次效果；更正账户后再付，原单号不能再用")
    void whatCameBackIsPaidOnceMore() {
        var person = paid("2023-11-02");
        var request = request(person, "military_service", "2023-12-20");
        request.put("payee", SELF);
        var id = ordered(request);
        var first = "D" + World.next();
        tax(id, bounced("TP" + World.next(), 1, "2023-12-28"))
                .statusCode(409)
                .body("code", equalTo("REFUND_STATE_UNFIT"));
        tax(id, paidBy(first, 1, "2023-12-22")).statusCode(200);
        assertEquals(Money.ZERO, of(person, "TAX_ORGAN"));
        var back = "TP" + World.next();
        tax(id, bounced(back, 1, "2023-12-21")).statusCode(400).body("errors[0].pointer", equalTo("/returnedOn"));
        tax(id, bounced(back, 1, "2199-12-21")).statusCode(400).body("errors[0].pointer", equalTo("/returnedOn"));
        tax(id, Map.of("outcome", "BOUNCED", "attempt", 1, "documentNo", back, "returnedOn", "2023-12-28"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        for (var i = 0; i < 2; i++) {
            tax(id, bounced(back, 1, "2023-12-28"))
                    .statusCode(200)
                    .body("state", equalTo("FAILED"), "documentNo", nullValue(), "note", containsString("退票"))
                    .body("bounces.documentNo", equalTo(List.of(first)), "bounces[0].returnNo", equalTo(back));
        }
        tax(id, paidBy(first, 1, "2023-12-22")).statusCode(200).body("state", equalTo("FAILED"));
        tax(id, bounced("TP" + World.next(), 1, "2023-12-28")).statusCode(409);
        assertEquals(Money.yuan("380.00"), of(person, "TAX_ORGAN"));
        assertEquals(Money.ZERO.minus(Money.yuan("380.00")), of(person, "REFUND_PAYABLE"));
        covered(person, false).body("reasonCode", equalTo("REFUNDED"));
        ask(request(person, "surplus", "")).statusCode(422);
        at("county_reviewer", id, "payee", OTHER).statusCode(200);
        retry(id, "8888").statusCode(200).body("state", equalTo("ORDERED"), "attempt", equalTo(2));
        World.tax().get(ROOT + "refund-orders").then().body("refundId", hasItem(id));
        tax(id, bounced(back, 1, "2023-12-28")).statusCode(200).body("state", equalTo("ORDERED"));
        tax(id, paidBy(first, 2, "2024-01-05")).statusCode(409).body("code", equalTo("REFUND_DOCUMENT_REUSED"));
        var second = "D" + World.next();
        tax(id, paidBy(second, 2, "2024-01-05")).statusCode(200).body("state", equalTo("PAID"));
        tax(id, bounced(back, 1, "2023-12-28")).statusCode(200).body("state", equalTo("PAID"));
        assertEquals(Money.ZERO, of(person, "TAX_ORGAN"));
        assertEquals(Money.ZERO, of(person, "REFUND_PAYABLE"));
        tax(id, bounced("TP" + World.next(), 2, "2024-01-09"))
                .statusCode(200)
                .body("bounces.attempt", equalTo(List.of(1, 2)));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("支出户退票：款回支出户；税务不能报；两人同时报同一退票只有一次效果；撤回后款回暂存")
    void theExpenditureAccountHearsOfItToo() throws Exception {
        var person = paid("2023-11-02");
        var payment = new HashMap<>(World.payment(person, "380.00", "2023-11-05"));
        payment.put("treasuryOn", "2023-11-06");
        payment.put("remittedOn", "2023-11-10");
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        var id = ordered(surplusTo(person, SELF));
        finance(id, paidBy("ZC" + World.next(), 1, "2024-01-20")).statusCode(200);
        var report = bounced("TP" + World.next(), 1, "2024-01-25");
        tax(id, report).statusCode(404);
        try (var both = Executors.newFixedThreadPool(2)) {
            var statuses = both.invokeAll(IntStream.range(0, 2)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(
                            i -> () -> finance(id, report).extract().statusCode())
                    .toList());
            for (var status : statuses) {
                assertEquals(200, status.get());
            }
        }
        assertEquals(Money.ZERO, of(person, "EXPENDITURE_ACCOUNT"));
        assertEquals(Money.yuan("380.00"), of(person, "FISCAL_ACCOUNT"));
        assertEquals(Money.ZERO.minus(Money.yuan("380.00")), of(person, "REFUND_PAYABLE"));
        at("county_approver", id, "withdrawal", Map.of("note", "本人要求留作下年")).statusCode(200);
        assertEquals(Money.ZERO, of(person, "REFUND_PAYABLE"));
        var again = ordered(surplusTo(person, OTHER));
        finance(again, paidBy("ZC" + World.next(), 1, "2024-02-20")).statusCode(200);
        assertEquals(Money.ZERO, of(person, "SUSPENSE"));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("退票时同一税票的余款另有退费在办：退票照收，退过的不能再退，合计不超过所缴")
    void anotherRefundOfTheRestIsOpen() {
        var person = paid("2023-11-02");
        var more = World.payment(person, "500.00", "2023-11-05");
        World.tax().body(more).post(ROOT + "payments").then().statusCode(200);
        var id = ordered(request(person, "surplus", ""));
        tax(id, paidBy("D" + World.next(), 1, "2023-12-10")).statusCode(200);
        var levy = request(person, "military_service", "2023-12-20");
        String rest = ask(levy).statusCode(201).extract().path("refundId");
        RefundTest.paper(rest, "入伍通知书");
        tax(id, bounced("TP" + World.next(), 1, "2023-12-21")).statusCode(200);
        at("county_approver", rest, "approval", Map.of()).statusCode(200);
        retry(id, "").statusCode(200);
        tax(id, paidBy("D" + World.next(), 2, "2023-12-23")).statusCode(200);
        tax(rest, paidBy("D" + World.next(), 1, "2023-12-24")).statusCode(200);
        assertEquals(Money.ZERO, of(person, "TAX_ORGAN"));
        assertEquals(Money.ZERO, of(person, "REFUND_PAYABLE"));
        assertEquals(Money.ZERO, of(person, "SUSPENSE"));
        ask(request(person, "surplus", "")).statusCode(422);
        World.tax().get(ROOT + "refund-orders").then().body("refundId", not(hasItem(id)));
    }

    @Test
    @DisplayName("迁到别县后，退票记录随人走，由新的县经办看到")
    void whatCameBackFollowsThePerson() {
        var person = paid("2023-11-02", "2023-11-03");
        var id = ordered(request(person, "surplus", ""));
        tax(id, paidBy("D" + World.next(), 1, "2024-01-20")).statusCode(200);
        tax(id, bounced("TP" + World.next(), 1, "2024-01-21")).statusCode(200);
        world.person(person, World.OTHER_COUNTY_VILLAGE);
        World.as("county_reviewer", "reviewer9", World.OTHER_COUNTY)
                .get(ROOT + "refunds/" + id)
                .then()
                .statusCode(200)
                .body("bounces.size()", equalTo(1));
    }
}
