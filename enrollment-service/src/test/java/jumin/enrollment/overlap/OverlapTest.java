package jumin.enrollment.overlap;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.department;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverlapTest {

    @Inject
    FeedOfThisService feed;

    private String number;
    private String id;

    @BeforeEach
    void somebodyEnrolledFor2024() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        number = idNumber(LocalDate.of(1990, 5, 6), true);
        id = registered(person("蒋务工", number));
        Demo.clockAt("2024-07-20T09:00:00");
    }

    private Map<String, Object> row(String name, String from, String to) {
        var row = new HashMap<String, Object>(Map.of("idNumber", number, "name", name, "from", from, "where", "某市"));
        if (!to.isEmpty()) {
            row.put("to", to);
        }
        return row;
    }

    private static void list(String source, Map<String, Object> row, String verdict) {
        post(department(), Map.of("source", source, "listMonth", "2024-07", "rows", List.of(row)), "/cover-lists")
                .statusCode(201)
                .body("rows[0].verdict", equalTo(verdict));
    }

    private String conflict() {
        return get(clerk(), "/cover-conflicts?size=100")
                .extract()
                .path("items.find { it.personId == '" + id + "' }.conflictId");
    }

    @Test
    @DisplayName("在职工医保：建议终止，附依据；处理后终止，撤销后恢复；别的乡镇看不到")
    void employeesAreProposedToEnd() {
        list("EMPLOYEE", row("蒋务工", "2024-07-01", ""), "CONFLICT");
        var conflict = conflict();
        get(clerk(), "/cover-conflicts?size=100")
                .body("items.find { it.conflictId == '" + conflict + "' }.proposal", equalTo("TERMINATE"))
                .body("items.find { it.conflictId == '" + conflict + "' }.citation.article", containsString("第二十二条"));
        get(otherClerk(), "/cover-conflicts?size=100").body("items.conflictId", not(hasItem(conflict)));

        var decision = Map.<String, Object>of("decision", "TERMINATE", "reason", "本人确认");
        post(otherClerk(), decision, "/cover-conflicts/{id}/decision", conflict).statusCode(404);
        post(clerk(), decision, "/cover-conflicts/{id}/decision", conflict)
                .statusCode(200)
                .body("state", equalTo("DECIDED"));
        assertEquals("TERMINATED", feed.last("enrollment", id).get("state").asText());
        post(clerk(), decision, "/cover-conflicts/{id}/decision", conflict)
                .statusCode(409)
                .body("code", equalTo("CONFLICT_DECIDED"));

        post(clerk(), Map.of("reason", "名单有误"), "/cover-conflicts/{id}/undo", conflict)
                .statusCode(200)
                .body("state", equalTo("OPEN"));
        assertEquals("ENROLLED", feed.last("enrollment", id).get("state").asText());
    }

    @Test
    @DisplayName("第二十条：有终止日的职工医保建议暂停；处理后暂停，撤销后没有暂停")
    void shortTermWorkIsProposedToRest() {
        list("EMPLOYEE", row("蒋务工", "2024-03-01", "2024-06-30"), "CONFLICT");
        var conflict = conflict();
        post(clerk(), Map.of("decision", "SUSPEND", "reason", "短期务工"), "/cover-conflicts/{id}/decision", conflict)
                .statusCode(200)
                .body("proposal", equalTo("SUSPEND"))
                .body("citation.article", equalTo("第二十条"));
        assertEquals(
                "2024-03-01",
                feed.last("enrollment", id).get("facts").get("employeeStart").asText());
        post(clerk(), Map.of("reason", "名单有误"), "/cover-conflicts/{id}/undo", conflict)
                .statusCode(200);
        assertTrue(
                feed.last("enrollment", id).get("facts").path("employeeStart").isMissingNode());
    }

    @Test
    @DisplayName("不重叠、姓名不符、查无此人、日期不通：逐行说明；外地参保建议终止")
    void everyRowHasAVerdict() {
        list("EMPLOYEE", row("蒋务工", "2022-01-01", "2022-12-31"), "NO_CONFLICT");
        list("EMPLOYEE", row("蒋某人", "2024-07-01", ""), "NAME_DIFFERS");
        list("EMPLOYEE", row("蒋务工", "2024-07-01", "2024-06-01"), "INVALID");
        list("OTHER_REGION", row("蒋务工", "2024-01-01", "2024-12-31"), "CONFLICT");
        get(clerk(), "/cover-conflicts?size=100")
                .body("items.find { it.personId == '" + id + "' }.proposal", equalTo("TERMINATE"));
        number = idNumber(LocalDate.of(1990, 5, 7), true);
        list("EMPLOYEE", row("无此人", "2024-07-01", ""), "NOT_FOUND");
        post(
                        clerk(),
                        Map.of(
                                "source",
                                "EMPLOYEE",
                                "listMonth",
                                "2024-07",
                                "rows",
                                List.of(row("甲", "2024-07-01", ""))),
                        "/cover-lists")
                .statusCode(403);
    }

    @Test
    @DisplayName("第六条：处理一个年度的重复参保只终止该年度，别的年度不动；处理前试算终止到哪一日、能否退费")
    void oneConflictEndsOneYear() {
        Demo.clockAt("2024-10-20T09:00:00");
        post(clerk(), Map.of("benefitYear", 2025, "type", "ordinary"), "/persons/{id}/enrollments", id)
                .statusCode(201);
        list("EMPLOYEE", row("蒋务工", "2024-03-01", "2024-06-30"), "CONFLICT");
        var conflict = conflict();

        post(clerk(), Map.of("decision", "TERMINATE"), "/cover-conflicts/{id}/trial", conflict)
                .statusCode(200)
                .body("ending.effects.benefitYear", equalTo(List.of(2024)))
                .body("ending.effects[0].lastCoveredDay", equalTo("2024-02-29"))
                .body("ending.effects[0].refund.outcome", equalTo("REFUSED"));
        post(clerk(), Map.of("decision", "SUSPEND"), "/cover-conflicts/{id}/trial", conflict)
                .statusCode(200)
                .body("suspension.outcome", equalTo("SUSPENDS"));
        post(clerk(), Map.of("decision", "KEEP"), "/cover-conflicts/{id}/trial", conflict)
                .statusCode(200);
        post(otherClerk(), Map.of("decision", "KEEP"), "/cover-conflicts/{id}/trial", conflict)
                .statusCode(404);
        get(clerk(), "/persons/{id}/enrollments", id).body("items.state", equalTo(List.of("ENROLLED", "ENROLLED")));

        post(clerk(), Map.of("decision", "TERMINATE", "reason", "本人确认"), "/cover-conflicts/{id}/decision", conflict)
                .statusCode(200);
        get(clerk(), "/persons/{id}/enrollments", id).body("items.state", equalTo(List.of("TERMINATED", "ENROLLED")));
    }

    @Test
    @DisplayName("第二十条：已暂停的，名单再报，选暂停不会变成恢复")
    void suspendNeverResumes() {
        var enrollment = enrollment(id);
        var byHand = Map.<String, Object>of("action", "SUSPEND", "on", "2024-03-01", "reason", "务工", "evidence", "合同");
        post(clerk(), byHand, "/enrollments/{id}/suspensions", enrollment).statusCode(200);
        list("EMPLOYEE", row("蒋务工", "2024-04-01", "2024-06-30"), "CONFLICT");

        post(clerk(), Map.of("decision", "SUSPEND", "reason", "短期务工"), "/cover-conflicts/{id}/decision", conflict())
                .statusCode(409)
                .body("code", equalTo("SUSPENSION_STATE_DIFFERS"));
        assertTrue(feed.last("enrollment", id)
                .get("facts")
                .path("resumeApplicationDate")
                .isMissingNode());
    }

    @Test
    @DisplayName("已处理的重复参保：下月名单报同一起始日的不再列出；起始日不同、延长了终止日的再列出")
    void whatWasDecidedIsNotAskedAgain() {
        list("EMPLOYEE", row("蒋务工", "2024-03-01", "2024-06-30"), "CONFLICT");
        var first = conflict();
        post(clerk(), Map.of("decision", "KEEP", "reason", "名单有误"), "/cover-conflicts/{id}/decision", first)
                .statusCode(200);

        list("EMPLOYEE", row("蒋务工", "2024-03-01", "2024-06-30"), "ALREADY_DECIDED");
        list("EMPLOYEE", row("蒋务工", "2024-03-01", "2024-05-31"), "ALREADY_DECIDED");
        get(clerk(), "/cover-conflicts?size=100").body("items.personId", not(hasItem(id)));
        list("EMPLOYEE", row("蒋务工", "2024-03-01", ""), "CONFLICT");
        get(clerk(), "/cover-conflicts?size=100").body("items.personId", hasItem(id));
    }

    @Test
    @DisplayName("下月名单延长了终止日、又列出的：撤销前一个处理，前一个由后一个代替，只留一个待处理")
    void theLaterQuestionReplacesTheFirst() {
        list("EMPLOYEE", row("蒋务工", "2024-03-01", "2024-05-31"), "CONFLICT");
        var first = conflict();
        post(clerk(), Map.of("decision", "SUSPEND", "reason", "短期务工"), "/cover-conflicts/{id}/decision", first)
                .statusCode(200);
        list("EMPLOYEE", row("蒋务工", "2024-03-01", "2024-06-30"), "CONFLICT");
        var second = conflict();

        post(clerk(), Map.of("reason", "名单有误"), "/cover-conflicts/{id}/undo", first)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("reason", equalTo("已由其后的名单代替"));
        assertEquals(second, conflict());
        assertTrue(
                feed.last("enrollment", id).get("facts").path("employeeStart").isMissingNode());
    }

    @Test
    @DisplayName("重复参保处理为终止、终止又从别处撤销的：下月名单再列出，不因曾经处理而漏掉")
    void anEndingThatWasTakenBackDecidesNothing() {
        list("EMPLOYEE", row("蒋务工", "2024-07-01", ""), "CONFLICT");
        String ending = post(
                        clerk(),
                        Map.of("decision", "TERMINATE", "reason", "本人确认"),
                        "/cover-conflicts/{id}/decision",
                        conflict())
                .statusCode(200)
                .extract()
                .path("endingId");
        post(clerk(), Map.of("reason", "核实后仍在本地"), "/endings/{id}/undo", ending).statusCode(200);
        assertEquals("ENROLLED", feed.last("enrollment", id).get("state").asText());
        list("EMPLOYEE", row("蒋务工", "2024-07-01", ""), "CONFLICT");
    }
}
