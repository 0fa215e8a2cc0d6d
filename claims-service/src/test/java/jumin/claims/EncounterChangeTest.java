package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a hospital says anew of an admission (2403), and how it ends one (2402, 2405). */
@ClaimsTest
class EncounterChangeTest extends Care {

    private static final String ADMITTED = "2024-03-02T09:00:00+08:00";

    private static String registered(String hospital, UUID person, String admittedAt) {
        return post(hospital(hospital), "encounters", key(), """
                        {"person": {"personId": "%s"}, "careType": "21", "admittedAt": "%s", "diagnosisCode": "I21.900",
                         "diagnosisName": "急性心肌梗死", "ward": {"department": "心内科", "bed": "12"}}
                        """.formatted(person, admittedAt))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String said(String admittedAt, String more) {
        return """
                {"careType": "21", "admittedAt": "%s", "diagnosisCode": "I50.900", "diagnosisName": "心力衰竭",
                 "ward": {"department": "心外科", "bed": "3", "doctor": "王医生", "referredFrom": "H36090299999"}, %s
                 "reason": "以病案首页为准"}
                """.formatted(admittedAt, more);
    }

    private static ValidatableResponse change(String id, String key, String body) {
        return post(hospital(), "encounters/" + id + "/changes", key, body);
    }

    private static String bill(UUID person, String encounter, String from, String to) {
        return Bills.ofPerson(person)
                .from(from, to)
                .item("A-SERVICE", "10", "100", "1000.00")
                .json()
                .replaceFirst("\\{", "{\"encounter\": \"" + encounter + "\", ");
    }

    private static ValidatableResponse discharge(String id, String at) {
        return post(
                hospital(),
                "encounters/" + id + "/discharge",
                key(),
                "{\"dischargedAt\": \"" + at + "\", \"way\": \"医嘱离院\"}");
    }

    private static ValidatableResponse takeBack(String id) {
        return post(hospital(), "encounters/" + id + "/discharge/cancellation", key(), "{\"reason\": \"误办\"}");
    }

    private static ValidatableResponse history(String id) {
        return reviewer().get(BASE + "encounters/" + id + "/changes").then().statusCode(200);
    }

    @Test
    @DisplayName("入院信息变更：诊断、科室、床位、转出机构、入院日期整体变更，变更前的留在经过中，何时起与何时登记分开；账单按变更后的核对")
    void anAdmissionIsChangedWhole() {
        var person = covered("更某");
        var id = registered(HOSPITAL, person, ADMITTED);
        history(id).body("kind", contains("REGISTERED"), "[0].said.ward.bed", equalTo("12"));

        change(id, key(), said("2024-03-03T10:00:00+08:00", "\"since\": \"2024-03-05T08:00:00+08:00\","))
                .statusCode(200)
                .body(
                        "diagnosisCode", equalTo("I50.900"),
                        "ward.department", equalTo("心外科"),
                        "ward.referredFrom", equalTo("H36090299999"),
                        "state", equalTo("OPEN"));

        history(id)
                .body(
                        "kind", contains("REGISTERED", "CHANGED"),
                        "[0].said.diagnosisCode", equalTo("I21.900"),
                        "[1].said.diagnosisCode", equalTo("I50.900"),
                        "[1].since", startsWith("2024-03-05"),
                        "[1].reason", equalTo("以病案首页为准"),
                        "[1].recordedAt", not(startsWith("2024-03-05")));
        settle(bill(person, id, "2024-03-02", "2024-03-20")).statusCode(422).body("code", equalTo("ENCOUNTER_DIFFERS"));
        settle(bill(person, id, "2024-03-03", "2024-03-20")).statusCode(201);
        hospital("H36090299999")
                .get(BASE + "encounters/" + id + "/changes")
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("不可能的变更不登记：入院在将来、自何时起早于入院、早于已登记的请假、类别不认识")
    void whatCannotBeIsRefused() {
        var id = registered(HOSPITAL, covered("误某"), ADMITTED);
        change(id, key(), said("2098-03-03T10:00:00+08:00", ""))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/admittedAt"));
        change(id, key(), said(ADMITTED, "\"since\": \"2024-03-01T08:00:00+08:00\","))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/since"));
        change(id, key(), said(ADMITTED, "").replace("\"21\"", "\"不认识\""))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/careType"));
        hospital().body("""
                        {"leftAt": "2024-03-05T08:00:00+08:00", "backAt": "2024-03-05T18:00:00+08:00", "reason": "家事",
                         "approvedBy": "张医生"}""").post(BASE + "encounters/" + id + "/leaves").then().statusCode(200);
        change(id, key(), said("2024-03-06T08:00:00+08:00", ""))
                .statusCode(400)
                .body("errors[0].message", containsString("请假"));
        history(id).body("", hasSize(1));
    }

    @Test
    @DisplayName("同一变更重发、50 次同时重发：只登记一次，答复相同；换编号再报同样内容不另登记；同号异文 409")
    void theSameChangeIsMadeOnce() throws Exception {
        var id = registered(HOSPITAL, covered("同某"), ADMITTED);
        var key = key();
        var answers = Parallel.run(
                50,
                i -> change(id, key, said(ADMITTED, ""))
                        .statusCode(200)
                        .extract()
                        .asString());
        assertThat(answers.stream().distinct().count(), is(1L));
        change(id, key(), said(ADMITTED, "")).statusCode(200);
        history(id).body("", hasSize(2));
        change(id, key, said("2024-03-03T09:00:00+08:00", ""))
                .statusCode(409)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    @DisplayName("已结算的不变更：说明先冲正哪一笔；冲正后可变更、再结算")
    void whatASettlementRestsOnIsNotChanged() {
        var person = covered("结某");
        var id = registered(HOSPITAL, person, ADMITTED);
        var settled = settle(bill(person, id, "2024-03-02", "2024-03-20"))
                .statusCode(201)
                .extract();
        String number = settled.path("number");
        change(id, key(), said("2024-03-03T09:00:00+08:00", ""))
                .statusCode(409)
                .body(
                        "code",
                        equalTo("ENCOUNTER_NOT_OPEN"),
                        "detail",
                        allOf(containsString(number), containsString("冲正")));
        reverse(settled.path("settlementId"), key()).statusCode(201);
        change(id, key(), said("2024-03-03T09:00:00+08:00", "")).statusCode(200);
        settle(bill(person, id, "2024-03-03", "2024-03-20")).statusCode(201);
    }

    @Test
    @DisplayName("中途结账之后：入院日期与类别不再变更，诊断、床位可以")
    void afterAnInterimBillTheDayStays() {
        var city = new OtherCity(feeds);
        var person = city.covered("中某");
        var id = registered(OtherCity.HOSPITAL, person, ADMITTED);
        var midway = bill(person, id, "2024-03-02", "2024-03-10").replaceFirst("\\{", "{\"interim\": true, ");
        post(hospital(OtherCity.HOSPITAL), "settlements", key(), midway).statusCode(201);
        var path = "encounters/" + id + "/changes";
        post(hospital(OtherCity.HOSPITAL), path, key(), said("2024-03-01T09:00:00+08:00", ""))
                .statusCode(409)
                .body("detail", containsString("中途结账"));
        post(hospital(OtherCity.HOSPITAL), path, key(), said(ADMITTED, "")).statusCode(200);
    }

    @Test
    @DisplayName("变更与结算同时发生：只有一个成，另一个得到说明")
    void aChangeRacesASettlement() throws Exception {
        for (var round = 0; round < 5; round++) {
            var person = covered("争某");
            var id = registered(HOSPITAL, person, ADMITTED);
            List<Integer> statuses = Parallel.run(
                    2,
                    i -> i == 0
                            ? change(id, key(), said("2024-03-03T09:00:00+08:00", ""))
                                    .extract()
                                    .statusCode()
                            : settle(bill(person, id, "2024-03-02", "2024-03-20"))
                                    .extract()
                                    .statusCode());
            assertThat(statuses, anyOf(is(List.of(200, 422)), is(List.of(409, 201))));
        }
    }

    @Test
    @DisplayName("第二十四、二十五条 48 小时：更正入院时刻后重新核对，超时的列为疑点；再改回不撤销疑点，由人认定")
    void theTimeLimitIsLookedAtAgain() {
        var city = new OtherCity(feeds);
        var hospital = hospital(OtherCity.HOSPITAL);
        String first = registered(OtherCity.HOSPITAL, city.covered("时某"), ADMITTED);
        String now = hospital.get(BASE + "encounters/" + first).then().extract().path("registeredAt");
        var admitted = OffsetDateTime.parse(now).minusHours(2);
        var person = city.covered("限某");
        var id = registered(OtherCity.HOSPITAL, person, admitted.toString());
        assertThat(ReviewTest.findings(hospital(OtherCity.HOSPITAL), person), empty());

        for (var moment :
                List.of(admitted.minusHours(45), admitted.minusHours(50), admitted.minusHours(60), admitted)) {
            post(hospital(OtherCity.HOSPITAL), "encounters/" + id + "/changes", key(), said(moment.toString(), ""))
                    .statusCode(200);
        }

        var found = ReviewTest.findings(hospital(OtherCity.HOSPITAL), person);
        assertThat(found, hasSize(1));
        assertThat(found.toString(), containsString("LATE_REGISTRATION"));
        history(hospital(OtherCity.HOSPITAL), id).body("", hasSize(5));
    }

    private static ValidatableResponse history(io.restassured.specification.RequestSpecification by, String id) {
        return by.get(BASE + "encounters/" + id + "/changes").then().statusCode(200);
    }

    @Test
    @DisplayName("出院办理与撤销：出院结算按办理的日期；同样的再报不另登记；撤销顺序为冲正、撤销出院、撤销登记；各步可查")
    void aDischargeIsMadeAndTakenBack() {
        var person = covered("离某");
        var id = registered(HOSPITAL, person, ADMITTED);
        discharge(id, "2024-03-01T09:00:00+08:00").statusCode(400).body("errors[0].pointer", equalTo("/dischargedAt"));
        takeBack(id).statusCode(409);
        discharge(id, "2024-03-20T09:00:00+08:00").statusCode(200).body("dischargedAt", startsWith("2024-03-20"));
        discharge(id, "2024-03-20T09:00:00+08:00").statusCode(200);
        discharge(id, "2024-03-21T09:00:00+08:00").statusCode(409).body("detail", containsString("2405"));
        change(id, key(), said("2024-03-21T09:00:00+08:00", "")).statusCode(400);

        settle(bill(person, id, "2024-03-02", "2024-03-21"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/dischargeDate"));
        String settled = settle(bill(person, id, "2024-03-02", "2024-03-20"))
                .statusCode(201)
                .extract()
                .path("settlementId");
        takeBack(id).statusCode(409).body("detail", containsString("冲正"));
        reverse(settled, key()).statusCode(201);
        hospital().post(BASE + "encounters/" + id + "/cancellation").then().statusCode(409);
        takeBack(id).statusCode(200).body("dischargedAt", nullValue());
        hospital().post(BASE + "encounters/" + id + "/cancellation").then().statusCode(200);

        history(id).body("kind", contains("REGISTERED", "DISCHARGED", "DISCHARGE_CANCELLED", "CANCELLED"));
        change(id, key(), said(ADMITTED, "")).statusCode(409).body("detail", containsString("已撤销"));
    }
}
