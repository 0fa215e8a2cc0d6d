package jumin.enrollment.ending;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.household;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.reviewer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndingTest {

    private static final String ENDINGS = "/persons/{id}/endings";

    @Inject
    FeedOfThisService feed;

    private String id;

    @BeforeEach
    void somebodyEnrolledFor2024() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        id = registered(person("冯参军", idNumber(LocalDate.of(2001, 5, 6), true)));
        Demo.clockAt("2024-07-20T09:00:00");
    }

    private static Map<String, Object> ending(String event, String on) {
        return new HashMap<>(Map.of("event", event, "on", on, "reason", "本人申报", "evidence", "证明原件"));
    }

    @Test
    @DisplayName("第二十二条：试算说明待遇享受到哪一日、能否退费和依据，什么也不改")
    void aTrialChangesNothing() {
        post(clerk(), ending("MILITARY_SERVICE", "2024-07-01"), ENDINGS + "/trial", id)
                .statusCode(200)
                .body("effects", hasSize(1))
                .body("effects[0].outcome", equalTo("TERMINATES"))
                .body("effects[0].lastCoveredDay", equalTo("2024-06-30"))
                .body("effects[0].citation.article", containsString("第二十二条"))
                .body("effects[0].refund.outcome", equalTo("REFUSED"))
                .body("effects[0].refund.citation.article", containsString("第二十二条"));
        get(clerk(), "/persons/{id}/enrollments", id).body("items.state", equalTo(List.of("ENROLLED")));
    }

    @Test
    @DisplayName("第二十二条：待遇未开始的可退费；参军终止，变更记录有依据和材料；撤销后恢复")
    void anEndingBeforeTheYearIsRefunded() {
        Demo.clockAt("2023-12-20T09:00:00");
        String ended = post(clerk(), ending("MILITARY_SERVICE", "2023-12-10"), ENDINGS, id)
                .statusCode(201)
                .body("effects[0].refund.outcome", equalTo("GRANTED"))
                .body("effects[0].explanation", containsString("不再开始"))
                .extract()
                .path("endingId");
        var published = feed.last("enrollment", id);
        assertEquals("TERMINATED", published.get("state").asText());
        assertEquals("2023-12-10", published.get("endedOn").asText());
        assertEquals("military_service", published.get("endReason").asText());
        String enrollment =
                get(clerk(), "/persons/{id}/enrollments", id).extract().path("items[0].enrollmentId");
        get(clerk(), "/enrollments/{id}/events", enrollment)
                .body("items.kindName", equalTo(List.of("登记", "终止")))
                .body("items[1].article", containsString("第二十二条"))
                .body("items[1].evidence", equalTo("证明原件"));

        post(clerk(), Map.of("reason", "误报"), "/endings/{id}/undo", ended)
                .statusCode(200)
                .body("undoReason", equalTo("误报"));
        assertEquals("ENROLLED", feed.last("enrollment", id).get("state").asText());
        post(clerk(), Map.of("reason", "再次"), "/endings/{id}/undo", ended)
                .statusCode(409)
                .body("code", equalTo("ENDING_UNDONE"));
    }

    @Test
    @DisplayName("死亡当日仍享受（A24）；户内成员到死亡之日为止；提醒变更户主；由县级撤销")
    void aDeathEndsWithItsDay() {
        var home = household(id);
        String ended = post(clerk(), ending("DEATH", "2024-07-15"), ENDINGS, id)
                .statusCode(201)
                .body("effects[0].lastCoveredDay", equalTo("2024-07-15"))
                .extract()
                .path("endingId");
        get(clerk(), "/persons/{id}", id).body("status", equalTo("DECEASED"));
        get(clerk(), "/households/{id}", home).body("members", hasSize(0));
        get(clerk(), "/households/{id}?on=2024-07-15", home).body("members", hasSize(1));
        assertEquals("DECEASED", feed.last("person", id).get("status").asText());
        post(clerk(), ending("DEATH", "2024-07-15"), ENDINGS, id)
                .statusCode(409)
                .body("code", equalTo("PERSON_DECEASED"));

        post(clerk(), Map.of("reason", "误报"), "/endings/{id}/undo", ended).statusCode(403);
        post(reviewer(), Map.of("reason", "误报"), "/endings/{id}/undo", ended).statusCode(200);
        get(clerk(), "/persons/{id}", id).body("status", equalTo("ACTIVE"));
        get(clerk(), "/households/{id}", home).body("members[0].relationName", equalTo("户主"));
        get(clerk(), "/persons/{id}/enrollments", id).body("items.state", equalTo(List.of("ENROLLED")));
    }

    @Test
    @DisplayName("其后已登记死亡的：先前的终止不能单独撤销，死者不再参保；县级先撤销死亡登记才行")
    void nobodyIsEnrolledAgainAfterDeath() {
        String employed = post(clerk(), ending("EMPLOYEE_INSURANCE", "2024-03-01"), ENDINGS, id)
                .statusCode(201)
                .extract()
                .path("endingId");
        String death = post(clerk(), ending("DEATH", "2024-05-15"), ENDINGS, id)
                .statusCode(201)
                .body("effects", hasSize(0))
                .extract()
                .path("endingId");
        var mistake = Map.<String, Object>of("reason", "误报");
        post(clerk(), mistake, "/endings/{id}/undo", employed)
                .statusCode(409)
                .body("code", equalTo("PERSON_DECEASED"))
                .body("detail", containsString("撤销死亡登记"));
        assertEquals("TERMINATED", feed.last("enrollment", id).get("state").asText());

        post(reviewer(), mistake, "/endings/{id}/undo", death).statusCode(200);
        post(clerk(), mistake, "/endings/{id}/undo", employed).statusCode(200);
        assertEquals("ENROLLED", feed.last("enrollment", id).get("state").asText());
    }

    @Test
    @DisplayName("条文没有写明的情形暂缓，报县级决定；日期不通的说明改法")
    void whatTheLawDoesNotNameIsHeld() {
        post(clerk(), ending("MEDICAL_PAROLE", "2024-07-01"), ENDINGS, id)
                .statusCode(422)
                .body("code", equalTo("ENDING_HELD"))
                .body("detail", containsString("县级"));
        post(clerk(), ending("DEATH", "2024-08-01"), ENDINGS, id)
                .statusCode(422)
                .body("code", equalTo("CHANGE_DATE_INVALID"));
        post(Demo.otherClerk(), ending("DEATH", "2024-07-01"), ENDINGS, id).statusCode(404);
        post(clerk(), ending("NO_SUCH", "2024-07-01"), ENDINGS, id).statusCode(400);
    }

    private ValidatableResponse rest(String action, String on, String enrollment) {
        return post(
                clerk(),
                Map.of("action", action, "on", on, "reason", "短期务工", "evidence", "合同、申请"),
                "/enrollments/{id}/suspensions",
                enrollment);
    }

    @Test
    @DisplayName("第二十条：短期务工暂停，先试算；已暂停的再暂停说明自何日起；别的服务得知日期")
    void shortTermWorkSuspends() {
        var enrollment = Calls.enrollment(id);
        var start = Map.<String, Object>of("action", "SUSPEND", "on", "2024-03-01", "reason", "务工", "evidence", "合同");
        post(clerk(), start, "/enrollments/{id}/suspensions/trial", enrollment)
                .statusCode(200)
                .body("outcome", equalTo("SUSPENDS"))
                .body("citation.article", equalTo("第二十条"));
        rest("SUSPEND", "2024-03-01", enrollment).statusCode(200);
        rest("SUSPEND", "2024-04-01", enrollment)
                .statusCode(409)
                .body("code", equalTo("SUSPENSION_STATE_DIFFERS"))
                .body("detail", containsString("2024-03-01"));
        post(clerk(), start, "/enrollments/{id}/suspensions/trial", enrollment).statusCode(409);
        assertEquals(
                "2024-03-01",
                feed.last("enrollment", id).get("facts").get("employeeStart").asText());
    }

    @Test
    @DisplayName("第二十条：短期务工结束，依申请恢复；早于暂停的不行，已恢复的不再恢复")
    void whoHasFinishedResumes() {
        var enrollment = Calls.enrollment(id);
        rest("SUSPEND", "2024-03-01", enrollment).statusCode(200);
        rest("RESUME", "2024-02-01", enrollment).statusCode(422).body("code", equalTo("CHANGE_DATE_INVALID"));
        rest("RESUME", "2024-06-01", enrollment)
                .statusCode(200)
                .body("outcome", equalTo("RESUMES"))
                .body("resumed", equalTo("2024-06-01"));
        rest("RESUME", "2024-06-02", enrollment).statusCode(409).body("code", equalTo("SUSPENSION_STATE_DIFFERS"));
        get(clerk(), "/enrollments/{id}/events", enrollment).body("items.kind", hasItem("RESUMED"));
    }

    @Test
    @DisplayName("第二十条：一年内再次短期务工的，前后两次各自保留；当日恢复说明最早何日")
    void oneSuspendsAgain() {
        var enrollment = Calls.enrollment(id);
        rest("SUSPEND", "2024-03-01", enrollment).statusCode(200);
        rest("RESUME", "2024-06-01", enrollment).statusCode(200);
        rest("SUSPEND", "2024-07-01", enrollment)
                .statusCode(200)
                .body("outcome", equalTo("SUSPENDS"))
                .body("refund.outcome", equalTo("REFUSED"));
        var facts = feed.last("enrollment", id).get("facts");
        assertEquals(2, facts.get("suspensions").size());
        assertEquals(
                "2024-06-01",
                facts.get("suspensions").get(0).get("resumeApplicationDate").asText());
        assertEquals("2024-07-01", facts.get("employeeStart").asText());
        assertTrue(facts.path("resumeApplicationDate").isMissingNode());
        rest("RESUME", "2024-07-01", enrollment)
                .statusCode(422)
                .body("code", equalTo("CHANGE_DATE_INVALID"))
                .body("errors[0].suggestion", containsString("2024-07-01"));
    }

    @Test
    @DisplayName("暂停、恢复从最后一次起逐次撤销，撤销后事由如初；别的乡镇办不了")
    void suspensionsAreTakenBackInTheirOrder() {
        String enrollment =
                get(clerk(), "/persons/{id}/enrollments", id).extract().path("items[0].enrollmentId");
        var path = "/enrollments/{id}/suspensions";
        String began = post(
                        clerk(),
                        Map.of("action", "SUSPEND", "on", "2024-03-01", "reason", "务工", "evidence", "合同"),
                        path,
                        enrollment)
                .statusCode(200)
                .extract()
                .path("changeId");
        String resumed = post(
                        clerk(),
                        Map.of("action", "RESUME", "on", "2024-06-01", "reason", "恢复", "evidence", "申请"),
                        path,
                        enrollment)
                .statusCode(200)
                .extract()
                .path("changeId");
        var undo = "/enrollment-changes/{id}/undo";
        post(clerk(), Map.of("reason", "误办"), undo, began)
                .statusCode(409)
                .body("code", equalTo("ENROLLMENT_CHANGED_SINCE"));
        post(Demo.otherClerk(), Map.of("reason", "误办"), undo, resumed).statusCode(404);
        post(clerk(), Map.of("reason", "误办"), undo, resumed)
                .statusCode(200)
                .body("kind", equalTo("RESUMPTION"))
                .body("undoReason", equalTo("误办"));
        post(clerk(), Map.of("reason", "再次"), undo, resumed)
                .statusCode(409)
                .body("code", equalTo("ENROLLMENT_CHANGE_UNDONE"));
        post(clerk(), Map.of("reason", "误办"), undo, began).statusCode(200);
        assertEquals("{}", feed.last("enrollment", id).get("facts").toString());
        get(clerk(), "/enrollments/{id}/changes", enrollment)
                .body("items.kind", equalTo(List.of("SUSPENSION", "RESUMPTION")));
    }
}
