package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class FindingTest extends Care {

    static ValidatableResponse decide(RequestSpecification by, String id, boolean upheld) {
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
        decide(secondApprover(), id, true).statusCode(200).body("state", equalTo("FINAL"));
        decide(approver(), id, false).statusCode(409);
    }

    @Test
    @DisplayName("申诉有自己的期限，由未经手的人裁定")
    void anAppealHasItsOwnTimeAndAnotherDecider() {
        var id = finding();
        answer(id).statusCode(200);
        String until = hospital().get(BASE + "findings/" + id).then().extract().path("answerBy");
        var last = LocalDate.parse(until);
        inTheDaysOf(last, () -> {
            decide(approver(), id, true)
                    .statusCode(200)
                    .body(
                            "state",
                            equalTo("UPHELD"),
                            "answerBy",
                            equalTo(last.plusDays(15).toString()));
            itIs(last.plusDays(10));
            answer(id).statusCode(200).body("state", equalTo("APPEALED"), "decidedBy", equalTo("approver"));
            decide(approver(), id, true).statusCode(409).body("code", equalTo("FINDING_NEEDS_TWO_PERSONS"));
            decide(approver(), id, false).statusCode(409).body("code", equalTo("FINDING_NEEDS_TWO_PERSONS"));
            decide(secondApprover(), id, true)
                    .statusCode(200)
                    .body("state", equalTo("FINAL"), "decidedBy", equalTo("approver2"));
        });
    }

    private static void inTheDaysOf(LocalDate day, Runnable work) {
        String now = admin().get(BASE + "clock").then().extract().path("now");
        itIs(day);
        try {
            work.run();
        } finally {
            itIs(LocalDate.parse(now.substring(0, 10)));
        }
    }

    private static void itIs(LocalDate day) {
        admin().body("{\"now\": \"" + day + "T10:00:00\"}")
                .put(BASE + "clock")
                .then()
                .statusCode(anyOf(is(200), is(204)));
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

    /** A manual claim of 5,640.00, decided. */
    static String reimbursed(UUID person) {
        return reimbursed(person, TOWNSHIP);
    }

    static String reimbursed(UUID person, String division) {
        var id = ManualClaimTest.taken(clerk(division), person, ManualClaimTest.ALL);
        ManualClaimTest.step(reviewer(), id, "first-review").statusCode(200);
        return ManualClaimTest.step(approver(), id, "second-review")
                .statusCode(200)
                .extract()
                .path("settlementId");
    }

    static String raised(String settlement, String amount) {
        return post(reviewer(), "findings", key(), """
                        {"settlementId": "%s", "rule": "UNREASONABLE_CARE", "detail": "票据重复", "amount": "%s"}
                        """.formatted(settlement, amount))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse say(String id) {
        return clerk(TOWNSHIP)
                .body("{\"text\": \"本人说明\"}")
                .post(BASE + "findings/" + id + "/answer")
                .then();
    }

    static void makeFinal(String id) {
        appealed(id);
        decide(secondApprover(), id, true).statusCode(200).body("state", equalTo("FINAL"));
    }

    /** Upheld and appealed against, for the person. */
    static void appealed(String id) {
        say(id).statusCode(200).body("state", equalTo("ANSWERED"));
        decide(approver(), id, true).body("state", equalTo("UPHELD"));
        say(id).statusCode(200).body("state", equalTo("APPEALED"));
    }

    @Test
    @DisplayName("零星报销的疑点：经办代参保人申辩、申诉；终结的先抵尚未付出的，合计不超过基金支付")
    void aFindingAboutAManualClaimIsRecoveredFromThePerson() {
        var settlement = reimbursed(covered("金某"));
        var first = raised(settlement, "140.00");
        var second = raised(settlement, "5640.00");
        clerk(TOWNSHIP).get(BASE + "findings?limit=1000").then().body("id", hasItems(first, second));

        makeFinal(first);
        makeFinal(second);

        assertThat(amounts(settlement, "SET_OFF"), contains("5640.00", "5500.00"));
        assertThat(amounts(settlement, "RECOVERED"), contains("140.00", "5500.00"));
        assertThat(amounts(settlement, "READY"), empty());
        assertThat(amounts(settlement, "TO_RECOVER"), empty());
        say(finding()).statusCode(403).body("code", equalTo("OUTSIDE_SCOPE"));
    }

    private static List<String> amounts(String settlement, String state) {
        return approver()
                .get(BASE + "payouts?limit=1000&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.settlementId == '" + settlement + "' }.amount");
    }

    @Test
    @DisplayName("零星报销决定时也看疑点（条例第十五条）：出院次日同病种再入院")
    void aManualClaimIsLookedAtLikeAnyBill() {
        var person = covered("金某");
        settle(Bills.ofPerson(person)
                        .from("2024-02-10", "2024-03-01")
                        .item("A-SERVICE", "10", "100", "1000.00")
                        .json())
                .statusCode(201);

        var settlement = reimbursed(person);

        reviewer()
                .get(BASE + "findings?limit=1000&person=" + person)
                .then()
                .body("settlementId", hasItem(settlement), "rule.code", hasItem("SPLIT_STAY"));
    }
}
