package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 待核实: what was paid on somebody's word is listed until a person has looked into it. */
@ClaimsTest
class VerificationTest extends Care {

    private static String paid(UUID person) {
        return settle(Bills.ofPerson(person)
                        .item("A-SERVICE", "100", "100", "10000.00")
                        .with("\"doctor\": \"D404\"")
                        .json())
                .statusCode(201)
                .body("unverified", hasSize(1))
                .extract()
                .path("settlementId");
    }

    private static List<String> listed(String state, UUID person) {
        return reviewer()
                .get(BASE + "verifications?limit=1000&provider=" + HOSPITAL + "&kind=DOCTOR&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.personId == '" + person + "' }.id");
    }

    private static ValidatableResponse close(String id, String outcome, String more) {
        return reviewer()
                .body("{\"outcome\": \"" + outcome + "\", \"reason\": \"已核对执业证\"" + more + "}")
                .post(BASE + "verifications/" + id + "/closure")
                .then();
    }

    @Test
    @DisplayName("待核实的列入清单，核实后结案、可重开；金额不变；按天数筛选，可导出；外县看不到")
    void whatIsToBeVerifiedIsListedAndClosed() {
        var person = covered("核某");
        paid(person);
        var id = listed("OPEN", person).getFirst();
        reviewer()
                .get(BASE + "verifications?limit=1000&minimumAge=1&provider=" + HOSPITAL)
                .then()
                .body("id", not(hasItem(id)));
        reviewer()
                .get(BASE + "verifications/" + id)
                .then()
                .body("remark", containsString("D404"), "kind", equalTo("DOCTOR"), "steps", empty());
        hospital().get(BASE + "verifications?limit=1000").then().body("id", hasItem(id));
        as(jumin.testing.Tokens.staff("county_reviewer", "reviewer", "360900/360981/"))
                .get(BASE + "verifications/" + id)
                .then()
                .statusCode(404);

        close(id, "CONFIRMED", "").statusCode(200).body("state", equalTo("CONFIRMED"), "steps", hasSize(1));
        close(id, "CONFIRMED", "")
                .statusCode(409)
                .body("code", equalTo("VERIFICATION_STATE_DIFFERS"), "detail", containsString("属实"));
        reviewer()
                .body("{\"reason\": \"又有举报\"}")
                .post(BASE + "verifications/" + id + "/reopening")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"), "steps", hasSize(2), "steps[1].by", equalTo("reviewer"));
        assertThat(tables.sums(person), hasEntry("pool_paid_ytd", 5640_00L));
        var book = reviewer()
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(BASE + "verifications?kind=DOCTOR")
                .then()
                .statusCode(200);
        assertThat(book.extract().asByteArray().length, greaterThan(1000));
    }

    @Test
    @DisplayName("不属实的：先提出疑点或列入重算，才能以此结案")
    void whatChangesMoneyGoesItsOwnWay() {
        var person = covered("疑某");
        var settlement = paid(person);
        var id = listed("OPEN", person).getFirst();

        close(id, "FINDING", "").statusCode(400).body("errors[0].pointer", equalTo("/finding"));
        close(id, "FINDING", ", \"finding\": \"" + UUID.randomUUID() + "\"")
                .statusCode(422)
                .body("code", equalTo("VERIFICATION_WITHOUT_CAUSE"));
        close(id, "REDO", "").statusCode(422).body("code", equalTo("VERIFICATION_WITHOUT_CAUSE"));
        var finding = FindingTest.raised(settlement, "100.00");
        close(id, "FINDING", ", \"finding\": \"" + finding + "\"")
                .statusCode(200)
                .body("state", equalTo("FINDING"), "finding", equalTo(finding));
    }

    @Test
    @DisplayName("结算冲正的，不再需要核实，不能重开")
    void aReversalEndsIt() {
        var person = covered("冲某");
        var settlement = paid(person);

        reverse(settlement, key()).statusCode(201);

        assertThat(listed("OPEN", person), empty());
        refusedToReopen(listed("VOID", person).getFirst());

        var other = covered("冲乙");
        var looked = paid(other);
        var confirmed = listed("OPEN", other).getFirst();
        close(confirmed, "CONFIRMED", "").statusCode(200);
        reverse(looked, key()).statusCode(201);
        refusedToReopen(confirmed);
    }

    private static void refusedToReopen(String id) {
        reviewer()
                .body("{\"reason\": \"再看\"}")
                .post(BASE + "verifications/" + id + "/reopening")
                .then()
                .statusCode(409);
    }

    @Test
    @DisplayName("重算以后：同一项不重复列，结论随新决定")
    void whatWasVerifiedStaysSoWithTheNewDecision() {
        var person = covered("贫某");
        settle(Bills.ofPerson(person).worked().with("\"doctor\": \"D404\"").json())
                .statusCode(201);
        var id = listed("OPEN", person).getFirst();
        close(id, "CONFIRMED", "").statusCode(200);

        feeds.category(person, "minimum_living", "2024-01-01");
        RedoListTest.redoOnce(person);

        assertThat(listed("CONFIRMED", person), contains(id));
        assertThat(listed("OPEN", person), empty());
        String now =
                reviewer().get(BASE + "verifications/" + id).then().extract().path("number");
        assertThat(now, startsWith("JS"));
    }

    private static ValidatableResponse assign(String by, String id, String body) {
        return as(jumin.testing.Tokens.staff("county_reviewer", by, COUNTY))
                .body(body)
                .post(BASE + "verifications/" + id + "/assignment")
                .then();
    }

    @Test
    @DisplayName("指派承办人：领取、改派、退回，经过都在；按承办人筛选；结案的不能指派；医院不能指派")
    void whoLooksIntoItIsKept() {
        var person = covered("派某");
        paid(person);
        var id = listed("OPEN", person).getFirst();

        assign("reviewer", id, "{\"assignee\": \"reviewer\", \"from\": \"\"}")
                .statusCode(200)
                .body("assignee", equalTo("reviewer"));
        assign("reviewer", id, "{\"assignee\": \"reviewer\", \"from\": \"\"}")
                .statusCode(200)
                .body("steps", hasSize(1));
        assign("reviewer2", id, "{\"assignee\": \"reviewer2\", \"from\": \"\"}")
                .statusCode(409)
                .body("detail", containsString("由 reviewer 承办"));
        assign("reviewer2", id, "{\"assignee\": \"reviewer2\", \"from\": \"reviewer\", \"reason\": \"休假\"}")
                .statusCode(200)
                .body("steps[1].assignee", equalTo("reviewer2"), "steps[1].reason", equalTo("休假"));
        reviewer()
                .get(BASE + "verifications?limit=1000&assignee=reviewer2")
                .then()
                .body("id", hasItem(id), "assignee", everyItem(equalTo("reviewer2")));
        assign("reviewer2", id, "{\"assignee\": \"\", \"from\": \"reviewer2\"}")
                .statusCode(200)
                .body("assignee", nullValue());
        reviewer().get(BASE + "verifications?limit=1000&assignee=").then().body("id", hasItem(id));
        hospital()
                .body("{\"assignee\": \"reviewer\", \"from\": \"\"}")
                .post(BASE + "verifications/" + id + "/assignment")
                .then()
                .statusCode(403);

        close(id, "CONFIRMED", "").statusCode(200).body("steps", hasSize(4));
        assign("reviewer", id, "{\"assignee\": \"reviewer\", \"from\": \"\"}")
                .statusCode(409)
                .body("code", equalTo("VERIFICATION_STATE_DIFFERS"));
    }

    @Test
    @DisplayName("八人同时领取、八人同时结案：各只有一人成")
    void onlyOneTakesItAndOnlyOneClosesIt() throws Exception {
        var person = covered("抢某");
        paid(person);
        var id = listed("OPEN", person).getFirst();

        var taken = Parallel.run(
                8,
                i -> assign("r" + i, id, "{\"assignee\": \"r" + i + "\", \"from\": \"\"}")
                        .extract()
                        .statusCode());
        var closed = Parallel.run(8, i -> close(id, "CONFIRMED", "").extract().statusCode());

        assertThat(taken.stream().filter(status -> status == 200).count(), is(1L));
        assertThat(closed.stream().filter(status -> status == 200).count(), is(1L));
        assertThat(taken.stream().filter(status -> status == 409).count(), is(7L));
        assertThat(closed.stream().filter(status -> status == 409).count(), is(7L));
        reviewer().get(BASE + "verifications/" + id).then().body("steps", hasSize(2));
    }
}
