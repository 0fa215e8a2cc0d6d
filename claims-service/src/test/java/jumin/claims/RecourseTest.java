package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class RecourseTest extends Care {

    private static RequestSpecification finance() {
        return as(Tokens.staff("finance", "finance", COUNTY));
    }

    /** 七成由第三人负担而不支付: the fund pays first. */
    private static void advance(UUID person, String share) {
        String filing = post(reviewer(), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "2024-03-01",
                         "details": {"trauma": {"course": "骑车被撞，对方拒付", "fundAdvance": true}}}
                        """.formatted(person))
                .statusCode(201)
                .extract()
                .path("id");
        approver()
                .body("{\"opinion\": \"属实\", \"thirdPartyShare\": \"" + share + "\"}")
                .post(BASE + "filings/" + filing + "/approval")
                .then()
                .statusCode(200);
    }

    private static String injury(UUID person) {
        return settle(Bills.ofPerson(person)
                        .careType("22")
                        .item("A-SERVICE", "100", "100", "10000.00")
                        .json())
                .statusCode(201)
                .body("amounts.poolPay", equalTo("5640.00"), "amounts.thirdPartyAmount", equalTo("0.00"))
                .extract()
                .path("settlementId");
    }

    private static Map<String, Object> of(String settlement, String state) {
        return approver()
                .get(BASE + "recourses?limit=1000&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.settlementId == '" + settlement + "' }");
    }

    private static ValidatableResponse demand(Object id) {
        return reviewer()
                .body("{\"debtor\": \"肇事方某\"}")
                .post(BASE + "recourses/" + id + "/demand")
                .then();
    }

    private static ValidatableResponse receive(Object id, String amount, String voucher) {
        return post(
                finance(),
                "recourses/" + id + "/receipts",
                key(),
                "{\"amount\": \"" + amount + "\", \"voucher\": \"" + voucher + "\"}");
    }

    @Test
    @DisplayName("社会保险法第三十条第二款：先行支付 5,640.00，第三人照付时基金只付 1,440.00，追偿 4,200.00：通知、分次到账、追清")
    void whatTheFundAdvancedIsRecoveredInParts() {
        var person = covered("游某");
        advance(person, "0.7");
        var id = of(injury(person), "OPEN").get("id");

        receive(id, "100.00", "V0").statusCode(409).body("code", equalTo("RECOURSE_STATE_DIFFERS"));
        demand(id).statusCode(200).body("state", equalTo("DEMANDED"), "amount", equalTo("4200.00"));
        receive(id, "4200.01", "V1").statusCode(400).body("code", equalTo("AMOUNT_OUT_OF_RANGE"));
        receive(id, "1200.00", "V1").statusCode(201).body("outstanding", equalTo("3000.00"));
        receive(id, "1200.00", "V1").statusCode(409).body("code", equalTo("RECEIPT_EXISTS"));
        receive(id, "3000.00", "V2")
                .statusCode(201)
                .body("state", equalTo("RECOVERED"), "outstanding", equalTo("0.00"), "receipts", hasSize(2));
        receive(id, "1.00", "V3").statusCode(409);
        hospital().get(BASE + "recourses/" + id).then().statusCode(403);
        as(Tokens.staff("finance", "f2", "360900/360998/"))
                .get(BASE + "recourses/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("两笔到账并发：不会多收；不再追偿须由另一人批准；原决定冲正的追偿随之撤销")
    void receiptsAtOnceWaiversAndReversals() throws Exception {
        var person = covered("祝某");
        advance(person, "0.7");
        var settlement = injury(person);
        var id = of(settlement, "OPEN").get("id");
        demand(id).statusCode(200);

        List<Integer> statuses =
                Parallel.run(4, i -> receive(id, "3000.00", "P" + i).extract().statusCode());
        assertThat(statuses.stream().filter(status -> status == 201).count(), is(1L));
        as(Tokens.staff("county_approver", "reviewer", COUNTY))
                .body("{\"reason\": \"下落不明\"}")
                .post(BASE + "recourses/" + id + "/waiver")
                .then()
                .statusCode(409)
                .body("code", equalTo("RECOURSE_NEEDS_TWO_PERSONS"));
        reverse(settlement, key()).statusCode(201);
        assertThat(of(settlement, "CANCELLED"), hasEntry("received", "3000.00"));

        var other = covered("董某");
        advance(other, "0.5");
        var given = injury(other);
        var waived = of(given, "OPEN").get("id");
        demand(waived).statusCode(200);
        approver()
                .body("{\"reason\": \"对方身故，无遗产\"}")
                .post(BASE + "recourses/" + waived + "/waiver")
                .then()
                .statusCode(200)
                .body("state", equalTo("WAIVED"), "closedBy", equalTo("approver"));
        reverse(given, key()).statusCode(201);
        assertThat(
                of(given, "CANCELLED").get("reason").toString(), allOf(startsWith("对方身故，无遗产"), containsString("冲正")));
    }

    @Test
    @DisplayName("没有先行支付的没有追偿；决定重算后追偿随之改，已到账的仍计在内")
    void aDecisionMadeAgainTakesItsRecourseAlong() {
        var plain = covered("粟某");
        var untouched = settle(Bills.ofPerson(plain)
                        .item("A-SERVICE", "100", "100", "10000.00")
                        .json())
                .extract()
                .<String>path("settlementId");
        assertThat(of(untouched, "OPEN"), nullValue());

        var person = covered("蒲某");
        advance(person, "0.7");
        String settlement = settle(
                        Bills.ofPerson(person).careType("22").worked().json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        var first = of(settlement, "OPEN");
        demand(first.get("id")).statusCode(200);
        receive(first.get("id"), "1000.00", "V9").statusCode(201);
        feeds.category(person, "minimum_living", "2024-01-01");
        var replacement = redone(settlement);

        assertThat(of(settlement, "CANCELLED"), hasEntry("id", first.get("id")));
        var next = of(replacement, "DEMANDED");
        assertThat(next, allOf(hasEntry("replaces", first.get("id")), hasEntry("received", "1000.00")));
        assertThat(next, allOf(hasEntry("debtor", "肇事方某"), hasEntry("demandedBy", "reviewer")));
        receive(next.get("id"), next.get("outstanding").toString(), "V10")
                .statusCode(201)
                .body("state", equalTo("RECOVERED"));

        feeds.category(person, "student", "2024-01-01");
        assertThat(of(redone(replacement), "RECOVERED"), hasEntry("replaces", next.get("id")));
    }

    @Test
    @DisplayName("机构冲正后重新结算的是同一就诊：不重新追偿，第三人、通知、已到账的都带到新的决定；冲正两次也一样，只计一次")
    void careThatIsSettledAgainIsAskedForOnce() {
        var person = covered("耿某");
        advance(person, "0.7");
        var bill = Bills.ofPerson(person)
                .careType("22")
                .item("A-SERVICE", "100", "100", "10000.00")
                .json();
        String first = settle(bill).statusCode(201).extract().path("settlementId");
        var recourse = of(first, "OPEN");
        demand(recourse.get("id")).statusCode(200);
        receive(recourse.get("id"), "1200.00", "V1").statusCode(201);
        reverse(first, key()).statusCode(201);

        String second = settle(bill).statusCode(201).extract().path("settlementId");
        var next = of(second, "DEMANDED");
        assertThat(
                next,
                allOf(
                        hasEntry("replaces", recourse.get("id")),
                        hasEntry("debtor", "肇事方某"),
                        hasEntry("received", "1200.00"),
                        hasEntry("outstanding", "3000.00")));
        assertThat(of(second, "OPEN"), nullValue());
        receive(next.get("id"), "3000.00", "V2").statusCode(201).body("state", equalTo("RECOVERED"));
        reverse(second, key()).statusCode(201);

        String third = settle(bill).statusCode(201).extract().path("settlementId");
        assertThat(
                of(third, "RECOVERED"),
                allOf(
                        hasEntry("replaces", next.get("id")),
                        hasEntry("received", "4200.00"),
                        hasEntry("outstanding", "0.00")));
    }

    @Test
    @DisplayName("到账日期不在今天之后、不早于决定；登记有误的由另一人冲销，写明理由，同一凭证可以重新登记；带到新决定的也重新追偿")
    void receiptsHaveADayAndAreReversedByAnother() {
        var person = covered("简某");
        advance(person, "0.7");
        var settlement = injury(person);
        var id = of(settlement, "OPEN").get("id");
        demand(id).statusCode(200);
        for (var day : List.of("2999-01-01", "2024-01-01")) {
            post(
                            finance(),
                            "recourses/" + id + "/receipts",
                            key(),
                            "{\"amount\": \"1.00\", \"voucher\": \"V\", \"receivedOn\": \"" + day + "\"}")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/receivedOn"));
        }
        String receipt = receive(id, "4200.00", "V1")
                .statusCode(201)
                .body("state", equalTo("RECOVERED"))
                .extract()
                .path("receipts[0].id");
        taken("finance", id, receipt, "金额有误").statusCode(409).body("code", equalTo("RECEIPT_NEEDS_OTHER_PERSON"));
        taken("finance2", id, receipt, "").statusCode(400);
        taken("finance2", id, receipt, "金额有误")
                .statusCode(201)
                .body("state", equalTo("DEMANDED"), "outstanding", equalTo("4200.00"))
                .body("receipts[0].reversalReason", equalTo("金额有误"));
        taken("finance2", id, receipt, "金额有误").statusCode(409).body("code", equalTo("RECEIPT_NOT_REVERSIBLE"));
        receive(id, "420.00", "V1").statusCode(201).body("received", equalTo("420.00"), "receipts", hasSize(2));
        receive(id, "420.00", "V1").statusCode(409).body("code", equalTo("RECEIPT_EXISTS"));
        String last = receive(id, "3780.00", "V2").statusCode(201).extract().path("receipts[2].id");

        reverse(settlement, key()).statusCode(201);
        var next = of(injury(person), "RECOVERED");
        taken("finance2", id, last, "付款人不符").statusCode(201).body("state", equalTo("CANCELLED"));
        approver()
                .get(BASE + "recourses/" + next.get("id"))
                .then()
                .body("received", equalTo("420.00"), "state", equalTo("DEMANDED"));
    }

    private static ValidatableResponse taken(String login, Object id, String receipt, String reason) {
        return post(
                as(Tokens.staff("finance", login, COUNTY)),
                "recourses/" + id + "/receipts/" + receipt + "/reversal",
                key(),
                "{\"reason\": \"" + reason + "\"}");
    }

    /** What has come in its place, once it stood on the list of what is to be redone. */
    private static String redone(String settlement) {
        Until.holds(
                () -> approver()
                        .get(BASE + "redo-items?benefitYear=2024&limit=1000")
                        .then()
                        .extract()
                        .<Object>path("items.find { it.settlementId == '" + settlement + "' }"),
                found -> found != null);
        String job = post(
                        approver(),
                        "redo-items/orders",
                        key(),
                        "{\"settlementIds\": [\"" + settlement + "\"], \"reason\": \"认定后到\"}")
                .extract()
                .path("id");
        Until.holds(
                () -> approver().get(BASE + "jobs/" + job).then().extract().<String>path("state"),
                state -> state.equals("SUCCEEDED"));
        return hospital()
                .get(BASE + "settlements/" + settlement)
                .then()
                .extract()
                .path("replacedBy");
    }
}
