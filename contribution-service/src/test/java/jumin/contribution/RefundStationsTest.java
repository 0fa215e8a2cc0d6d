package jumin.contribution;

import static jumin.contribution.TreasuryTest.confirm;
import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** 退库 beside 入库、上解、退回, in any order: what was paid back is neither handed up nor returned once more, and no account falls below zero. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class RefundStationsTest extends RefundCalls {

    private static final Money PAID = Money.yuan("500.00");
    private static final Map<String, Object> SELF = Map.of("name", "测试甲", "account", "6222000011112222");

    @Inject
    CurrentCaller caller;

    @Inject
    DataSource database;

    private World.Person person;
    private Object voucher;
    private String refund;

    /** 380 are owed, 120 too much. */
    @BeforeEach
    void somebodyPaysTooMuch() {
        person = world.villager();
        var payment = World.payment(person, "500.00", "2023-11-02");
        voucher = payment.get("voucherNo");
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        refund = null;
    }

    private void orderedRefund() {
        var request = request(person, "surplus", "");
        request.put("payee", SELF);
        refund = ordered(request);
    }

    private ValidatableResponse paidOut(int attempt, String day) {
        return reported(Map.of("outcome", "PAID", "attempt", attempt, "documentNo", "D" + World.next(), "paidOn", day));
    }

    private ValidatableResponse bounced(int attempt, String day) {
        return reported(Map.of(
                "outcome",
                "BOUNCED",
                "attempt",
                attempt,
                "documentNo",
                "TP" + World.next(),
                "returnedOn",
                day,
                "reason",
                "账户已注销"));
    }

    private ValidatableResponse reported(Map<String, Object> result) {
        return read().getString("channel").equals("TAX")
                ? World.tax()
                        .body(result)
                        .post(ROOT + "refund-orders/" + refund + "/result")
                        .then()
                : at("finance", refund, "result", result);
    }

    private io.restassured.path.json.JsonPath read() {
        return World.clerk().get(ROOT + "refunds/" + refund).jsonPath();
    }

    /** Tax organ, treasury, fiscal account, expenditure account. */
    private List<String> stations() {
        var balances = Books.balances(caller, database, person);
        return List.of("TAX_ORGAN", "TREASURY", "FISCAL_ACCOUNT", "EXPENDITURE_ACCOUNT").stream()
                .map(account -> balances.getOrDefault(account, Money.ZERO).toString())
                .toList();
    }

    private void stand(String tax, String treasury, String fiscal, String expenditure) {
        assertEquals(List.of(tax, treasury, fiscal, expenditure), stations());
    }

    private void reverse(String stage) {
        String confirmation = World.as("finance", "finance", World.COUNTY)
                .get(ROOT + "treasury-confirmations?state=BOOKED&voucherNo=" + voucher + "&stage=" + stage)
                .path("items[0].confirmationId");
        if (confirmation == null) {
            return;
        }
        String reversal = World.as("finance", "finance", World.COUNTY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("reason", "回单录错"))
                .post(ROOT + "treasury-confirmations/" + confirmation + "/reversal")
                .path("reversal.reversalId");
        if (reversal != null) {
            World.as("county_approver", "county_approver", World.COUNTY)
                    .post(ROOT + "treasury-reversals/" + reversal + "/approval");
        }
    }

    @Test
    @DisplayName("入库前退库：其后整票或按余额报入库、上解，退过的不再入库上解")
    void refundedBeforeItWasReceived() {
        orderedRefund();
        paidOut(1, "2024-01-05").statusCode(200);
        stand("380.00", "0.00", "0.00", "0.00");
        confirm(voucher, "RECEIVED", "500.00", "2024-01-06")
                .body("booked", equalTo(1), "lines[0].detail", containsString("120.00"));
        stand("0.00", "380.00", "0.00", "0.00");
        confirm(voucher, "REMITTED", "380.00", "2024-01-10").body("booked", equalTo(1), "lines[0].detail", nullValue());
        stand("0.00", "0.00", "380.00", "0.00");
    }

    @Test
    @DisplayName("入库后退库：款出国库；整票报上解也只记余额；退票后款在原处，再由其所在付出")
    void refundedOutOfTheTreasury() {
        confirm(voucher, "RECEIVED", "500.00", "2023-11-06");
        orderedRefund();
        paidOut(1, "2024-01-05").statusCode(200);
        stand("0.00", "380.00", "0.00", "0.00");
        confirm(voucher, "REMITTED", "380.00", "2024-01-10").body("booked", equalTo(1));
        stand("0.00", "0.00", "380.00", "0.00");
        bounced(1, "2024-01-12").statusCode(200);
        stand("0.00", "120.00", "380.00", "0.00");
        at("county_approver", refund, "retry", Map.of()).statusCode(200).body("channel", equalTo("TAX"));
        paidOut(2, "2024-01-15").statusCode(200);
        stand("0.00", "0.00", "380.00", "0.00");
        reverse("REMITTED");
        stand("0.00", "380.00", "0.00", "0.00");
        reverse("RECEIVED");
        stand("380.00", "0.00", "0.00", "0.00");
        confirm(voucher, "RECEIVED", "380.00", "2024-01-16").body("booked", equalTo(1));
        confirm(voucher, "RETURNED", "380.00", "2024-01-17").body("booked", equalTo(1));
        stand("380.00", "0.00", "0.00", "0.00");
    }

    @Test
    @DisplayName("下达后整票上解：上解之后的退库日期不收，报失败后由支出户付；上解前已退、晚报的照收，款从上解数中冲减")
    void handedUpWhileTheOrderWasOut() {
        confirm(voucher, "RECEIVED", "500.00", "2023-11-06");
        orderedRefund();
        confirm(voucher, "REMITTED", "500.00", "2024-01-10")
                .body("booked", equalTo(1), "lines[0].detail", containsString("120.00"));
        paidOut(1, "2024-01-12")
                .statusCode(409)
                .body("code", equalTo("REFUND_STATE_UNFIT"), "detail", containsString("2024-01-10"));
        stand("0.00", "0.00", "500.00", "0.00");
        paidOut(1, "2024-01-09").statusCode(200);
        stand("0.00", "0.00", "380.00", "0.00");
        bounced(1, "2024-01-15").statusCode(200);
        stand("0.00", "0.00", "500.00", "0.00");
        at("county_approver", refund, "retry", Map.of()).statusCode(200).body("channel", equalTo("EXPENDITURE"));
        paidOut(2, "2024-01-20").statusCode(200);
        stand("0.00", "0.00", "500.00", "-120.00");
    }

    @Test
    @DisplayName("金额既不是整票、也不是退库后的余额：不收")
    void anotherAmountDoesNotFit() {
        confirm(voucher, "RECEIVED", "500.00", "2023-11-06");
        confirm(voucher, "REMITTED", "380.00", "2024-01-10").body("lines[0].code", equalTo("TREASURY_STAGE_UNFIT"));
        orderedRefund();
        confirm(voucher, "REMITTED", "379.00", "2024-01-10").body("lines[0].code", equalTo("TREASURY_STAGE_UNFIT"));
        confirm(voucher, "REMITTED", "380.00", "2024-01-10").body("booked", equalTo(1));
        stand("0.00", "120.00", "380.00", "0.00");
        paidOut(1, "2024-01-12").statusCode(200);
        stand("0.00", "0.00", "380.00", "0.00");
    }

    @RepeatedTest(8)
    @DisplayName("任意次序：入库、上解、退回、冲销、下达、付款、失败、退票、重下、撤回；各站不为负，合计等于所缴减已退")
    void anyOrder(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var day = java.time.LocalDate.of(2024, 1, 1);
        for (var step = 0; step < 30; step++) {
            day = day.plusDays(random.nextInt(2));
            happens(random, day.toString());
            var balances = Books.balances(caller, database, person);
            var state = refund == null ? "" : read().getString("state");
            var there = Money.ZERO;
            for (var account : List.of("TAX_ORGAN", "TREASURY", "FISCAL_ACCOUNT")) {
                var balance = balances.getOrDefault(account, Money.ZERO);
                assertFalse(balance.isNegative(), account + " " + balances);
                there = there.plus(balance);
            }
            there = there.plus(balances.getOrDefault("EXPENDITURE_ACCOUNT", Money.ZERO));
            assertEquals(state.equals("PAID") ? Money.yuan("380.00") : PAID, there, balances.toString());
        }
        Books.assertBalanced();
    }

    /** What does not fit is refused, and leaves nothing. */
    private void happens(Random random, String day) {
        var amount = random.nextBoolean() ? "500.00" : "380.00";
        var attempt = refund == null ? 1 : read().getInt("attempt");
        switch (random.nextInt(12)) {
            case 0, 1 -> confirm(voucher, "RECEIVED", amount, day);
            case 2, 3 -> confirm(voucher, "REMITTED", amount, day);
            case 4 -> confirm(voucher, "RETURNED", amount, day);
            case 5 -> reverse(random.nextBoolean() ? "REMITTED" : "RECEIVED");
            case 6, 7 -> {
                if (refund == null || read().getString("state").equals("WITHDRAWN")) {
                    orderedRefund();
                } else {
                    at("county_approver", refund, "retry", Map.of());
                }
            }
            case 8, 9 -> {
                if (refund != null) {
                    paidOut(attempt, day);
                }
            }
            case 10 -> {
                if (refund != null) {
                    bounced(attempt, day);
                }
            }
            default -> {
                if (refund != null && random.nextBoolean()) {
                    at("county_approver", refund, "withdrawal", Map.of("note", "本人放弃"));
                } else if (refund != null) {
                    reported(Map.of("outcome", "FAILED", "attempt", attempt, "reason", "户名不符"));
                }
            }
        }
    }
}
