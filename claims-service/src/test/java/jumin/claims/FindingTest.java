package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class FindingTest extends Care {

    private static ValidatableResponse decide(RequestSpecification by, String id, boolean upheld) {
        return by.body("{\"upheld\": " + upheld + ", \"reason\": \"核对病历\"}")
                .post(BASE + "findings/" + id + "/decision")
                .then();
    }

    private static ValidatableResponse answer(String id) {
        return hospital()
                .body("{\"text\": \"病历中有记录\"}")
                .post(BASE + "findings/" + id + "/answer")
                .then();
    }

    private String finding() {
        var person = covered("戚某");
        String settlement = settle(Bills.ofPerson(person)
                        .item("A-SERVICE", "100", "100", "10000.00")
                        .json())
                .extract()
                .path("settlementId");
        return post(reviewer(), "findings", key(), """
                        {"settlementId": "%s", "rule": "IDENTITY_NOT_CHECKED", "detail": "未核验身份", "amount": "120.00"}
                        """.formatted(settlement))
                .statusCode(201)
                .body("state", equalTo("OPEN"), "rule.article", equalTo("第四十二条"))
                .extract()
                .path("id");
    }

    @Test
    @DisplayName("疑点：申辩、裁定（另一人）、申诉、终结；申报的费用不改写")
    void aFindingIsAnsweredDecidedAndAppealed() {
        var id = finding();

        decide(approver(), id, true).statusCode(409).body("code", equalTo("FINDING_STATE_DIFFERS"));
        answer(id).statusCode(200).body("state", equalTo("ANSWERED"), "answer", equalTo("病历中有记录"));
        decide(reviewer(), id, true).statusCode(409).body("code", equalTo("FINDING_NEEDS_TWO_PERSONS"));
        decide(approver(), id, true).statusCode(200).body("state", equalTo("UPHELD"), "decidedBy", equalTo("approver"));
        answer(id).statusCode(200).body("state", equalTo("APPEALED"));
        decide(approver(), id, true).statusCode(200).body("state", equalTo("FINAL"));
        decide(approver(), id, false).statusCode(409);
    }

    @Test
    @DisplayName("别的医院看不到；没有的规则、超过基金支付的金额不收")
    void othersDoNotSeeItAndTheAmountIsBounded() {
        var id = finding();
        hospital("H36090299999").get(BASE + "findings/" + id).then().statusCode(404);
        hospital().get(BASE + "findings?limit=1000").then().body("id", hasItem(id));
        String settlement =
                hospital().get(BASE + "findings/" + id).then().extract().path("settlementId");
        post(reviewer(), "findings", key(), """
                {"settlementId": "%s", "rule": "SOMETHING", "detail": "无", "amount": "1.00"}
                """.formatted(settlement))
                .statusCode(400)
                .body("code", equalTo("REVIEW_RULE_UNKNOWN"));
        post(reviewer(), "findings", key(), """
                {"settlementId": "%s", "rule": "IDENTITY_NOT_CHECKED", "detail": "无", "amount": "9999.00"}
                """.formatted(settlement))
                .statusCode(400)
                .body("code", equalTo("AMOUNT_OUT_OF_RANGE"));
    }
}
