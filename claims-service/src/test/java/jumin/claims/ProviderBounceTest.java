package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import jumin.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ProviderBounceTest extends Care {

    private static final String OTHER_COUNTY = "360900/360981/";
    private static final String SENT_BACK = "{\"reason\": \"账户已销户\"}";

    private LocalDate settledOn;

    private static RequestSpecification finance() {
        return as(Tokens.staff("finance", "finance", COUNTY));
    }

    private static void today(LocalDate day) {
        admin().body("{\"now\": \"" + day + "T10:00:00\"}")
                .put(BASE + "clock")
                .then()
                .statusCode(anyOf(is(200), is(204)));
    }

    @AfterEach
    void backToToday() {
        today(settledOn);
    }

    /** A month of 5358.00 for a hospital of its own, approved. */
    private String approvedMonth(String code) {
        provider(code, "退汇医院", "tertiary");
        String settlement = post(
                        hospital(code),
                        "settlements",
                        key(),
                        Bills.ofPerson(covered("柏某"))
                                .item("A-SERVICE", "100", "100", "10000.00")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        settledOn = LocalDate.parse(hospital(code)
                .get(BASE + "settlements/" + settlement)
                .then()
                .extract()
                .<String>path("settledOn"));
        var month = YearMonth.from(settledOn);
        today(month.plusMonths(1).atDay(2));
        String id = post(reviewer(), "monthly-statements", key(), """
                        {"provider": "%s", "area": "360900", "month": "%s", "retentionRate": "0.05"}
                        """.formatted(code, month))
                .statusCode(201)
                .body("payable", equalTo("5358.00"), "payments", empty())
                .extract()
                .path("id");
        approver()
                .body("{\"opinion\": \"同意\"}")
                .post(BASE + "monthly-statements/" + id + "/approval")
                .then()
                .statusCode(200);
        return id;
    }

    /** Another of the same hospital, of the month after. */
    private String approvedNextMonth(String code) {
        var month = YearMonth.from(settledOn).plusMonths(1);
        today(month.minusMonths(1).atEndOfMonth().plusDays(5));
        post(
                        hospital(code),
                        "settlements",
                        key(),
                        Bills.ofPerson(covered("柳某"))
                                .item("A-SERVICE", "100", "100", "10000.00")
                                .json())
                .statusCode(201);
        today(month.plusMonths(1).atDay(2));
        String id = post(reviewer(), "monthly-statements", key(), """
                        {"provider": "%s", "area": "360900", "month": "%s", "retentionRate": "0.05"}
                        """.formatted(code, month))
                .statusCode(201)
                .extract()
                .path("id");
        approver()
                .body("{\"opinion\": \"同意\"}")
                .post(BASE + "monthly-statements/" + id + "/approval")
                .then()
                .statusCode(200);
        return id;
    }

    @Test
    @DisplayName("退过汇而没有更正的账户，别的结算单第一次拨付也不登记；同一账户再填一次不算更正；撤销退汇或更正后可以")
    void anAccountThatSentMoneyBackTakesNoOtherPayment() {
        var code = "H36090200083";
        var first = approvedMonth(code);
        var other = approvedNextMonth(code);
        corrected(code, "6222000011110000");
        pay(first, "V1", "0000").statusCode(200);
        step(finance(), first, "bounce", key()).statusCode(201);
        pay(other, "W1", "0000")
                .statusCode(409)
                .body("code", equalTo("PROVIDER_ACCOUNT_NOT_CORRECTED"), "detail", containsString("末四位 0000"));
        finance()
                .get(BASE + "monthly-statements/" + other)
                .then()
                .body("state", equalTo("APPROVED"), "payments", empty());
        corrected(code, "6222000011110000");
        pay(other, "W1", "0000").statusCode(409).body("code", equalTo("PROVIDER_ACCOUNT_NOT_CORRECTED"));

        step(finance(), first, "bounce-withdrawal", key()).statusCode(200);
        step(finance(), first, "bounce", key()).statusCode(201);
        pay(other, "W1", "0000").statusCode(409);
        enter(reviewer(), code, "6222000011117777").statusCode(201);
        pay(other, "W1", "0000").statusCode(409);
        corrected(code, "6222000011117777");
        pay(other, "W1", "7777").statusCode(200).body("state", equalTo("PAID"));
        corrected(code, "6222000011110000");
        pay(first, "V2", "0000").statusCode(409).body("code", equalTo("PROVIDER_ACCOUNT_NOT_CORRECTED"));
    }

    @Test
    @DisplayName("误登的退汇撤销后，原账户照付别的结算单；登记退汇与别的拨付同时进行，先后分明")
    void aMistakenReturnDoesNotHoldUpOtherPayments() throws Exception {
        var code = "H36090200082";
        var first = approvedMonth(code);
        var other = approvedNextMonth(code);
        corrected(code, "6222000011110000");
        pay(first, "V1", "0000").statusCode(200);
        var two = Parallel.run(
                2,
                n -> (n == 0 ? pay(other, "W1", "0000") : step(finance(), first, "bounce", key()))
                        .extract()
                        .statusCode());
        assertThat(two, anyOf(contains(200, 201), contains(409, 201)));
        if (two.getFirst() == 409) {
            step(finance(), first, "bounce-withdrawal", key()).statusCode(200);
            pay(other, "W1", "0000").statusCode(200).body("state", equalTo("PAID"));
        }
    }

    /** To a provider whose account is not kept here. */
    private static ValidatableResponse pay(String id, String voucher) {
        return post(finance(), "monthly-statements/" + id + "/payment", key(), "{\"voucher\": \"" + voucher + "\"}");
    }

    private static ValidatableResponse pay(String id, String voucher, String lastFour) {
        return pay(id, voucher, lastFour, key());
    }

    private static ValidatableResponse pay(String id, String voucher, String lastFour, String key) {
        var body = "{\"voucher\": \"%s\", \"accountLastFour\": \"%s\"}".formatted(voucher, lastFour);
        return post(finance(), "monthly-statements/" + id + "/payment", key, body);
    }

    private static ValidatableResponse step(RequestSpecification by, String id, String step, String key) {
        return post(by, "monthly-statements/" + id + "/" + step, key, SENT_BACK);
    }

    private static ValidatableResponse enter(RequestSpecification by, String code, String account) {
        return post(by, "provider-accounts", key(), """
                {"provider": "%s", "area": "360900", "payee": {"name": "退汇医院", "bank": "某银行", "account": "%s"}}
                """.formatted(code, account));
    }

    private static ValidatableResponse confirm(RequestSpecification by, String account) {
        return by.post(BASE + "provider-accounts/" + account + "/confirmation").then();
    }

    private static String corrected(String code, String account) {
        String id = enter(reviewer(), code, account).statusCode(201).extract().path("id");
        confirm(approver(), id).statusCode(200).body("confirmedBy", equalTo("approver"));
        return id;
    }

    @Test
    @DisplayName("付给机构的被银行退回：款项重新应付，账户两人更正后再付，退过的账户不再付；结算单和基金账都看得到每一步")
    void whatComesBackIsPaidAgainToACorrectedAccount() throws IOException {
        var code = "H36090200086";
        var id = approvedMonth(code);
        corrected(code, "6222000011110000");
        step(finance(), id, "bounce", key()).statusCode(409).body("detail", containsString("已复核"));
        pay(id, "V1").statusCode(409).body("code", equalTo("PROVIDER_ACCOUNT_DIFFERS"));
        pay(id, "V1", "1234").statusCode(409).body("errors[0].pointer", equalTo("/accountLastFour"));
        pay(id, "V1", "0000").statusCode(200).body("payments.accountLastFour", contains("0000"));

        var once = key();
        step(finance(), id, "bounce", once).statusCode(201).body("state", equalTo("BOUNCED"));
        step(finance(), id, "bounce", once).statusCode(201).header("Idempotency-Replayed", "true");
        step(finance(), id, "bounce", key()).statusCode(409).body("detail", containsString("银行退汇"));
        finance()
                .get(BASE + "monthly-statements?state=BOUNCED&provider=" + code)
                .then()
                .body("id", contains(id), "[0].payments[0].returns.reason", contains("账户已销户"));
        finance().get(BASE + "monthly-statements?provider=" + code).then().statusCode(400);

        assertThat(printed(id), containsString("5,358.00元，"));
        assertThat(printed(id), containsString("被银行退回：账户已销户"));

        pay(id, "V2").statusCode(409).body("code", equalTo("PROVIDER_ACCOUNT_NOT_CORRECTED"));
        String wrong = enter(reviewer(), code, "6222000011112222")
                .statusCode(201)
                .body("accountLastFour", equalTo("2222"), "confirmedBy", nullValue())
                .extract()
                .path("id");
        confirm(as(Tokens.staff("county_approver", "reviewer", COUNTY)), wrong)
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_NEEDS_OTHER_PERSON"));
        pay(id, "V2").statusCode(409).body("code", equalTo("PROVIDER_ACCOUNT_NOT_CORRECTED"));
        corrected(code, "6222000011110000");
        pay(id, "V2", "0000").statusCode(409).body("code", equalTo("PROVIDER_ACCOUNT_NOT_CORRECTED"));
        var right = corrected(code, "6222000011113333");
        confirm(approver(), wrong).statusCode(409).body("code", equalTo("ACCOUNT_CHANGED"));
        readInClear(right);
        pay(id, "V2", "3333")
                .statusCode(200)
                .body("state", equalTo("PAID"), "voucher", equalTo("V2"), "payments.voucher", contains("V1", "V2"))
                .body("payments[0].returns", hasSize(1), "payments[1].returns", empty())
                .body("payments.accountLastFour", contains("0000", "3333"));
        hospital(code)
                .get(BASE + "monthly-statements/" + id)
                .then()
                .body("payments", hasSize(2), "retention", equalTo("282.00"));
        asTheFundBooksReadIt(code, id);
    }

    @Test
    @DisplayName("拨付晚到的重发：同一编号得到原来的回答，另一编号的同一凭证不是又一次拨付；没有编号的不受理")
    void aDelayedRetryOfThePaymentIsNotASecondOne() {
        var code = "H36090200085";
        var id = approvedMonth(code);
        corrected(code, "6222000011110000");
        finance()
                .body("{\"voucher\": \"V1\"}")
                .post(BASE + "monthly-statements/" + id + "/payment")
                .then()
                .statusCode(400);
        var first = key();
        pay(id, "V1", "0000", first).statusCode(200);
        step(finance(), id, "bounce", key()).statusCode(201);
        corrected(code, "6222000011113333");

        pay(id, "V1", "0000", first).statusCode(200).header("Idempotency-Replayed", "true");
        pay(id, "V1", "3333")
                .statusCode(409)
                .body("code", equalTo("VOUCHER_USED"), "errors[0].pointer", equalTo("/voucher"));
        finance()
                .get(BASE + "monthly-statements/" + id)
                .then()
                .body("state", equalTo("BOUNCED"), "payments.voucher", contains("V1"));
        pay(id, "V2", "3333").statusCode(200).body("payments.voucher", contains("V1", "V2"));
    }

    @Test
    @DisplayName("升级期间旧程序登记的拨付没有明细：退汇时补上，基金账照样冲回，撤销后恢复")
    void aPaymentOfTheOldProgramIsWrittenDownWhenItComesBack() {
        var code = "H36090200084";
        var id = approvedMonth(code);
        tables.paidByTheOldProgram(id, "V0");
        corrected(code, "6222000011115555");
        finance().get(BASE + "monthly-statements/" + id).then().body("state", equalTo("PAID"), "payments", empty());

        step(finance(), id, "bounce", key())
                .statusCode(201)
                .body("payments.id", contains(id), "payments.voucher", contains("V0"))
                .body("payments[0].returns.reason", contains("账户已销户"));
        step(finance(), id, "bounce-withdrawal", key()).statusCode(200).body("state", equalTo("PAID"));
    }

    private static void readInClear(String account) {
        var number = BASE + "provider-accounts/" + account + "/number";
        finance().get(number).then().statusCode(200).body("account", equalTo("6222000011113333"));
        reviewer().get(number).then().statusCode(403);
        as(Tokens.staff("finance", "f", OTHER_COUNTY)).get(number).then().statusCode(404);
        as(Tokens.staff("auditor", "auditor", CITY))
                .get(BASE + "audit-events?limit=1000&subject=" + account)
                .then()
                .body("items.findAll { it.what == 'provider-account-number' }.actor", contains("finance"));
    }

    private static String printed(String id) throws IOException {
        return String.join(
                "",
                MonthlyPaperTest.pages(finance()
                        .accept("application/pdf")
                        .get(BASE + "monthly-statements/" + id + "/paper")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray()));
    }

    /** 与基金账的约定: what contribution reads of payments and returns, by these names. */
    private void asTheFundBooksReadIt(String code, String id) {
        var told = JsonPath.from(tables.feed("payable", code).getLast());
        assertThat(told.getString("payments[0].id"), is(id));
        assertThat(told.getString("payments[1].id"), not(id));
        assertThat(told.getList("payments.amount"), contains("5358.00", "5358.00"));
        assertThat(told.getString("payments[1].paidOn"), matchesPattern("\\d{4}-\\d\\d-\\d\\d"));
        assertThat(told.getString("payments[0].returns[0].id"), notNullValue());
        assertThat(told.getString("payments[0].returns[0].on"), matchesPattern("\\d{4}-\\d\\d-\\d\\d"));
    }

    @Test
    @DisplayName("误登的退汇撤销以后如同没有退汇，可以再登记；同时登记两次、撤销与再付同时，只有一个成功；外县、医院不能登记")
    void aMistakenReturnIsWithdrawnAndRacesHaveOneWinner() throws Exception {
        var code = "H36090200087";
        var id = approvedMonth(code);
        pay(id, "V1").statusCode(200);
        step(as(Tokens.staff("finance", "f", OTHER_COUNTY)), id, "bounce", key())
                .statusCode(404);
        step(hospital(code), id, "bounce", key()).statusCode(403);
        enter(as(Tokens.staff("county_reviewer", "r", OTHER_COUNTY)), code, "6222000011110000")
                .statusCode(403);
        step(finance(), id, "bounce-withdrawal", key()).statusCode(409);

        var answers = Parallel.run(
                6, n -> step(finance(), id, "bounce", key()).extract().statusCode());
        assertThat(answers.stream().filter(code1 -> code1 == 201).count(), is(1L));
        assertThat(answers.stream().filter(code1 -> code1 == 409).count(), is(5L));
        step(finance(), id, "bounce-withdrawal", key())
                .statusCode(200)
                .body("state", equalTo("PAID"), "payments[0].returns[0].withdrawnBy", equalTo("finance"));
        var told = JsonPath.from(tables.feed("payable", code).getLast());
        assertThat(told.getString("payments[0].returns[0].withdrawnOn"), notNullValue());

        step(finance(), id, "bounce", key()).statusCode(201);
        corrected(code, "6222000011114444");
        var two = Parallel.run(
                2,
                n -> (n == 0 ? pay(id, "V2", "4444") : step(finance(), id, "bounce-withdrawal", key()))
                        .extract()
                        .statusCode());
        assertThat(two, containsInAnyOrder(200, 409));
        var paidAgain = two.getFirst() == 200;
        finance()
                .get(BASE + "monthly-statements/" + id)
                .then()
                .body("state", equalTo("PAID"), "payments", hasSize(paidAgain ? 2 : 1))
                .body("payments[0].returns", hasSize(2))
                .body("payments[0].returns[1].withdrawnBy", paidAgain ? nullValue() : equalTo("finance"));
    }
}
