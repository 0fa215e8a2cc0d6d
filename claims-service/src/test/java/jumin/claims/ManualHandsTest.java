package jumin.claims;

import static jumin.claims.Api.*;
import static jumin.claims.ManualClaimTest.ALL;
import static jumin.claims.ManualClaimTest.step;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a manual claim may become on its way, and through whose hands. */
@ClaimsTest
class ManualHandsTest extends Care {

    private static final String OTHER = "H36090200072";
    private static final String CLINIC = "H36090200073";

    private static String claim(String provider, String relation, String bill) {
        return """
                {"provider": "%s", "documents": [%s], "relation": "%s",
                 "payee": {"name": "卜某", "bank": "示范银行", "account": "6222020200011112222"}, "bill": %s}
                """.formatted(provider, ALL, relation, bill);
    }

    private static String stay(UUID person) {
        return Bills.ofPerson(person)
                .item("A-SERVICE", "100", "100", "10000.00")
                .json();
    }

    private static Bills visit(UUID person) {
        return Bills.ofPerson(person).careType("11").from("2024-03-11", "2024-03-11");
    }

    private static ValidatableResponse take(RequestSpecification by, String claim) {
        return post(by, "manual-claims", key(), claim);
    }

    private static String taken(String claim) {
        return take(clerk(TOWNSHIP), claim).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse again(RequestSpecification by, String id, String claim) {
        return post(by, "manual-claims/" + id + "/resubmission", key(), claim);
    }

    @Test
    @DisplayName("应付清单上的户名遮盖，打开一笔才看到")
    void namesAreMaskedInLists() {
        var settlement = FindingTest.reimbursed(covered("金某"));
        String payout = approver()
                .get(BASE + "payouts?limit=1000")
                .then()
                .extract()
                .path("find { it.settlementId == '" + settlement + "' }.id");
        approver()
                .get(BASE + "payouts?limit=1000")
                .then()
                .body("find { it.id == '" + payout + "' }.payeeName", equalTo("金*"));
        approver().get(BASE + "payouts/" + payout).then().body("payeeName", equalTo("金某"));
    }

    @Test
    @DisplayName("退回后更正就医机构：按更正后的机构决定（起付标准），原机构当日的费用不再占用；也可撤回")
    void theCorrectedHospitalCounts() {
        provider(OTHER, "二级医院", "secondary");
        var person = covered("卜某");
        var id = taken(claim(HOSPITAL, "SELF", stay(person)));
        step(reviewer(), id, "return").statusCode(200);
        again(clerk(TOWNSHIP), id, claim(OTHER, "SELF", stay(person)))
                .statusCode(200)
                .body("provider", equalTo(OTHER));
        step(reviewer(), id, "first-review").body("result.amounts.deductible", equalTo("400.00"));
        step(approver(), id, "second-review").body("result.amounts.deductible", equalTo("400.00"));

        var wrong = covered("卜某");
        var first = taken(claim(OTHER, "SELF", stay(wrong)));
        take(clerk(TOWNSHIP), claim(OTHER, "SELF", stay(wrong))).statusCode(409);
        step(clerk(TOWNSHIP), first, "withdrawal").statusCode(200).body("state", equalTo("WITHDRAWN"));
        step(reviewer(), first, "first-review").statusCode(409).body("detail", containsString("已撤回"));
        take(clerk(TOWNSHIP), claim(OTHER, "SELF", stay(wrong))).statusCode(201);
    }

    @Test
    @DisplayName("补正的人也经过手：不能再初审或复审")
    void whoCorrectsDoesNotReview() {
        var person = covered("卜某");
        var id = taken(claim(HOSPITAL, "SELF", stay(person)));
        step(reviewer(), id, "return").statusCode(200);
        again(reviewer(), id, claim(HOSPITAL, "SELF", stay(person))).statusCode(200);

        step(reviewer(), id, "first-review").statusCode(409).body("code", equalTo("MANUAL_NEEDS_OTHER_PERSON"));
        var another = as(Tokens.staff("county_reviewer", "reviewer2", COUNTY));
        step(another, id, "first-review").statusCode(200);
        step(as(Tokens.staff("county_approver", "reviewer", COUNTY)), id, "second-review")
                .statusCode(409)
                .body("code", equalTo("MANUAL_NEEDS_OTHER_PERSON"));
        step(approver(), id, "second-review").statusCode(200);
    }

    @Test
    @DisplayName("同日第二次门诊：可以受理，初审前须确认不是同一次；受理后医院已结算的，复审时同样要确认")
    void aSecondVisitOfTheDayIsConfirmed() {
        post(admin(), "providers", key(), """
                {"code": "%s", "name": "石桥村卫生室", "divisionPath": "%s", "level": "village", "kind": "village",
                 "traditional": false, "agreements": [{"qualification": "OUTPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(CLINIC, VILLAGE)).statusCode(201);
        var person = covered("卜某");
        var id = taken(claim(
                CLINIC,
                "SELF",
                visit(person).item("A-DRUG", "10", "10", "100.00").json()));
        post(
                        hospital(CLINIC),
                        "settlements",
                        key(),
                        visit(person).item("A-DRUG", "10", "11", "110.00").json())
                .statusCode(201);
        assertThat(tables.payments(person), is(1L));

        step(reviewer(), id, "first-review")
                .statusCode(409)
                .body("code", equalTo("CARE_ALREADY_CLAIMED"), "detail", containsString("另一次就诊"));
        reviewer().get(BASE + "manual-claims/" + id).then().body("notices", hasItem(containsString("另一次就诊")));
        step(reviewer(), id, "another-visit").statusCode(200).body("notices", empty());
        step(as(Tokens.staff("county_reviewer", "reviewer2", COUNTY)), id, "first-review")
                .statusCode(200);
        step(approver(), id, "second-review").statusCode(200).body("state", equalTo("DECIDED"));
        assertThat(tables.payments(person), is(2L));

        var alone = covered("卜某");
        var one = taken(claim(
                CLINIC,
                "SELF",
                visit(alone).item("A-DRUG", "10", "10", "100.00").json()));
        step(reviewer(), one, "another-visit").statusCode(409);
    }

    @Test
    @DisplayName("当日入出院：受理后医院已结算的，复审时发现，不重复支付")
    void aDayCaseThatTheHospitalHasBilledIsNotPaidAgain() {
        var person = covered("卜某");
        var day = Bills.ofPerson(person).from("2024-03-11", "2024-03-11");
        var id = taken(claim(
                HOSPITAL,
                "SELF",
                day.item("A-SERVICE", "100", "100", "10000.00").json()));
        step(reviewer(), id, "first-review").statusCode(200);
        settle(Bills.ofPerson(person)
                        .from("2024-03-11", "2024-03-11")
                        .item("A-DRUG", "100", "101", "10100.00")
                        .json())
                .statusCode(201);

        step(approver(), id, "second-review")
                .statusCode(409)
                .body("code", equalTo("CARE_ALREADY_CLAIMED"), "detail", containsString("不能重复报销"));
        assertThat(tables.payments(person), is(1L));
        step(approver(), id, "return").statusCode(200);
    }

    @Test
    @DisplayName("收款人以登记为准：在世的没有继承人收款；廊坊第三十五条，成年人的“监护人”不能代收")
    void whoReceivesIsJudgedByTheRegister() {
        var person = covered("卜某");
        take(clerk(TOWNSHIP), claim(HOSPITAL, "HEIR", stay(person)))
                .statusCode(422)
                .body("code", equalTo("PAYEE_NOT_ALLOWED"), "detail", containsString("在世"));

        var elsewhere = new OtherCity(feeds);
        var adult = elsewhere.covered("卜某");
        take(
                        OtherCity.reviewer(),
                        claim(OtherCity.HOSPITAL, "GUARDIAN", stay(adult)).replace(ALL, ""))
                .statusCode(422)
                .body("code", equalTo("PAYEE_NOT_ALLOWED"), "citations[0].article", equalTo("第三十五条"));
    }

    private static ValidatableResponse opened(String id) {
        return reviewer().get(BASE + "manual-claims/" + id).then().statusCode(200);
    }

    @Test
    @DisplayName("打开一件申请：看得到所提交的明细、材料和今天的试算，不能试算的写明原因；清单上户名遮盖，没有明细")
    void whoReviewsSeesWhatWasSubmitted() {
        var person = covered("卜某");
        var id = taken(claim(HOSPITAL, "SELF", stay(person)));
        opened(id)
                .body("submitted.bill.items[0].code", equalTo("A-SERVICE"))
                .body("submitted.documents", hasItem("fee_list"), "submitted.payeeBank", equalTo("示范银行"))
                .body("result.amounts.poolPay", equalTo("5640.00"), "notices", empty());
        reviewer()
                .get(BASE + "manual-claims?limit=1000")
                .then()
                .body("find { it.id == '" + id + "' }.payeeName", equalTo("卜*"))
                .body("find { it.id == '" + id + "' }.submitted", nullValue());
        step(reviewer(), id, "first-review").statusCode(200);
        opened(id).body("state", equalTo("FIRST_REVIEWED"), "result.amounts.poolPay", equalTo("5640.00"));

        settle(stay(person)).statusCode(201);
        opened(id).body("result", nullValue(), "notices", hasItem(startsWith("暂不能试算")));
    }

    @Test
    @DisplayName("审计记录：每一步的理由各自留下，后一步的意见不盖掉前一步的")
    void theTrailKeepsTheReasonOfEachStep() {
        var id = taken(claim(HOSPITAL, "SELF", stay(covered("卜某"))));
        step(reviewer(), id, "return").statusCode(200);
        step(clerk(TOWNSHIP), id, "withdrawal").statusCode(200);
        as(Tokens.staff("auditor", "auditor", CITY))
                .get(BASE + "audit-events?limit=1000&subject=" + id)
                .then()
                .body("items.find { it.what == 'manual-claim-return' }.detail", equalTo("已退回：核对无误"))
                .body("items.find { it.what == 'manual-claim-withdrawal' }.detail", equalTo("已撤回：核对无误"));
    }
}
