package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class EncounterTest extends Care {

    private static ValidatableResponse register(UUID person, String admittedAt) {
        return register(HOSPITAL, person, admittedAt);
    }

    private static ValidatableResponse register(String hospital, UUID person, String admittedAt) {
        return post(hospital(hospital), "encounters", key(), """
                {"person": {"personId": "%s"}, "careType": "21", "admittedAt": "%s", "diagnosisCode": "I21.900",
                 "diagnosisName": "急性心肌梗死"}
                """.formatted(person, admittedAt));
    }

    private static String bill(UUID person, String encounter, String more, String from, String to) {
        return Bills.ofPerson(person)
                .from(from, to)
                .item("A-SERVICE", "10", "100", "1000.00")
                .json()
                .replaceFirst("\\{", "{\"encounter\": \"" + encounter + "\", " + more);
    }

    @Test
    @DisplayName("登记、请假、结算：一次就诊只结算一次；冲正后可再结算；未结算的可撤销")
    void anEncounterIsSettledOnce() {
        var person = covered("孔某");
        String id = register(person, "2024-03-02T09:00:00+08:00")
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .extract()
                .path("id");
        hospital()
                .body("""
                      {"leftAt": "2024-03-05T08:00:00+08:00", "backAt": "2024-03-05T18:00:00+08:00", "reason": "家事",
                       "approvedBy": "张医生"}""")
                .post(BASE + "encounters/" + id + "/leaves")
                .then()
                .statusCode(200)
                .body("leaves", hasSize(1));

        settle(bill(person, id, "", "2024-03-03", "2024-03-20"))
                .statusCode(422)
                .body("code", equalTo("ENCOUNTER_DIFFERS"), "errors[0].pointer", equalTo("/admissionDate"));
        String settlement = settle(bill(person, id, "", "2024-03-02", "2024-03-20"))
                .statusCode(201)
                .extract()
                .path("settlementId");
        settle(bill(person, id, "", "2024-03-02", "2024-03-20"))
                .statusCode(409)
                .body("code", equalTo("ENCOUNTER_NOT_OPEN"));
        hospital().post(BASE + "encounters/" + id + "/cancellation").then().statusCode(409);
        reverse(settlement, key()).statusCode(201);
        hospital()
                .post(BASE + "encounters/" + id + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
    }

    @Test
    @DisplayName("在院清单：未结算的列出，结算后不再列；同样的请假再报不另登记，结算后不再登记")
    void whoIsInHospitalIsListed() {
        var person = covered("金某");
        String id = register(person, "2024-03-02T09:00:00+08:00").extract().path("id");
        var leave = """
                {"leftAt": "2024-03-05T08:00:00+08:00", "backAt": "2024-03-05T18:00:00+08:00", "reason": "家事", "approvedBy": "张医生"}
                """;
        hospital()
                .body(leave)
                .post(BASE + "encounters/" + id + "/leaves")
                .then()
                .statusCode(200)
                .body("leaves[0].registeredAt", notNullValue());
        hospital()
                .body(leave)
                .post(BASE + "encounters/" + id + "/leaves")
                .then()
                .statusCode(200)
                .body("leaves", hasSize(1));
        hospital().get(BASE + "encounters?limit=500").then().statusCode(200).body("id", hasItem(id));
        reviewer()
                .get(BASE + "encounters?limit=500&provider=" + HOSPITAL)
                .then()
                .statusCode(200)
                .body("id", hasItem(id));
        hospital("H36090299999").get(BASE + "encounters?limit=500").then().body("id", not(hasItem(id)));

        settle(bill(person, id, "", "2024-03-02", "2024-03-20")).statusCode(201);
        hospital().get(BASE + "encounters?limit=500").then().body("id", not(hasItem(id)));
        hospital().get(BASE + "encounters?state=SETTLED&limit=500").then().body("id", hasItem(id));
        hospital()
                .body(leave.replace("05T08", "06T08").replace("05T18", "06T18"))
                .post(BASE + "encounters/" + id + "/leaves")
                .then()
                .statusCode(409)
                .body("code", equalTo("ENCOUNTER_NOT_OPEN"));
    }

    @Test
    @DisplayName("入院时刻须在 1900 至 2199 年之间，带时区")
    void anImpossibleMomentOfAdmissionIsRefused() {
        var person = covered("华某");
        for (var moment : List.of("0001-01-01T00:00:00Z", "1899-12-31T23:59:59+08:00", "2024-03-02T09:00:00", "-5")) {
            register(person, moment)
                    .statusCode(400)
                    .body("code", equalTo("FIELD_INVALID"), "errors[0].pointer", equalTo("/admittedAt"));
        }
        register(person, "1900-01-01T00:00:00+08:00").statusCode(201);
    }

    @Test
    @DisplayName("同一就诊两张账单并发：只有一张结算")
    void twoBillsOfOneEncounterAtOnce() throws Exception {
        var person = covered("曹某");
        String id = register(person, "2024-03-02T09:00:00+08:00").extract().path("id");
        var bill = bill(person, id, "", "2024-03-02", "2024-03-20");

        List<Integer> statuses = Parallel.run(4, i -> settle(bill).extract().statusCode());

        assertThat(statuses.stream().filter(status -> status == 201).count(), is(1L));
        assertThat(statuses.stream().filter(status -> status == 409).count(), is(3L));
    }

    @Test
    @DisplayName("年末中途结账：账单接续，最后一张须自次日起（有此规定的统筹区）")
    void anInterimBillLeavesTheEncounterOpen() {
        var city = new OtherCity(feeds);
        var person = city.covered("严某");
        String id = register(OtherCity.HOSPITAL, person, "2024-03-02T09:00:00+08:00")
                .extract()
                .path("id");

        settleThere(bill(person, id, "\"interim\": true, ", "2024-03-02", "2024-03-10"))
                .statusCode(201);
        hospital(OtherCity.HOSPITAL)
                .get(BASE + "encounters/" + id)
                .then()
                .body("state", equalTo("OPEN"), "settlements", hasSize(1));
        settleThere(bill(person, id, "", "2024-03-02", "2024-03-20"))
                .statusCode(422)
                .body("errors[0].message", containsString("2024-03-11"));
        settleThere(bill(person, id, "", "2024-03-11", "2024-03-20")).statusCode(201);
        hospital(OtherCity.HOSPITAL)
                .get(BASE + "encounters/" + id)
                .then()
                .body("state", equalTo("SETTLED"), "settlements", hasSize(2));
    }

    private static ValidatableResponse settleThere(String bill) {
        return post(hospital(OtherCity.HOSPITAL), "settlements", key(), bill);
    }

    private static ValidatableResponse leave(String id, String leftAt, String backAt) {
        return hospital()
                .body("""
                        {"leftAt": "%s", "backAt": "%s", "reason": "家事", "approvedBy": "张医生"}
                        """.formatted(leftAt, backAt))
                .post(BASE + "encounters/" + id + "/leaves")
                .then();
    }

    private static ValidatableResponse withdrawn(String id, String leftAt) {
        return hospital()
                .body("{\"leftAt\": \"" + leftAt + "\"}")
                .post(BASE + "encounters/" + id + "/leaves/withdrawal")
                .then();
    }

    @Test
    @DisplayName("请假：返院在2099年的、与已登记的重叠的不登记；登记错的在结算以前可撤销")
    void aLeaveRegisteredByMistakeIsTakenBack() {
        String id =
                register(covered("金某"), "2024-03-02T09:00:00+08:00").extract().path("id");
        leave(id, "2024-03-05T08:00:00+08:00", "2099-03-05T18:00:00+08:00")
                .statusCode(400)
                .body("code", equalTo("CARE_DATES_INVALID"), "errors[0].pointer", equalTo("/backAt"));
        leave(id, "2098-03-05T08:00:00+08:00", "2098-03-05T18:00:00+08:00").statusCode(400);
        leave(id, "2024-03-05T08:00:00+08:00", "2024-03-05T18:00:00+08:00").statusCode(200);
        leave(id, "2024-03-05T12:00:00+08:00", "2024-03-06T12:00:00+08:00")
                .statusCode(409)
                .body("code", equalTo("LEAVE_EXISTS"), "detail", containsString("重叠"));

        withdrawn(id, "2024-03-05T09:00:00+08:00").statusCode(404);
        withdrawn(id, "2024-03-05T08:00:00+08:00").statusCode(200).body("leaves", hasSize(0));
        leave(id, "2024-03-05T12:00:00+08:00", "2024-03-06T12:00:00+08:00")
                .statusCode(200)
                .body("leaves", hasSize(1));
    }
}
