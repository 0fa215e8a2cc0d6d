package jumin.enrollment.progress;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static jumin.enrollment.Demo.reviewer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In a village where no other test lives, in years of its own. */
@QuarkusTest
class ProgressTest {

    private static final String WILLOW = "360902199202";
    private static final LocalDate BIRTH = LocalDate.of(1966, 6, 7);

    @BeforeEach
    void aVillageInAutumn() {
        Demo.divisions();
        Demo.clockAt("2034-10-10T09:00:00");
    }

    private static String enrolled(String name, int year) {
        var submission = person(name, idNumber(BIRTH, true));
        submission.put("benefitYear", year);
        submission.put("divisionCode", WILLOW);
        return register(submission).statusCode(201).extract().path("enrollment.personId");
    }

    private static void renewed(String person, int year) {
        as(clerk())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("benefitYear", year, "type", "ordinary"))
                .post("/persons/{id}/enrollments", person)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse absent(String person, int year, String reason) {
        var submission = new HashMap<String, Object>();
        submission.put("personId", person);
        submission.put("benefitYear", year);
        submission.put("reason", reason);
        return as(clerk())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(submission)
                .post("/absence-reasons")
                .then();
    }

    private static ValidatableResponse assigned(String token, int year, String division, int shouldBe, int target) {
        return as(token)
                .contentType("application/json")
                .body(Map.of(
                        "benefitYear",
                        year,
                        "targets",
                        List.of(Map.of("divisionCode", division, "shouldBe", shouldBe, "target", target))))
                .put("/enrollment-targets")
                .then();
    }

    private static ValidatableResponse willow(String query) {
        return as(reviewer())
                .get("/progress?benefitYear=2036&divisionCode=360902199" + query)
                .then()
                .statusCode(200)
                .rootPath("items.find { it.divisionCode == '" + WILLOW + "' }");
    }

    @Test
    @DisplayName("应参、已参、当日新增、上年同日、原因扣除后排名；逐日累计")
    void aVillageIsMeasuredFairly() {
        var people = List.of(enrolled("进度甲", 2035), enrolled("进度乙", 2035), enrolled("进度丙", 2035));
        Demo.clockAt("2035-10-09T09:00:00");
        renewed(people.get(0), 2036);
        Demo.clockAt("2035-10-10T09:00:00");
        assigned(reviewer(), 2036, WILLOW, 4, 3).statusCode(200);

        absent(people.get(1), 2036, "REFUSED").statusCode(200).body("reasonName", equalTo("不愿参保"));
        willow("")
                .body("enrolled", equalTo(1))
                .body("today", equalTo(0))
                .body("shouldBe", equalTo(4))
                .body("assigned", equalTo(true))
                .body("missing", equalTo(2))
                .body("lastYearSameDay", equalTo(3))
                .body("plainRate", equalTo("25.00"))
                .body("rate", equalTo("25.00"))
                .body("reasons.REFUSED", equalTo(1));
        willow("&on=2035-10-09").body("today", equalTo(1)).body("lastYearSameDay", equalTo(0));

        absent(people.get(1), 2036, "EMPLOYEE").statusCode(200);
        absent(people.get(2), 2036, "ARMY").statusCode(200);
        willow("")
                .body("excused", equalTo(2))
                .body("plainRate", equalTo("25.00"))
                .body("rate", equalTo("50.00"));

        renewed(people.get(2), 2036);
        willow("").body("enrolled", equalTo(2)).body("excused", equalTo(1)).body("rate", equalTo("66.66"));
        as(clerk())
                .get("/progress/days?benefitYear=2036&divisionCode=" + WILLOW)
                .then()
                .statusCode(200)
                .body("items.enrolled", equalTo(List.of(1, 2)))
                .body("items.lastYear", equalTo(List.of(0, 3)));
    }

    @Test
    @DisplayName("未参保名单带原因；已参保的人不登记原因；外乡镇看不到，县外不能下达任务")
    void theListOfWhoIsMissing() {
        Demo.clockAt("2037-10-10T09:00:00");
        var missing = enrolled("未参甲", 2038);
        Demo.clockAt("2038-10-10T09:00:00");
        absent(missing, 2039, "UNREACHABLE").statusCode(200);

        as(clerk())
                .get("/unenrolled-persons?benefitYear=2039&size=100&divisionCode=" + WILLOW)
                .then()
                .statusCode(200)
                .body("items.find { it.personId == '" + missing + "' }.reasonName", equalTo("失联"))
                .body("items.find { it.personId == '" + missing + "' }.lastYear", equalTo(true));
        as(otherClerk())
                .get("/unenrolled-persons?benefitYear=2039&size=100&divisionCode=360902198")
                .then()
                .statusCode(200)
                .body("items.personId", not(hasItem(missing)));

        for (var path : List.of("/progress", "/progress/days", "/unenrolled-persons")) {
            as(otherClerk())
                    .get(path + "?benefitYear=2039&divisionCode=" + WILLOW)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("OUTSIDE_SCOPE"));
        }

        renewed(missing, 2039);
        absent(missing, 2039, "REFUSED").statusCode(409).body("code", equalTo("ALREADY_ENROLLED"));
        assigned(jumin.testing.Tokens.staff("county_reviewer", "far", "360900/360981/"), 2039, WILLOW, 4, 3)
                .statusCode(403);
    }

    @Test
    @DisplayName("辖区外的不统计，也不答零；本级的任务由上级下达")
    void nobodyIsAnsweredZeros() {
        for (var path : List.of("/progress", "/progress/days")) {
            as(clerk())
                    .get(path + "?benefitYear=2036&divisionCode=360902")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("OUTSIDE_SCOPE"));
            as(clerk())
                    .get(path + "?benefitYear=2036&divisionCode=360902199")
                    .then()
                    .statusCode(200);
        }
        assigned(reviewer(), 2036, "360902", 4, 3).statusCode(403).body("detail", containsString("上级"));
    }

    @Test
    @DisplayName("市给县下达任务；进度表与屏幕同一口径")
    void theCityAssignsToItsCounties() throws IOException {
        assigned(jumin.testing.Tokens.staff("policy", "policy", "360900/"), 2062, "360902", 4000, 3900)
                .statusCode(200)
                .body("items.find { it.divisionCode == '360902199' }.assigned", equalTo(false));
        as(jumin.testing.Tokens.staff("policy", "policy", "360900/"))
                .get("/progress?benefitYear=2062&divisionCode=360900")
                .then()
                .body("items.find { it.divisionCode == '360902' }.target", equalTo(3900));
        var sheet = as(jumin.testing.Tokens.staff("policy", "policy", "360900/"))
                .get("/progress/xlsx?benefitYear=2062&divisionCode=360900")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            var row = book.getFirstSheet().read().stream()
                    .filter(one -> one.getCellCount() > 2 && one.getCellText(1).equals("360902"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("3900", row.getCellText(4));
            assertEquals("4000", row.getCellText(3));
        }
    }

    @Test
    @DisplayName("没有任务数的，应参按现有的人：已死亡的不在应参之内，也不再扣除一次")
    void theDeadAreDeductedOnce() {
        Demo.clockAt("2053-10-10T09:00:00");
        var dead = enrolled("进度亡", 2054);
        Demo.clockAt("2054-10-10T09:00:00");
        absent(dead, 2055, "DEAD").statusCode(200);
        var query = "/progress?benefitYear=2055&divisionCode=360902199";
        var mine = "items.find { it.divisionCode == '" + WILLOW + "' }.";
        as(clerk()).get(query).then().body(mine + "excused", equalTo(1));
        int known = as(clerk()).get(query).path(mine + "shouldBe");

        Calls.post(
                        clerk(),
                        Map.of("event", "DEATH", "on", "2054-10-01", "reason", "病故", "evidence", "死亡证明"),
                        "/persons/{id}/endings",
                        dead)
                .statusCode(201);
        as(clerk())
                .get(query)
                .then()
                .body(mine + "shouldBe", equalTo(known - 1))
                .body(mine + "excused", equalTo(0));
    }
}
