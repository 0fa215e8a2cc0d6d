package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ClearingTest extends Care {

    private static RequestSpecification finance() {
        return as(Tokens.staff("finance", "finance", COUNTY));
    }

    /** A hospital of its own, so that its sums are known. */
    private static String aHospital(String code) {
        provider(code, "对账医院", "tertiary");
        return code;
    }

    private static void today(String day) {
        admin().body("{\"now\": \"" + day + "T10:00:00\"}")
                .put(BASE + "clock")
                .then()
                .statusCode(anyOf(is(200), is(204)));
    }

    @Test
    @DisplayName("重算后的结算再冲正：从机构收回的是它原来得到的，日对账归零，个人部分也归零")
    void aReversalTakesBackWhatTheProviderWasGiven() {
        var code = aHospital("H36090200038");
        var person = poorPerson();
        String first = post(
                        hospital(code),
                        "settlements",
                        key(),
                        Bills.ofPerson(person).worked().json())
                .extract()
                .path("settlementId");
        var small = Bills.ofPerson(person)
                .week(1)
                .item("A-DRUG", "10", "100", "1000.00")
                .json();
        String second = post(hospital(code), "settlements", key(), small)
                .statusCode(201)
                .extract()
                .path("settlementId");
        String day = hospital(code)
                .get(BASE + "settlements/" + second)
                .then()
                .extract()
                .path("settledOn");
        takeBack(code, first);
        String redone = hospital(code)
                .get(BASE + "settlements/" + second)
                .then()
                .body("replacedBy", notNullValue())
                .extract()
                .path("replacedBy");
        String given = hospital(code)
                .get(BASE + "settlements/" + second)
                .then()
                .extract()
                .path("amounts.fundPay");
        String decided = hospital(code)
                .get(BASE + "settlements/" + redone)
                .then()
                .body("amounts.fundPay", not(equalTo(given)))
                .extract()
                .path("amounts.fundPay");
        takeBack(code, redone)
                .body("amounts.fundPay", equalTo("-" + given), "amounts.totalAmount", equalTo("-1000.00"))
                .body("decidedAmounts.fundPay", equalTo(decided.equals("0.00") ? decided : "-" + decided));

        hospital(code)
                .get(BASE + "providers/" + code + "/days/totals?from=" + day + "&to=" + day)
                .then()
                .body("[0].count", equalTo(4), "[0].totalAmount", equalTo("0.00"))
                .body("[0].fundPay", equalTo("0.00"), "[0].personPay", equalTo("0.00"));
    }

    private static ValidatableResponse takeBack(String code, String settlement) {
        return post(hospital(code), "settlements/" + settlement + "/reversal", key(), "{\"reason\": \"收费有误\"}")
                .statusCode(201);
    }

    @Test
    @DisplayName("日对账：总账等于明细；冲正为负；重算不影响机构应收")
    void totalsAreTheSumOfTheDetails() {
        var code = aHospital("H36090200031");
        var person = covered("范某");
        var bill = Bills.ofPerson(person).item("A-SERVICE", "100", "100", "10000.00");
        String first = post(hospital(code), "settlements", key(), bill.json())
                .extract()
                .path("settlementId");
        String second = post(hospital(code), "settlements", key(), bill.week(1).json())
                .extract()
                .path("settledOn");
        post(hospital(code), "settlements/" + first + "/reversal", key(), "{\"reason\": \"收费有误\"}")
                .statusCode(201);

        hospital(code)
                .get(BASE + "providers/" + code + "/days/totals?from=" + second + "&to=" + second)
                .then()
                .statusCode(200)
                .body("", hasSize(1), "[0].count", equalTo(3), "[0].totalAmount", equalTo("10000.00"))
                .body("[0].fundPay", equalTo("5640.00"));
        hospital(code)
                .get(BASE + "providers/" + code + "/days/details?on=" + second)
                .then()
                .body("", hasSize(3), "fundPay", hasItems("5640.00", "-5640.00"));
        hospital()
                .get(BASE + "providers/" + code + "/days/details?on=" + second)
                .then()
                .body("", empty());
    }

    @Test
    @DisplayName("月度结算单：基金应付减扣减和预留；另一人复核，财务拨付；终结的扣减只扣一次")
    void aMonthIsMadeApprovedAndPaid() {
        var code = aHospital("H36090200032");
        var person = covered("彭某");
        String settlement = post(
                        hospital(code),
                        "settlements",
                        key(),
                        Bills.ofPerson(person)
                                .item("A-SERVICE", "100", "100", "10000.00")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        String settledOn = hospital(code)
                .get(BASE + "settlements/" + settlement)
                .then()
                .extract()
                .path("settledOn");
        String finding = post(reviewer(), "findings", key(), """
                        {"settlementId": "%s", "rule": "UNREASONABLE_CARE", "detail": "重复检查", "amount": "140.00"}
                        """.formatted(settlement))
                .extract()
                .path("id");
        hospital(code)
                .body("{\"text\": \"无异议\"}")
                .post(BASE + "findings/" + finding + "/answer")
                .then()
                .statusCode(200);
        for (var step : new String[] {"UPHELD", "FINAL"}) {
            if (step.equals("FINAL")) {
                hospital(code)
                        .body("{\"text\": \"请再核\"}")
                        .post(BASE + "findings/" + finding + "/answer")
                        .then()
                        .statusCode(200);
            }
            (step.equals("FINAL") ? secondApprover() : approver())
                    .body("{\"upheld\": true, \"reason\": \"核对病历\"}")
                    .post(BASE + "findings/" + finding + "/decision")
                    .then()
                    .body("state", equalTo(step));
        }
        var month = YearMonth.from(LocalDate.parse(settledOn));
        var wanted = """
                {"provider": "%s", "area": "360900", "month": "%s", "retentionRate": "0.05"}
                """.formatted(code, month);

        post(reviewer(), "monthly-statements", key(), wanted).statusCode(400).body("code", equalTo("MONTH_NOT_OVER"));
        today(month.plusMonths(1).atDay(2).toString());
        try {
            String id = post(reviewer(), "monthly-statements", key(), wanted)
                    .statusCode(201)
                    .body("poolPay", equalTo("5640.00"), "deduction", equalTo("140.00"))
                    .body("retention", equalTo("282.00"), "payable", equalTo("5218.00"))
                    .body("findings", hasItem(finding), "month", equalTo(month.toString()))
                    .extract()
                    .path("id");
            post(reviewer(), "monthly-statements", key(), wanted)
                    .statusCode(409)
                    .body("code", equalTo("STATEMENT_EXISTS"));
            post(finance(), "monthly-statements/" + id + "/payment", key(), "{\"voucher\": \"V1\"}")
                    .statusCode(409);
            approver()
                    .body("{\"opinion\": \"同意\"}")
                    .post(BASE + "monthly-statements/" + id + "/approval")
                    .then()
                    .statusCode(200)
                    .body("approvedBy", equalTo("approver"));
            post(finance(), "monthly-statements/" + id + "/payment", key(), "{\"voucher\": \"V1\"}")
                    .statusCode(200)
                    .body("state", equalTo("PAID"));
            hospital(code)
                    .get(BASE + "monthly-statements?month=" + month)
                    .then()
                    .body("", hasSize(1), "[0].payable", equalTo("5218.00"));
            hospital().get(BASE + "monthly-statements/" + id).then().statusCode(404);
        } finally {
            today(settledOn);
        }
    }

    @Test
    @DisplayName("暂停期间入院的按非定点（第三十六条）；暂停前入院的照付；登记错的暂停撤销以后，如同没有过")
    void aSuspensionCountsOnTheDayOfAdmission() {
        var code = aHospital("H36090200033");
        post(reviewer(), "providers/" + code + "/suspensions", key(), """
                {"validFrom": "2024-03-10", "validTo": "2024-03-31", "decision": "宜医保〔2024〕9号", "reason": "违规"}
                """).statusCode(200);
        var person = covered("郎某");

        post(
                        hospital(code),
                        "settlements",
                        key(),
                        Bills.ofPerson(person)
                                .from("2024-03-09", "2024-03-10")
                                .item("A-DRUG", "10", "100", "1000.00")
                                .json())
                .statusCode(201);
        settleWhileSuspended(code, person).statusCode(200).body("reasons[0].code", equalTo("PROVIDER_NOT_DESIGNATED"));
        assertThat(tables.count("settlement", person), is(2L));

        var back = """
                {"validFrom": "2024-03-%s", "validTo": "2024-03-%s", "decision": "撤销1号", "reason": "登记错"}
                """;
        post(reviewer(), "providers/" + code + "/suspensions", key(), back.formatted("21", "20"))
                .statusCode(400)
                .body("code", equalTo("AGREEMENT_DATES_REVERSED"), "errors[0].pointer", equalTo("/validTo"));
        post(reviewer(), "providers/" + code + "/suspensions", key(), back.formatted("10", "09"))
                .statusCode(200);
        settleWhileSuspended(code, covered("郎某")).statusCode(201);
    }

    private static ValidatableResponse settleWhileSuspended(String code, UUID person) {
        var bill = Bills.ofPerson(person).from("2024-03-10", "2024-03-20").item("A-DRUG", "10", "100", "1000.00");
        return post(hospital(code), "settlements", key(), bill.json());
    }

    @Test
    @DisplayName("没有支付的结算：机构逐笔看到原因、条款和补救办法；别的机构看不到")
    void whatWasNotPaidIsListedWithItsReasons() {
        var code = aHospital("H36090200039");
        var person = feeds.person(Ids.next(), "窦某", VILLAGE);
        feeds.coverage(person, 2024, "[]", "{\"code\": \"NOT_PAID\", \"text\": \"未缴费\", \"article\": \"第四条\"}");
        String refused = post(
                        hospital(code),
                        "settlements",
                        key(),
                        Bills.ofPerson(person)
                                .item("A-DRUG", "10", "100", "1000.00")
                                .json())
                .statusCode(200)
                .extract()
                .path("settlementId");

        var days = "/days/refusals?from=2024-01-01&to=2199-12-31";
        hospital(code)
                .get(BASE + "providers/" + code + days)
                .then()
                .statusCode(200)
                .body("settlementId", contains(refused), "outcome", contains("REFUSED"))
                .body("totalAmount", contains("1000.00"), "[0].reasons.code", hasItem("NOT_PAID"));
        hospital().get(BASE + "providers/" + code + days).then().body("", empty());
    }
}
