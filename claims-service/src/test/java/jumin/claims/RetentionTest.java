package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.YearMonth;
import jumin.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class RetentionTest extends Care {

    private static final String CODE = "H36090200071";

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

    @BeforeEach
    void aProviderThatHasSettled() {
        provider(CODE, "预留医院", "tertiary");
        String id = post(
                        hospital(CODE),
                        "settlements",
                        key(),
                        Bills.ofPerson(covered("柏某"))
                                .item("A-SERVICE", "100", "100", "10000.00")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        settledOn = LocalDate.parse(
                hospital(CODE).get(BASE + "settlements/" + id).then().extract().<String>path("settledOn"));
    }

    @AfterEach
    void backToToday() {
        today(settledOn);
    }

    private static String statement(YearMonth month) {
        return post(reviewer(), "monthly-statements", key(), """
                        {"provider": "%s", "area": "360900", "month": "%s", "retentionRate": "0.05"}
                        """.formatted(CODE, month))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse release(int year, String share) {
        return post(reviewer(), "retention-releases", key(), """
                {"provider": "%s", "area": "360900", "year": %d, "result": "88 分，合格", "decision": "医保考核〔%d〕3号"%s}
                """.formatted(CODE, year, year + 1, share));
    }

    private static ValidatableResponse step(RequestSpecification by, String id, String step, String said) {
        return post(by, "retention-releases/" + id + "/" + step, key(), said);
    }

    private static void sentBackAndPaidAgain(String id) {
        post(finance(), "retention-releases/" + id + "/bounce", key(), "{\"reason\": \"户名不符\"}")
                .statusCode(201)
                .body("state", equalTo("BOUNCED"), "payments[0].returns.reason", contains("户名不符"));
        step(finance(), id, "payment", "{\"voucher\": \"V10\"}")
                .statusCode(409)
                .body("code", equalTo("PROVIDER_ACCOUNT_NOT_CORRECTED"));
        String account = post(reviewer(), "provider-accounts", key(), """
                        {"provider": "%s", "area": "360900",
                         "payee": {"name": "预留医院", "bank": "某银行", "account": "6222000011110000"}}
                        """.formatted(CODE))
                .statusCode(201)
                .extract()
                .path("id");
        approver()
                .post(BASE + "provider-accounts/" + account + "/confirmation")
                .then()
                .statusCode(200);
        step(finance(), id, "payment", "{\"voucher\": \"V10\", \"accountLastFour\": \"0000\"}")
                .statusCode(200)
                .body("state", equalTo("PAID"), "payments.voucher", contains("V9", "V10"));
    }

    @Test
    @DisplayName("预留（第四十条、服务协议）：年度终了按考核结果返还一部分，其余归基金；两人办理，财务拨付；结算单上看得到")
    void whatWasRetainedIsReleasedByTheAssessment() {
        var month = YearMonth.from(settledOn);
        var year = month.getYear();
        release(year, ", \"share\": \"0.9\"").statusCode(400).body("code", equalTo("YEAR_NOT_OVER"));
        today(LocalDate.of(year + 1, 2, 1));
        release(year, ", \"share\": \"0.9\"").statusCode(409).body("code", equalTo("NOTHING_RETAINED"));
        var made = statement(month);
        release(year, ", \"share\": \"0.9\"")
                .statusCode(409)
                .body("code", equalTo("STATEMENT_STATE_DIFFERS"), "detail", containsString("没有复核"));
        approver()
                .body("{\"opinion\": \"同意\"}")
                .post(BASE + "monthly-statements/" + made + "/approval")
                .then()
                .statusCode(200)
                .body("retainedThisYear", equalTo("282.00"), "releasedThisYear", equalTo("0.00"));

        release(year, "").statusCode(400).body("code", equalTo("SHARE_DIFFERS"));
        String wrong =
                release(year, ", \"share\": \"0.5\"").statusCode(201).extract().path("id");
        release(year, ", \"share\": \"0.9\"").statusCode(409);
        step(approver(), wrong, "rejection", "{\"opinion\": \"比例有误\"}")
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        String id = release(year, ", \"share\": \"0.9\"")
                .statusCode(201)
                .body("retained", equalTo("282.00"), "released", equalTo("253.80"), "forfeited", equalTo("28.20"))
                .body("basis", containsString("第四十条"), "basis", containsString("服务协议"))
                .extract()
                .path("id");
        step(finance(), id, "payment", "{\"voucher\": \"V9\"}").statusCode(409).body("detail", containsString("待复核"));
        step(as(Tokens.staff("county_approver", "reviewer", COUNTY)), id, "approval", "{\"opinion\": \"同意\"}")
                .statusCode(409)
                .body("code", equalTo("RETENTION_NEEDS_TWO_PERSONS"));
        step(approver(), id, "approval", "{\"opinion\": \"同意\"}").statusCode(200);
        step(finance(), id, "payment", "{\"voucher\": \"V9\"}").statusCode(200).body("state", equalTo("PAID"));

        sentBackAndPaidAgain(id);

        release(year, ", \"share\": \"0.9\"").statusCode(409).body("code", equalTo("NOTHING_RETAINED"));
        hospital(CODE)
                .get(BASE + "monthly-statements?month=" + month)
                .then()
                .body("[0].retainedThisYear", equalTo("282.00"), "[0].releasedThisYear", equalTo("253.80"));
        hospital(CODE)
                .get(BASE + "retention-releases?year=" + year)
                .then()
                .statusCode(200)
                .body("state", contains("REJECTED", "PAID"));
        hospital().get(BASE + "retention-releases/" + id).then().statusCode(404);
        as(Tokens.staff("county_reviewer", "reviewer", "360900/360983/"))
                .get(BASE + "retention-releases?year=" + year)
                .then()
                .body("$", empty());
    }

    @Test
    @DisplayName("下月冲正：连同上月的预留一并退回，应付为负而预留不为零；按待遇年度分列；两月合计为零，年末没有可返还的")
    void aReversalInALaterMonthGivesBackWhatWasRetained() {
        var code = "H36090200072";
        provider(code, "冲正医院", "tertiary");
        String id = post(
                        hospital(code),
                        "settlements",
                        key(),
                        Bills.ofPerson(covered("松某"))
                                .item("A-SERVICE", "100", "100", "10000.00")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        var month = YearMonth.from(settledOn);
        today(month.plusMonths(1).atDay(5));
        post(hospital(code), "settlements/" + id + "/reversal", key(), "{\"reason\": \"收费有误\"}")
                .statusCode(201);
        today(month.plusMonths(2).atDay(5));
        made(code, month, "0.05")
                .body("retention", equalTo("282.00"), "payable", equalTo("5358.00"))
                .body("years.benefitYear", contains(2024), "years[0].payable", equalTo("5358.00"));
        made(code, month.plusMonths(1), "0.03")
                .body("poolPay", equalTo("-5640.00"), "retention", equalTo("-282.00"), "payable", equalTo("-5358.00"))
                .body("years.benefitYear", contains(2024), "years[0].fund", equalTo("-5640.00"))
                .body("retainedThisYear", equalTo("0.00"));
    }

    private static ValidatableResponse made(String code, YearMonth month, String rate) {
        return post(reviewer(), "monthly-statements", key(), """
                        {"provider": "%s", "area": "360900", "month": "%s", "retentionRate": "%s"}
                        """.formatted(code, month, rate))
                .statusCode(201);
    }
}
