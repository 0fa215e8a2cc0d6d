package jumin.enrollment.roster;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchoolRosterTest {

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 contribution;

    /** Of this test alone: a household of a school has one number. */
    private final String code = "XX" + UUID.randomUUID().toString().replaceAll("\\D", "") + "1234567";

    private String school;
    private String newcomer;
    private String villager;
    private String villagersId;
    private String enrolled;
    private String enrolledId;
    private String othersPupil;

    @BeforeEach
    void pupilsOfAllKinds() {
        school = school(code.substring(0, 9));
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        newcomer = idNumber(LocalDate.of(2010, 5, 6), true);
        villager = idNumber(LocalDate.of(2011, 5, 6), false);
        var lastYear = person("郝续保", villager);
        lastYear.put("benefitYear", 2023);
        villagersId = registered(lastYear);
        enrolled = idNumber(LocalDate.of(2012, 5, 6), false);
        enrolledId = registered(person("郝已保", enrolled));
        othersPupil = idNumber(LocalDate.of(2010, 7, 6), false);
        var other = person("郝他校", othersPupil);
        other.put("school", "XX36090999");
        registered(other);
    }

    private static String school(String code) {
        return Tokens.token(
                "school-" + code,
                "school",
                Map.of("division", "360900/360902/", "school", code),
                Duration.ofMinutes(10));
    }

    private ValidatableResponse upload(String token) {
        var file = "姓名,身份证号\n"
                + "郝新生," + newcomer + "\n"
                + "郝续保," + villager + "\n"
                + "郝已保," + enrolled + "\n"
                + "郝他校," + othersPupil + "\n"
                + "郝错号,360902201005060000\n";
        return upload(token, file);
    }

    private static ValidatableResponse upload(String token, String file) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("file", "三年二班.csv", file.getBytes(StandardCharsets.UTF_8))
                .multiPart("benefitYear", "2024")
                .multiPart("divisionCode", Demo.OTHER_VILLAGE)
                .post("/roster-imports")
                .then();
    }

    private ValidatableResponse started(String step, String id, Map<String, Object> body) {
        var request = as(school).header("Idempotency-Key", UUID.randomUUID());
        return (body.isEmpty()
                        ? request
                        : request.contentType("application/json").body(body))
                .post("/roster-imports/{id}/" + step, id)
                .then();
    }

    private String until(String id, String state) throws InterruptedException {
        for (var tries = 0; tries < 300; tries++) {
            String now = get(school, "/roster-imports/{id}", id).extract().path("state");
            if (!now.equals(state)) {
                return now;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still " + state);
    }

    private String committed() throws InterruptedException {
        String id = upload(school).statusCode(202).extract().path("importId");
        assertEquals("VALIDATED", until(id, "UPLOADED"));
        started("commit", id, Map.of()).statusCode(202);
        assertEquals("COMMITTED", until(id, "COMMITTING"));
        return id;
    }

    private List<String> seenBySchool() {
        var found = new ArrayList<String>();
        for (var name : List.of("郝新生", "郝续保", "郝已保", "郝他校")) {
            found.addAll(as(school)
                    .contentType("application/json")
                    .body(Map.of("name", name))
                    .post("/person-searches")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.maskedName"));
        }
        return found;
    }

    @Test
    @DisplayName("学校报送本校学生：新人、续保、已参保、他校学生、错号各有结论；入库后学校看到本校学生；别校看不到此导入")
    void aSchoolNamesItsPupils() throws Exception {
        String id = upload(school).statusCode(202).extract().path("importId");
        assertEquals("VALIDATED", until(id, "UPLOADED"));
        get(school, "/roster-imports/{id}/rows", id)
                .body("items.verdict", contains("SUCCESS", "SUCCESS", "SUCCESS", "ERROR", "ERROR"))
                .body("items[1].findings.code", hasItem("BECOMES_PUPIL"))
                .body("items[3].findings.code", hasItem("PUPIL_OF_OTHER_SCHOOL"))
                .body("items[4].findings.code", hasItem("ID_NUMBER_CHECK_DIGIT"));
        get(school("XX36090999"), "/roster-imports/{id}", id).statusCode(404);
        get(school("XX36090999"), "/roster-imports").body("items.importId", not(hasItem(id)));

        started("commit", id, Map.of()).statusCode(202);
        assertEquals("COMMITTED", until(id, "COMMITTING"));

        get(school, "/roster-imports/{id}", id).body("counts.registered", equalTo(2));
        assertEquals(3, seenBySchool().size());
        get(clerk(), "/persons/{id}", villagersId).body("school", equalTo(code.substring(0, 9)));
        assertEquals(
                code.substring(0, 9),
                feed.last("person", enrolledId).get("school").asText());
        get(clerk(), "/persons/{id}/enrollments", villagersId).body("items.benefitYear", equalTo(List.of(2023, 2024)));
        upload(school).statusCode(202).body("importId", equalTo(id));
    }

    @Test
    @DisplayName("集体户：成员分页、总数照说，历史只记人数；超过100人的登记表和全户凭证不打印，说明逐人开具")
    void aSchoolsHouseholdIsReadInPages() throws Exception {
        var rows = new StringBuilder("姓名,身份证号\n");
        for (var i = 0; i < 101; i++) {
            rows.append("郝集体,")
                    .append(idNumber(LocalDate.of(2010, 1, 1).plusDays(i), true))
                    .append('\n');
        }
        String id = upload(school, rows.toString()).statusCode(202).extract().path("importId");
        assertEquals("VALIDATED", until(id, "UPLOADED"));
        started("commit", id, Map.of()).statusCode(202);
        assertEquals("COMMITTED", until(id, "COMMITTING"));
        String home = get(Demo.otherClerk(), "/households?collective=true&houseNumber=" + code.substring(0, 9))
                .extract()
                .path("items[0].householdId");
        get(Demo.otherClerk(), "/households/{id}?page=2&size=100", home)
                .body("memberCount", equalTo(101))
                .body("members", hasSize(1));
        for (var kind : List.of("REGISTRATION_FORM", "HOUSEHOLD_PROOF")) {
            var paper = Map.<String, Object>of(
                    "kind", kind, "subject", home, "benefitYear", 2024, "unmasked", false, "purpose", "存档");
            post(Demo.otherClerk(), paper, "/papers")
                    .statusCode(422)
                    .body("code", equalTo("PAPER_TOO_LONG"))
                    .body("detail", containsString("逐人开具"));
        }
    }

    @Test
    @DisplayName("撤销：新人撤回，续保撤销，学籍还原；已缴费的不能撤销；学校不能撤别人的导入")
    void aSchoolTakesItsRosterBack() throws Exception {
        var id = committed();
        as(school("XX36090999"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("reason", "x"))
                .post("/roster-imports/{id}/undo", id)
                .then()
                .statusCode(404);
        var payment = UUID.randomUUID().toString();
        contribution.paid(villagersId, 2024, payment);
        started("undo", id, Map.of("reason", "报错班级")).statusCode(409).body("code", equalTo("ROSTER_PAID_ALREADY"));
        contribution.reversed(villagersId, 2024, payment);

        var households = households();
        assertTrue(households.contains(code.substring(0, 9)));
        started("undo", id, Map.of("reason", "报错班级")).statusCode(202);
        assertEquals("UNDONE", until(id, "UNDOING"));

        assertEquals(List.of(), seenBySchool());
        assertFalse(households().contains(code.substring(0, 9)), "the school's household is withdrawn with its pupil");
        get(school, "/enrollments?benefitYear=2024").body("total", equalTo(0));
        get(clerk(), "/persons/{id}", villagersId).body("school", equalTo("-"));
        get(clerk(), "/persons/{id}", enrolledId).body("school", equalTo("-"));
        get(clerk(), "/persons/{id}/enrollments", villagersId).body("items.state", hasItem("CANCELLED"));
        get(clerk(), "/persons/{id}/enrollments", enrolledId).body("items.state", equalTo(List.of("ENROLLED")));
    }

    /** By number, of the village where the school lies. */
    private static List<String> households() {
        return get(Demo.otherClerk(), "/households?size=100&divisionCode=" + Demo.OTHER_VILLAGE)
                .extract()
                .path("items.houseNumber");
    }

    @Test
    @DisplayName("入库后新人另有变动的，撤销只撤参保，人员登记保留并说明；再次报送认得此人")
    void whatHappenedInBetweenIsKept() throws Exception {
        var id = committed();
        String pupil = as(school)
                .contentType("application/json")
                .body(Map.of("idNumber", newcomer))
                .post("/person-searches")
                .then()
                .extract()
                .path("items[0].personId");
        Calls.post(
                        Demo.otherClerk(),
                        Map.of("personId", pupil, "benefitYear", 2025, "reason", "UNREACHABLE"),
                        "/absence-reasons")
                .statusCode(200);

        started("undo", id, Map.of("reason", "报错班级")).statusCode(202);
        assertEquals("UNDONE", until(id, "UNDOING"));

        get(school, "/roster-imports/{id}", id).body("message", containsString("1人入库后另有变动"));
        get(Demo.otherClerk(), "/persons/{id}", pupil).body("status", equalTo("ACTIVE"));
        get(Demo.otherClerk(), "/persons/{id}/enrollments", pupil).body("items.state", equalTo(List.of("CANCELLED")));
        assertTrue(households().contains(code.substring(0, 9)));
    }

    @Test
    @DisplayName("没有学校代码的学校账号、辖区外的村：拒绝")
    void whoIsNoSchoolCannotSend() {
        var vague = Tokens.token("school-x", "school", Map.of("division", "360900/360902/"), Duration.ofMinutes(10));
        upload(vague).statusCode(403).body("code", equalTo("SCOPE_MISSING"));
        var elsewhere = Tokens.token(
                "school-y",
                "school",
                Map.of("division", "360900/360903/", "school", "XX36090301"),
                Duration.ofMinutes(10));
        upload(elsewhere).statusCode(403).body("code", equalTo("OUTSIDE_SCOPE"));
    }
}
