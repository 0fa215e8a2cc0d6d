package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Money that has been handed up is paid back by the expenditure account, to a payee, not before its day. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class RefundAccountsTest extends RefundCalls {

    private static final Map<String, Object> SELF = Map.of("name", "测试甲", "account", "6222000011112222");

    @Inject
    DatabaseOwner owner;

    private World.Person paidTwiceAndHandedUp() {
        var person = paid("2023-11-02");
        var payment = new HashMap<>(World.payment(person, "380.00", "2023-11-05"));
        payment.put("treasuryOn", "2023-11-06");
        payment.put("remittedOn", "2023-11-10");
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        return person;
    }

    private static void handedUp(Object voucher) {
        TreasuryTest.confirm(voucher, "RECEIVED", "380.00", "2023-11-09").body("booked", equalTo(1));
        TreasuryTest.confirm(voucher, "REMITTED", "380.00", "2023-11-10").body("booked", equalTo(1));
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
                .get(ROOT + "audit-events?subject=" + id)
                .then()
                .body("items.what", hasItem("refund-payee"));
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

    @Test
    @DisplayName("受理后款项才上解：没有收款人的不能复核通过，退回重办")
    void moneyHandedUpAfterTheRequestNeedsAPayeeToo() {
        var person = paid("2023-11-02");
        var payment = World.payment(person, "380.00", "2023-11-05");
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        String id =
                ask(request(person, "surplus", "")).statusCode(201).extract().path("refundId");
        handedUp(payment.get("voucherNo"));
        at("county_approver", id, "approval", Map.of()).statusCode(422).body("code", equalTo("REFUND_PAYEE_UNFIT"));
        at("county_approver", id, "rejection", Map.of("note", "补收款人")).statusCode(200);
        ordered(surplusTo(person, SELF));
    }

    @Test
    @DisplayName("账户已注销：更正收款账户由一人提出、另一人重新下达；付款渠道按款项现在何处重定")
    void aWrongAccountIsPutRightByTwoPersons() {
        var id = ordered(surplusTo(paidTwiceAndHandedUp(), SELF));
        at("finance", id, "result", Map.of("outcome", "FAILED", "attempt", 1, "reason", "账户已注销"))
                .statusCode(200);
        var other = Map.<String, Object>of("name", "另一人", "account", "6222000099998888");
        at("county_reviewer", id, "payee", other).statusCode(422).body("code", equalTo("REFUND_PAYEE_UNFIT"));
        var right = Map.<String, Object>of("name", "测试甲", "account", "6222000099998888");
        at("county_reviewer", id, "payee", right)
                .statusCode(200)
                .body("state", equalTo("FAILED"), "proposedPayee.payeeRelation", equalTo("SELF"));
        World.as("county_approver", "approver", World.COUNTY)
                .get(ROOT + "refunds/" + id)
                .then()
                .body("proposedPayee.payeeMasked", endsWith("8888"), "payeeMasked", endsWith("2222"))
                .body("proposedPayee.proposedBy", equalTo("county_reviewer"));
        for (var i = 0; i < 2; i++) {
            World.as("county_approver", "approver", World.COUNTY)
                    .delete(ROOT + "refunds/" + id + "/payee")
                    .then()
                    .statusCode(200)
                    .body("proposedPayee", nullValue());
        }
        at("county_reviewer", id, "payee", right).statusCode(200);
        at("county_reviewer", id, "retry", Map.of()).statusCode(409).body("code", equalTo("REFUND_NEEDS_TWO_PERSONS"));
        retry(id, "").statusCode(400).body("errors[0].pointer", equalTo("?accountLastFour"));
        retry(id, "2222").statusCode(409).body("code", equalTo("REFUND_PAYEE_CHANGED"));
        expenditureOrders(World.COUNTY, id).body("refundId", nullValue());
        retry(id, "8888").statusCode(200).body("state", equalTo("ORDERED")).body("attempt", equalTo(2));
        expenditureOrders(World.COUNTY, id).body("payee.account", equalTo("6222000099998888"));
    }

    private static ValidatableResponse retry(String id, String lastFour) {
        return World.as("county_approver", "county_approver", World.COUNTY)
                .queryParam("accountLastFour", lastFour)
                .post(ROOT + "refunds/" + id + "/retry")
                .then();
    }

    @Test
    @DisplayName("账号不是10至25位数字的不收：申请时、更正时都一样")
    void anAccountIsANumber() {
        var person = paidTwiceAndHandedUp();
        for (var wrong : List.of("没有账号，", "，", "62220000", "6222 0000 1111 2222")) {
            ask(surplusTo(person, Map.of("name", "测试甲", "account", wrong)))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/payee/account"));
        }
        var id = ordered(surplusTo(person, SELF));
        at("finance", id, "result", Map.of("outcome", "FAILED", "attempt", 1, "reason", "账户已注销"))
                .statusCode(200);
        at("county_reviewer", id, "payee", Map.of("name", "测试甲", "account", "，"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/account"));
    }

    @Test
    @DisplayName("只有空格的退库单号不是单号；单号前后的空格去掉；状态用中文说")
    void aBlankDocumentNumberIsNone() {
        var id = ordered(surplusTo(paidTwiceAndHandedUp(), SELF));
        var result = new HashMap<>(result("2024-01-20"));
        var number = result.get("documentNo");
        result.put("documentNo", "   ");
        at("finance", id, "result", result).statusCode(400).body("errors[0].pointer", equalTo("/documentNo"));
        result.put("documentNo", "  " + number + " ");
        at("finance", id, "result", result).statusCode(200).body("documentNo", equalTo(number));
        at("county_approver", id, "retry", Map.of())
                .statusCode(409)
                .body("code", equalTo("REFUND_STATE_UNFIT"))
                .body("detail", containsString("“已退”"), "detail", containsString("请刷新"));
    }

    @Test
    @DisplayName("付款失败后款项才上解：没有收款人不能再原路退回，更正后由支出户付款")
    void theChannelFollowsTheMoney() {
        var person = paid("2023-11-02");
        var payment = World.payment(person, "380.00", "2023-11-05");
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        var id = ordered(request(person, "surplus", ""));
        World.tax()
                .body(Map.of("outcome", "FAILED", "attempt", 1, "reason", "原账户已销户"))
                .post(ROOT + "refund-orders/" + id + "/result")
                .then()
                .statusCode(200);
        handedUp(payment.get("voucherNo"));
        at("county_approver", id, "retry", Map.of()).statusCode(422).body("code", equalTo("REFUND_PAYEE_UNFIT"));
        at("county_reviewer", id, "payee", SELF).statusCode(200);
        retry(id, "2222").statusCode(200).body("channel", equalTo("EXPENDITURE"));
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
