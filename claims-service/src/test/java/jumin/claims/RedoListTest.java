package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class RedoListTest extends Care {

    private static final String OTHER_TOWNSHIP = "360900/360902/360902197/";

    private static RequestSpecification approver(String division) {
        return as(Tokens.staff("county_approver", "approver", division));
    }

    /** The item of a person, once it is there. */
    static Map<String, Object> item(UUID person) {
        return Until.holds(
                () -> approver(COUNTY)
                        .get(BASE + "redo-items?benefitYear=2024&limit=1000")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items.find { it.personId == '" + person + "' }"),
                found -> found != null);
    }

    static String order(RequestSpecification by, String body) {
        String job = post(by, "redo-items/orders", key(), body)
                .statusCode(202)
                .extract()
                .path("id");
        Until.holds(
                () -> approver(COUNTY)
                        .get(BASE + "jobs/" + job)
                        .then()
                        .extract()
                        .<String>path("state"),
                state -> state.equals("SUCCEEDED"));
        return job;
    }

    /** All that is listed of a person, once it is there. */
    static void redoOnce(UUID person) {
        order(
                approver(COUNTY),
                "{\"settlementIds\": [\"" + item(person).get("settlementId") + "\"], \"reason\": \"事实后到\"}");
    }

    private static JsonPath redoOf(String settlement) {
        var redone = hospital().get(BASE + "settlements/" + settlement).then().extract();
        var replacement = hospital()
                .get(BASE + "settlements/" + redone.path("replacedBy"))
                .then()
                .extract();
        return approver(COUNTY)
                .get(BASE + "redos/" + replacement.path("redo"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    @DisplayName("事实到达时结算还在途中：当时没有可列的，过后再看一次，列入待重算")
    void aSettlementOnItsWayDoesNotMissTheFact() {
        var person = covered("途某");
        feeds.category(person, "minimum_living", "2025-06-01");
        String id = settle(Bills.ofPerson(person).worked().json()).extract().path("settlementId");
        tables.recognitionsOf(person, """
                [{"category": "minimum_living", "from": "2024-01-01", "to": null, "organ": "MZ360902"}]
                """);

        assertThat(item(person), hasEntry("settlementId", id));
    }

    @Test
    @DisplayName("整个统筹区的事实（标准）到达时在途的结算，过后也再看一次")
    void aSettlementOnItsWayDoesNotMissAStandard() {
        var person = covered("途某");
        Until.holds(() -> tables.secondLooks(), waiting -> waiting == 0);
        feeds.standard(2024, "380.00", "\"35000.00\"");
        String id = settle(Bills.ofPerson(person).worked().json()).extract().path("settlementId");
        Until.holds(() -> tables.suspects(), waiting -> waiting == 0);
        tables.recognitionsOf(person, """
                [{"category": "minimum_living", "from": "2024-01-01", "to": null, "organ": "MZ360902"}]
                """);

        assertThat(item(person), hasEntry("settlementId", id));
    }

    @Test
    @DisplayName("低保认定后到（第三十三条）：列入待重算，差额 7,310.27；试算与重算相同；补付本人，医院应收不变")
    void aLateRecognitionIsListedTriedAndRedone() {
        var person = covered("何某");
        String id = settle(Bills.ofPerson(person).worked().json())
                .body("amounts.criticalIllnessPay", equalTo("19473.24"))
                .extract()
                .path("settlementId");
        feeds.category(person, "minimum_living", "2024-01-01");

        var item = item(person);
        assertThat(item, hasEntry("settlementId", id));
        assertThat(item.get("changed").toString(), is("[categories]"));
        assertThat(((Map<?, ?>) item.get("difference")).get("toPay"), is("7310.27"));
        approver(COUNTY)
                .post(BASE + "redo-items/" + id + "/trial")
                .then()
                .statusCode(200)
                .body("[0].difference.criticalIllnessPay", equalTo("7310.27"));
        assertThat(tables.count("settlement", person), is(1L));
        order(approver(COUNTY), "{\"settlementIds\": [\"" + id + "\"], \"reason\": \"身份认定后到\"}");

        var redo = redoOf(id);
        assertThat(redo.getString("cause"), is("LATE_FACTS"));
        assertThat(redo.getString("toPay"), is("7310.27"));
        assertThat(redo.getString("orderedBy"), is("approver"));
        assertThat(tables.balances(person), hasEntry("due:" + person, 7310_27L));
        assertThat(tables.balances(person), hasEntry("payable:" + HOSPITAL, 75177_84L));
        assertThat(tables.sums(person), is(tables.fold(person)));
        assertThat(tables.sums(person), hasEntry("cii_paid_ytd", 26783_51L));
    }

    @Test
    @DisplayName("待遇期后到：原不予支付的列入待重算，重算后补付本人；待遇期取消：应追回")
    void lateCoverPaysAndLostCoverRecovers() {
        var person = feeds.person(Ids.next(), "吕某", VILLAGE);
        feeds.coverage(person, 2024, "[]", "{\"code\": \"NOT_PAID\", \"text\": \"未缴费\", \"article\": \"第四条\"}");
        var bill = Bills.ofPerson(person).item("A-DRUG", "10", "100", "1000.00").json();
        String refused = settle(bill).statusCode(200).extract().path("settlementId");
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        assertThat(item(person), allOf(hasEntry("outcome", "REFUSED"), hasEntry("newOutcome", "PAID")));
        order(approver(COUNTY), "{\"settlementIds\": [\"" + refused + "\"], \"reason\": \"缴费入库\"}");
        assertThat(redoOf(refused).getString("toPay"), is("240.00"));
        assertThat(tables.balances(person), hasEntry("due:" + person, 240_00L));

        feeds.coverage(person, 2024, "[]", "null");
        assertThat(item(person), allOf(hasEntry("outcome", "PAID"), hasEntry("newOutcome", "REFUSED")));
        order(
                approver(COUNTY),
                "{\"settlementIds\": [\"" + item(person).get("settlementId") + "\"], \"reason\": \"撤销缴费\"}");
        assertThat(tables.sums(person), is(Map.of()));
        assertThat(tables.balances(person).getOrDefault("due:" + person, 0L), is(0L));
        assertThat(tables.balances(person).getOrDefault("payable:" + HOSPITAL, 0L), is(0L));
    }

    @Test
    @DisplayName("成批重算只及本辖区；乡镇看得到、无权重算；别的乡镇看不到；不予重算写明理由")
    void onlyWhoHasTheRightRedoesAndOnlyWithinTheDivision() {
        var near = covered("施某");
        settle(Bills.ofPerson(near).worked().json()).statusCode(201);
        var far = feeds.person(Ids.next(), "张某", OTHER_TOWNSHIP + "360902197201/");
        feeds.covered(far, 2024, "2024-01-01", "2024-12-31");
        String id = settle(Bills.ofPerson(far).worked().json()).extract().path("settlementId");
        feeds.category(near, "minimum_living", "2024-01-01");
        feeds.category(far, "minimum_living", "2024-01-01");
        item(near);
        item(far);

        clerk(TOWNSHIP)
                .get(BASE + "redo-items?benefitYear=2024&limit=1000")
                .then()
                .body("items.personId", allOf(hasItem(near.toString()), not(hasItem(far.toString()))));
        post(clerk(TOWNSHIP), "redo-items/orders", key(), "{\"benefitYear\": 2024, \"reason\": \"成批\"}")
                .statusCode(403);
        order(approver(OTHER_TOWNSHIP), "{\"benefitYear\": 2024, \"reason\": \"成批\"}");
        assertThat(redoOf(id).getString("toPay"), is("7310.27"));
        assertThat(tables.count("redo", near), is(0L));
        approver(COUNTY)
                .body("{\"reason\": \"金额过小\"}")
                .post(BASE + "redo-items/" + item(near).get("settlementId") + "/dismissal")
                .then()
                .statusCode(204);
        approver(COUNTY)
                .get(BASE + "redo-items?benefitYear=2024&state=DISMISSED&limit=1000")
                .then()
                .body("items.personId", hasItem(near.toString()));
    }
}
