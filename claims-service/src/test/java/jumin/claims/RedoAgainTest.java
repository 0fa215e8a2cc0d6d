package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What of the list of redos is left alone, comes back, cannot be done, or is noticed late. */
@ClaimsTest
class RedoAgainTest extends Care {

    private static final String CLINIC = "H36090200078";
    private static final String OTHER_COUNTY = "360900/360903/360903101/360903101201/";

    private static List<Map<String, Object>> items(UUID person, String state) {
        return approver()
                .get(BASE + "redo-items?benefitYear=2024&limit=1000&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.personId == '" + person + "' }");
    }

    private static List<Map<String, Object>> open(UUID person, int count) {
        return Until.holds(() -> items(person, "OPEN"), found -> found.size() == count);
    }

    private static String worked(UUID person, int week) {
        return settle(Bills.ofPerson(person).week(week).worked().json())
                .statusCode(201)
                .extract()
                .path("settlementId");
    }

    private static void dismiss(String settlement) {
        approver()
                .body("{\"reason\": \"金额过小\"}")
                .post(BASE + "redo-items/" + settlement + "/dismissal")
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse trial(String settlement) {
        return approver()
                .post(BASE + "redo-items/" + settlement + "/trial")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse read(String settlement) {
        return hospital().get(BASE + "settlements/" + settlement).then().statusCode(200);
    }

    /** @return the ended job */
    private static ValidatableResponse order(String... settlements) {
        var ids = String.join("\", \"", settlements);
        String job = post(
                        approver(),
                        "redo-items/orders",
                        key(),
                        "{\"settlementIds\": [\"" + ids + "\"], \"reason\": \"事实后到\"}")
                .statusCode(202)
                .extract()
                .path("id");
        Until.holds(
                () -> approver().get(BASE + "jobs/" + job).then().extract().<String>path("state"),
                state -> !List.of("QUEUED", "RUNNING").contains(state));
        return approver().get(BASE + "jobs/" + job).then();
    }

    @Test
    @DisplayName("不予重算的不再试算、也不随同年度其他决定重算；后来的事实使差额不同，重新列入")
    void whatWasDismissedStaysUntilTheFactsDiffer() {
        var person = covered("葛某");
        var first = worked(person, 1);
        var second = worked(person, 2);
        feeds.category(person, "minimum_living", "2024-01-01");
        open(person, 2);
        dismiss(first);

        trial(first).body("settlementId", is(List.of(second)));
        order(second).body("state", equalTo("SUCCEEDED"));

        read(second).body("replacedBy", notNullValue());
        read(first).body("replacedBy", nullValue(), "reversedBy", nullValue());
        assertThat(items(person, "DISMISSED"), hasSize(1));
        assertThat(tables.sums(person), is(tables.fold(person)));

        feeds.coverage(person, 2024, "[]", "null");
        var again = Until.holds(
                () -> items(person, "OPEN"),
                found -> found.stream().anyMatch(one -> one.get("settlementId").equals(first)));
        assertThat(again.toString(), containsString("cover"));
        assertThat(items(person, "DISMISSED"), empty());
    }

    @Test
    @DisplayName("同一天在同一诊所的两次就诊是两笔：待遇期后到时都列入；其中一笔已支付的，另一笔也列入")
    void twoVisitsOfOneDayAreTwoCares() {
        clinic();
        var person = feeds.person(Ids.next(), "奚某", VILLAGE);
        feeds.coverage(person, 2024, "[]", "null");
        visit(person, "1").statusCode(200).body("outcome", equalTo("REFUSED"));
        visit(person, "2").statusCode(200).body("outcome", equalTo("REFUSED"));
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        open(person, 2);

        var other = covered("范某");
        visit(other, "3").statusCode(201);
        feeds.coverage(other, 2024, "[]", "null");
        visit(other, "4").statusCode(200);
        open(other, 1);
        feeds.covered(other, 2024, "2024-01-01", "2024-12-31");
        var late = Until.holds(
                () -> items(other, "OPEN"),
                found -> found.size() == 1 && found.getFirst().get("outcome").equals("REFUSED"));
        assertThat(late.getFirst().get("newOutcome"), is("PAID"));
    }

    @Test
    @DisplayName("同一次门诊拒付后不带单据号重发，又拒付：待遇期后到时只列一次，列后来的那一笔")
    void aRefusedVisitSentAgainWithoutItsNumberIsListedOnce() {
        clinic();
        var person = feeds.person(Ids.next(), "诸某", VILLAGE);
        feeds.coverage(person, 2024, "[]", "null");
        visit(person, "1").statusCode(200);
        String again = post(
                        hospital(CLINIC), "settlements", key(), visitOf(person).json())
                .statusCode(200)
                .extract()
                .path("settlementId");
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");

        open(person, 1);
        assertThat(items(person, "OPEN").getFirst().get("settlementId"), is(again));
    }

    private static Bills visitOf(UUID person) {
        return Bills.ofPerson(person)
                .careType("11")
                .from("2024-03-10", "2024-03-10")
                .item("A-DRUG", "10", "10", "100.00");
    }

    private static ValidatableResponse visit(UUID person, String number) {
        return post(
                hospital(CLINIC),
                "settlements",
                key(),
                visitOf(person).number("MZ" + number).json());
    }

    private static void clinic() {
        post(admin(), "providers", key(), """
                {"code": "%s", "name": "柳溪村卫生室", "divisionPath": "%s", "level": "village", "kind": "village",
                 "traditional": false, "agreements": [{"qualification": "OUTPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(CLINIC, VILLAGE)).statusCode(201);
    }

    @Test
    @DisplayName("成批重算：迁往别县的人照样重算；登记已撤销的人写明原因、仍在清单，不挡住后面的人")
    void onePersonWhoCannotBeRedoneStopsNobody() {
        var number = Ids.next();
        var moved = feeds.person(number, "彭某", VILLAGE);
        var goneNumber = Ids.next();
        var gone = feeds.person(goneNumber, "鲁某", VILLAGE);
        var stays = covered("韦某");
        List.of(moved, gone).forEach(one -> feeds.covered(one, 2024, "2024-01-01", "2024-12-31"));
        var settlements =
                List.of(moved, gone, stays).stream().map(one -> worked(one, 1)).toArray(String[]::new);
        List.of(moved, gone, stays).forEach(one -> {
            feeds.category(one, "minimum_living", "2024-01-01");
            open(one, 1);
        });
        feeds.person(moved, number, "彭某", OTHER_COUNTY);
        feeds.withdrawn(gone, goneNumber, "鲁某", VILLAGE);

        order(settlements)
                .body("state", equalTo("PARTIAL"))
                .body("counts.ok", equalTo(2), "counts.error", equalTo(1), "done", equalTo(3));

        read(settlements[0]).body("replacedBy", notNullValue());
        read(settlements[2]).body("replacedBy", notNullValue());
        assertThat(items(gone, "OPEN").getFirst().get("failure").toString(), containsString("参保人已撤销"));
    }

    @Test
    @DisplayName("核对多次不成的人仍会再核对，不会悄悄丢下")
    void whoCouldNotBeCheckedOftenIsLookedAtAgain() {
        var person = covered("昌某");
        worked(person, 1);
        tables.suspectTriedOften(person, 9, """
                [{"category": "minimum_living", "from": "2024-01-01", "to": null, "organ": "MZ360902",
                  "recordedAt": "2024-01-01T00:00:00Z"}]
                """);

        open(person, 1);
    }

    @Test
    @DisplayName("冲正后，待重算清单中该结算的一行不再待办")
    void aReversalTakesItsItemOffTheList() {
        var person = covered("马某");
        var settlement = worked(person, 1);
        feeds.category(person, "minimum_living", "2024-01-01");
        open(person, 1);

        reverse(settlement, key()).statusCode(201);

        Until.holds(() -> items(person, "OPEN"), List::isEmpty);
    }
}
