package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 收款账户: what the second person confirms is what that person has read. */
@ClaimsTest
class PayoutAccountTest extends Care {

    private static int entered(RequestSpecification by, String payout, String account) {
        return by.body("""
                        {"relation": "SELF", "payee": {"name": "金某", "bank": "示范银行", "account": "%s"}}
                        """.formatted(account))
                .put(BASE + "payouts/" + payout + "/payee")
                .then()
                .statusCode(200)
                .body("payeeBank", equalTo("示范银行"))
                .extract()
                .path("accountVersion");
    }

    private static ValidatableResponse confirmed(String payout, String body) {
        return approver()
                .body(body)
                .post(BASE + "payouts/" + payout + "/payee-confirmation")
                .then();
    }

    @Test
    @DisplayName("核对以后账户又被改动：确认不成立，须重新查看；没有写明所核对的，不能确认")
    void anAccountThatWasNotSeenIsNotConfirmed() {
        var settlement = FindingTest.reimbursed(covered("金某"));
        String payout = approver()
                .get(BASE + "payouts?limit=1000")
                .then()
                .extract()
                .path("find { it.settlementId == '" + settlement + "' }.id");
        var seen = entered(reviewer(), payout, "6222020200000002222");
        var changed = entered(clerk(TOWNSHIP), payout, "6222020200000009999");
        assertThat(changed, greaterThan(seen));

        confirmed(payout, "{}").statusCode(400).body("errors[0].pointer", equalTo("/accountVersion"));
        confirmed(payout, "{\"accountVersion\": " + seen + "}")
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_CHANGED"));
        approver()
                .get(BASE + "payouts/" + payout)
                .then()
                .body("state", equalTo("ACCOUNT_ENTERED"), "accountLastFour", equalTo("9999"));
        confirmed(payout, "{\"accountVersion\": " + changed + "}")
                .statusCode(200)
                .body("state", equalTo("READY"), "accountLastFour", equalTo("9999"));
    }
}
