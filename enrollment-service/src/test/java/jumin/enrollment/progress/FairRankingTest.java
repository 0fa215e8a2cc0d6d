package jumin.enrollment.progress;

import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.reviewer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Demo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In years of their own, in which nobody else is registered in this village. */
@QuarkusTest
class FairRankingTest {

    private static final String WILLOW = "360902199202";

    @BeforeEach
    void divisions() {
        Demo.divisions();
    }

    private static String enrolled(String name, int year) {
        var submission = person(name, idNumber(LocalDate.of(1966, 6, 7), true));
        submission.put("benefitYear", year);
        submission.put("divisionCode", WILLOW);
        return registered(submission);
    }

    private static ValidatableResponse absent(String person, String reason) {
        return post(clerk(), Map.of("personId", person, "benefitYear", 2058, "reason", reason), "/absence-reasons");
    }

    @Test
    @DisplayName("未参保名单：有户编号和地址，按户排序，可只看还没有原因的；摸底表可打印")
    void theListIsWalkedWith() {
        Demo.clockAt("2072-10-10T09:00:00");
        var submission = person("摸底甲", idNumber(LocalDate.of(1966, 6, 7), true));
        submission.putAll(Map.of("benefitYear", 2073, "divisionCode", WILLOW, "houseNumber", "W2", "address", "柳溪路2号"));
        var second = registered(submission);
        submission.putAll(Map.of("idNumber", idNumber(LocalDate.of(1967, 6, 7), true), "houseNumber", "W1"));
        var first = registered(submission);
        Demo.clockAt("2074-10-10T09:00:00");
        var list = "/unenrolled-persons?benefitYear=2075&size=100&divisionCode=" + WILLOW;
        var mine = "items.findAll { it.houseNumber in ['W1', 'W2'] }.";
        as(clerk())
                .get(list)
                .then()
                .body(mine + "personId", equalTo(List.of(first, second)))
                .body(mine + "address", equalTo(List.of("柳溪路2号", "柳溪路2号")));
        post(clerk(), Map.of("personId", first, "benefitYear", 2075, "reason", "UNREACHABLE"), "/absence-reasons")
                .statusCode(200);
        as(clerk()).get(list + "&reason=NONE").then().body(mine + "personId", equalTo(List.of(second)));
        as(clerk()).get(list + "&reason=UNREACHABLE").then().body(mine + "personId", equalTo(List.of(first)));
        var paper = Map.<String, Object>of(
                "kind", "UNENROLLED_LIST", "subject", WILLOW, "benefitYear", 2075, "unmasked", false, "purpose", "摸底");
        String id = post(clerk(), paper, "/papers").statusCode(201).extract().path("paperId");
        as(clerk()).get("/papers/{id}/pdf", id).then().statusCode(200);
    }

    @Test
    @DisplayName("有任务数的：系统自己终止的（职工、死亡）不用逐人填原因就扣除；死者不再登记原因，说明而不是出错")
    void whomTheSystemEndedIsDeducted() {
        Demo.clockAt("2057-10-10T09:00:00");
        var employed = enrolled("进度职", 2058);
        var dead = enrolled("进度故", 2058);
        enrolled("进度在", 2058);
        as(reviewer())
                .contentType("application/json")
                .body(Map.of(
                        "benefitYear",
                        2058,
                        "targets",
                        List.of(Map.of("divisionCode", WILLOW, "shouldBe", 3, "target", 3))))
                .put("/enrollment-targets")
                .then()
                .statusCode(200);
        Demo.clockAt("2058-03-10T09:00:00");
        ended(employed, "EMPLOYEE_INSURANCE");
        ended(dead, "DEATH");
        var mine = "items.find { it.divisionCode == '" + WILLOW + "' }.";
        as(clerk())
                .get("/progress?benefitYear=2058&divisionCode=360902199")
                .then()
                .body(mine + "enrolled", equalTo(1))
                .body(mine + "excused", equalTo(2))
                .body(mine + "reasons.DEAD", equalTo(1))
                .body(mine + "reasons.EMPLOYEE", equalTo(1))
                .body(mine + "rate", equalTo("100.00"));
        absent(employed, "REFUSED").statusCode(200);
        as(clerk())
                .get("/progress?benefitYear=2058&divisionCode=360902199")
                .then()
                .body(mine + "excused", equalTo(1));
        absent(dead, "DEAD").statusCode(409).body("code", equalTo("PERSON_DECEASED"));
    }

    private static void ended(String person, String event) {
        post(
                        clerk(),
                        Map.of("event", event, "on", "2058-03-01", "reason", "核实", "evidence", "证明"),
                        "/persons/{id}/endings",
                        person)
                .statusCode(201);
    }

    @Test
    @DisplayName("上年同日：闰年2月29日登记的算在次年3月1日，不漏；平常年份的2月28日在闰年不加两次")
    void theLeapDayIsCountedOnce() {
        Demo.clockAt("2068-02-29T09:00:00");
        enrolled("闰日", 2068);
        Demo.clockAt("2069-02-27T09:00:00");
        enrolled("次年", 2069);
        Demo.clockAt("2069-03-01T09:00:00");
        as(clerk())
                .get("/progress/days?benefitYear=2069&divisionCode=" + WILLOW)
                .then()
                .body("items.day", equalTo(List.of("2069-02-27", "2069-02-28", "2069-03-01")))
                .body("items.lastYear", equalTo(List.of(0, 0, 1)));
        Demo.clockAt("2071-02-28T09:00:00");
        enrolled("平日", 2071);
        Demo.clockAt("2072-02-27T09:00:00");
        enrolled("闰前", 2072);
        Demo.clockAt("2072-03-01T09:00:00");
        as(clerk())
                .get("/progress/days?benefitYear=2072&divisionCode=" + WILLOW)
                .then()
                .body("items.lastYear", equalTo(List.of(0, 1, 1, 1)));
    }
}
