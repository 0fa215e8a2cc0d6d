package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class StatementSentBackTest extends Care {

    private static final String CODE = "H36090200075";

    private static void today(LocalDate day) {
        admin().body("{\"now\": \"" + day + "T10:00:00\"}")
                .put(BASE + "clock")
                .then()
                .statusCode(anyOf(is(200), is(204)));
    }

    private static ValidatableResponse make(YearMonth month, String rate) {
        return post(reviewer(), "monthly-statements", key(), """
                {"provider": "%s", "area": "360900", "month": "%s"%s}
                """.formatted(CODE, month, rate));
    }

    private static ValidatableResponse agreed(String rate) {
        return post(admin(), "providers/" + CODE + "/agreements", key(), """
                {"qualification": "INPATIENT", "validFrom": "2024-01-01", "decision": "协议1"%s}
                """.formatted(rate));
    }

    /** 140.00 of the settlement, in the end. */
    private static void aFinalFinding(String settlement) {
        String finding = post(reviewer(), "findings", key(), """
                        {"settlementId": "%s", "rule": "UNREASONABLE_CARE", "detail": "重复检查", "amount": "140.00"}
                        """.formatted(settlement))
                .extract()
                .path("id");
        for (var by : new io.restassured.specification.RequestSpecification[] {approver(), secondApprover()}) {
            hospital(CODE)
                    .body("{\"text\": \"说明\"}")
                    .post(BASE + "findings/" + finding + "/answer")
                    .then()
                    .statusCode(200);
            by.body("{\"upheld\": true, \"reason\": \"核对病历\"}")
                    .post(BASE + "findings/" + finding + "/decision")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    @DisplayName("月度结算单有误的由另一人退回、重新生成，扣减重新列入；预留比例以服务协议登记的为准")
    void aWrongStatementIsSentBackAndMadeAgain() {
        provider(CODE, "退回医院", "tertiary");
        String settlement = post(
                        hospital(CODE),
                        "settlements",
                        key(),
                        Bills.ofPerson(covered("柏某"))
                                .item("A-SERVICE", "100", "100", "10000.00")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        aFinalFinding(settlement);
        var settledOn = LocalDate.parse(hospital(CODE)
                .get(BASE + "settlements/" + settlement)
                .then()
                .extract()
                .<String>path("settledOn"));
        var month = YearMonth.from(settledOn);
        today(month.plusMonths(1).atDay(2));
        try {
            make(month, "").statusCode(400).body("code", equalTo("SHARE_DIFFERS"));
            String wrong = make(month, ", \"retentionRate\": \"0.5\"")
                    .statusCode(201)
                    .body("retention", equalTo("2820.00"), "deduction", equalTo("140.00"))
                    .extract()
                    .path("id");
            approver()
                    .body("{\"opinion\": \"预留比例应为 5%\"}")
                    .post(BASE + "monthly-statements/" + wrong + "/rejection")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("REJECTED"));
            approver()
                    .body("{\"opinion\": \"同意\"}")
                    .post(BASE + "monthly-statements/" + wrong + "/approval")
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("已退回"));

            agreed(", \"retentionRate\": \"0.05\"").statusCode(anyOf(is(200), is(201)));
            make(month, ", \"retentionRate\": \"0.5\"")
                    .statusCode(400)
                    .body("code", equalTo("SHARE_DIFFERS"), "errors[0].pointer", equalTo("/retentionRate"));
            make(month, "")
                    .statusCode(201)
                    .body("retentionRate", equalTo("0.05"), "retention", equalTo("282.00"))
                    .body("deduction", equalTo("140.00"), "retainedThisYear", equalTo("282.00"));
            make(month, "").statusCode(409).body("code", equalTo("STATEMENT_EXISTS"));
        } finally {
            today(settledOn);
        }
    }

    @Test
    @DisplayName("机构所在县的日对账含外县的病人，与月度结算单同口径；别的县只看到本县的人")
    void whoKeepsTheAccountSeesAllOfIt() {
        var code = "H36090200040";
        provider(code, "对账医院", "tertiary");
        var visitor = feeds.person(Ids.next(), "外某", "360900/360983/360983001/360983001201/");
        feeds.covered(visitor, 2024, "2024-01-01", "2024-12-31");
        String id = post(
                        hospital(code),
                        "settlements",
                        key(),
                        Bills.ofPerson(visitor)
                                .item("A-SERVICE", "100", "100", "10000.00")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        String day =
                hospital(code).get(BASE + "settlements/" + id).then().extract().path("settledOn");
        var totals = "providers/" + code + "/days/totals?from=" + day + "&to=" + day;

        reviewer().get(BASE + "settlements/" + id).then().statusCode(404);
        reviewer().get(BASE + totals).then().statusCode(200).body("[0].fundPay", equalTo("5640.00"));
        as(Tokens.staff("county_reviewer", "r", "360900/360983/"))
                .get(BASE + totals)
                .then()
                .body("[0].fundPay", equalTo("5640.00"));
        as(Tokens.staff("county_reviewer", "r", "360900/360981/"))
                .get(BASE + totals)
                .then()
                .body("", empty());
    }
}
