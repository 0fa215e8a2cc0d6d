package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was closed on the list of redos comes back when something new is learned, and keeps what was said before. */
@ClaimsTest
class RedoHistoryTest extends Care {

    private static String worked(UUID person) {
        return settle(Bills.ofPerson(person).worked().json())
                .statusCode(201)
                .extract()
                .path("settlementId");
    }

    private static ValidatableResponse item(String settlement) {
        return approver().get(BASE + "redo-items/" + settlement).then();
    }

    private static ValidatableResponse until(String settlement, String state, int steps) {
        Until.holds(
                () -> item(settlement).extract(),
                found -> found.statusCode() == 200
                        && found.path("item.state").equals(state)
                        && found.<List<?>>path("steps").size() >= steps);
        return item(settlement).body("steps", hasSize(steps));
    }

    private static ValidatableResponse dismiss(String settlement) {
        return approver()
                .body("{\"reason\": \"金额过小\"}")
                .post(BASE + "redo-items/" + settlement + "/dismissal")
                .then();
    }

    private static ValidatableResponse reopen(String settlement) {
        return secondApprover()
                .body("{\"reason\": \"本人申请重算\"}")
                .post(BASE + "redo-items/" + settlement + "/reopening")
                .then();
    }

    private static void order(String settlement) {
        String job = post(
                        approver(),
                        "redo-items/orders",
                        key(),
                        "{\"settlementIds\": [\"" + settlement + "\"], \"reason\": \"事实后到\"}")
                .statusCode(202)
                .extract()
                .path("id");
        Until.holds(
                () -> approver().get(BASE + "jobs/" + job).then().extract().<String>path("state"),
                state -> !List.of("QUEUED", "RUNNING").contains(state));
    }

    @Test
    @DisplayName("不予重算后没有新情况的不再列；后到的事实使差额不同的重新列入，前后差额、谁、理由都在经过中；撤销不予重算也可")
    void whatWasLeftComesBackWithItsHistory() {
        var person = covered("回某");
        var settlement = worked(person);
        item(settlement).statusCode(404);
        feeds.category(person, "minimum_living", "2024-01-01");
        until(settlement, "OPEN", 1)
                .body("steps[0].difference.toPay", equalTo("7310.27"), "steps[0].by", equalTo("系统"));
        dismiss(settlement).statusCode(204);
        dismiss(settlement)
                .statusCode(409)
                .body("code", equalTo("REDO_ITEM_STATE_DIFFERS"), "detail", containsString("金额过小"));

        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        var other = worked(covered("又某"));
        item(other).statusCode(404);
        until(settlement, "DISMISSED", 2);

        feeds.coverage(person, 2024, "[]", "null");
        until(settlement, "OPEN", 3)
                .body("steps.state", contains("OPEN", "DISMISSED", "OPEN"))
                .body("steps[1].reason", equalTo("金额过小"), "steps[1].by", equalTo("approver"))
                .body("steps[1].difference.toPay", equalTo("7310.27"))
                .body("steps[2].changed", hasItem("cover"), "steps[2].difference.toRecover", not(equalTo("0.00")))
                .body("item.closedBy", nullValue());

        dismiss(settlement).statusCode(204);
        reopen(settlement).statusCode(200).body("item.state", equalTo("OPEN"), "steps", hasSize(5));
        reopen(settlement).statusCode(409);
        order(settlement);
        item(settlement)
                .body("item.state", equalTo("DONE"), "steps", hasSize(6))
                .body("steps[5].redo", notNullValue(), "steps[5].reason", equalTo("事实后到"));
        dismiss(settlement).statusCode(409).body("detail", containsString("已由 approver 重算"));
    }

    @Test
    @DisplayName("已重算的：后到的事实再触及同一就诊，列在新决定名下，差额自新决定算起；再次重算后仍平账")
    void whatWasRedoneComesBackUnderTheNewDecision() {
        var person = covered("再某");
        var settlement = worked(person);
        feeds.category(person, "minimum_living", "2024-01-01");
        until(settlement, "OPEN", 1);
        order(settlement);
        String replaced = hospital()
                .get(BASE + "settlements/" + settlement)
                .then()
                .extract()
                .path("replacedBy");

        feeds.coverage(person, 2024, "[]", "null");
        until(replaced, "OPEN", 1).body("item.changed", hasItem("cover"), "item.newOutcome", equalTo("REFUSED"));
        order(replaced);

        item(replaced).body("item.state", equalTo("DONE"));
        item(settlement).body("item.state", equalTo("DONE"), "steps", hasSize(2));
        assertThat(tables.sums(person), is(tables.fold(person)));
    }

    @Test
    @DisplayName("两人同时：一人不予重算、一人重算，只有一个算数；八人同时不予重算，只有一人成")
    void twoReviewersAtOnce() throws Exception {
        var person = covered("双某");
        var settlement = worked(person);
        feeds.category(person, "minimum_living", "2024-01-01");
        until(settlement, "OPEN", 1);

        List<Integer> statuses = Parallel.run(2, i -> {
            if (i == 1) {
                order(settlement);
                return 0;
            }
            return dismiss(settlement).extract().statusCode();
        });

        var dismissed = statuses.getFirst() == 204;
        item(settlement).body("item.state", equalTo(dismissed ? "DISMISSED" : "DONE"));
        hospital()
                .get(BASE + "settlements/" + settlement)
                .then()
                .body("replacedBy", dismissed ? nullValue() : notNullValue());

        var second = covered("众某");
        var other = worked(second);
        feeds.category(second, "minimum_living", "2024-01-01");
        until(other, "OPEN", 1);
        var all = Parallel.run(8, i -> dismiss(other).extract().statusCode());
        assertThat(all.stream().filter(status -> status == 204).count(), is(1L));
        assertThat(all.stream().filter(status -> status == 409).count(), is(7L));
    }
}
