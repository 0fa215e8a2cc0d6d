package jumin.enrollment.change;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TypeChangeTest {

    private static final String CHANGES = "/enrollments/{id}/type-changes";

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 standard;

    private String id;
    private String enrollment;

    @BeforeEach
    void somebodyEnrolledFor2042() throws Exception {
        standard.published(2042, "380.00");
        Demo.divisions();
        Demo.clockAt("2041-10-10T09:00:00");
        id = registered(somebody("贺变更"));
        enrollment = enrollment(id);
    }

    private static Map<String, Object> somebody(String name) {
        var person = person(name, idNumber(LocalDate.of(2004, 5, 6), true));
        person.put("benefitYear", 2042);
        return person;
    }

    private static Map<String, Object> to(String type) {
        return new HashMap<>(Map.of("type", type, "on", "2041-10-10", "reason", "漏选", "evidence", "学籍证明"));
    }

    @Test
    @DisplayName("第八条、第十四条：普通居民改为大学生，试算写明待遇、资助待学校确认和依据，什么也不改；没有登记的学校不能改")
    void aTrialShowsBothSides() {
        post(clerk(), to("college_student"), CHANGES + "/trial", enrollment)
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"))
                .body("after.cover.explanation", containsString("没有学校"))
                .body("after.cover.citation.article", equalTo("第八条"));
        post(clerk(), to("college_student"), CHANGES, enrollment)
                .statusCode(422)
                .body("code", equalTo("TYPE_CHANGE_REFUSED"))
                .body("citations[0].article", equalTo("第八条"));
        entersSchool();
        post(clerk(), to("college_student"), CHANGES + "/trial", enrollment)
                .statusCode(200)
                .body("outcome", equalTo("CHANGES"))
                .body("before.personAmount", equalTo("380.00"))
                .body("after.subsidyState", equalTo("HELD"))
                .body("after.cover.coverFrom", equalTo("2042-01-01"))
                .body("money.outcome", equalTo("UNKNOWN"));
        get(clerk(), "/enrollments/{id}", enrollment).body("type", equalTo("ordinary"));
        get(clerk(), "/enrollments/{id}/changes", enrollment).body("items", hasSize(0));
    }

    private void entersSchool() {
        Demo.university();
        post(
                        clerk(),
                        Map.of("kind", "ENTERED", "school", Demo.UNIVERSITY, "on", "2041-09-01", "reason", "新生报到"),
                        "/persons/{id}/school-changes",
                        id)
                .statusCode(200);
    }

    @Test
    @DisplayName("第十四条：变更后资助待学校确认，确认后全额负担，别的服务得知；撤销后如初；什么也没改的不办理")
    void aChangeIsDecidedAgainAndTakenBack() {
        entersSchool();
        String change = post(clerk(), to("college_student"), CHANGES, enrollment)
                .statusCode(200)
                .extract()
                .path("changeId");
        var published = feed.last("enrollment", id);
        assertEquals("college_student", published.get("type").asText());
        assertEquals("HELD", published.get("subsidy").get("state").asText());
        post(
                        Demo.school(Demo.UNIVERSITY),
                        Map.of("confirmed", true, "reason", "学籍在册"),
                        "/enrollments/{id}/student-confirmation",
                        enrollment)
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"));
        assertEquals(
                "full", feed.last("enrollment", id).get("subsidy").get("tier").asText());
        get(clerk(), "/enrollments/{id}/subsidy", enrollment).body("explanation.citation.article", hasItem("第十四条"));
        get(clerk(), "/enrollments/{id}/events", enrollment)
                .body("items.reason", hasItem(containsString("普通居民变更为大学生")));
        post(clerk(), to("college_student"), CHANGES, enrollment)
                .statusCode(400)
                .body("code", equalTo("CHANGE_EMPTY"));

        post(clerk(), Map.of("reason", "选错"), "/enrollment-changes/{id}/undo", change)
                .statusCode(200)
                .body("after.typeName", equalTo("大学生"));
        assertEquals("ordinary", feed.last("enrollment", id).get("type").asText());
        assertEquals(
                "none", feed.last("enrollment", id).get("subsidy").get("tier").asText());
    }

    @Test
    @DisplayName("事由随类型：户口迁入须填日期，没有日期的按法规暂缓，不办理")
    void factsBelongToTheType() {
        Demo.clockAt("2042-05-10T09:00:00");
        var moved = registered(somebody("贺迁入"));
        var wanted = to("moved_in");
        wanted.put("on", "2042-05-01");
        wanted.put("facts", Map.of("eventDate", "2042-05-01"));
        post(clerk(), wanted, CHANGES + "/trial", enrollment(moved))
                .statusCode(200)
                .body("before.cover.coverFrom", equalTo("2042-08-10"))
                .body("after.cover.coverFrom", equalTo("2042-05-11"))
                .body("after.cover.citation.article", equalTo("第二十一条"));
    }

    @Test
    @DisplayName("村协管员不能撤销参保登记，也不能变更；别的乡镇办不了；已终止的不能变更")
    void whoMayChange() {
        var helper = Tokens.staff("village_helper", "helper", Demo.VILLAGE_PATH);
        post(helper, Map.of("reason", "不想参保"), "/enrollments/{id}/cancellation", enrollment)
                .statusCode(403)
                .body("code", equalTo("ACCESS_DENIED"));
        post(helper, to("clergy"), CHANGES, enrollment).statusCode(403);
        post(otherClerk(), to("clergy"), CHANGES, enrollment).statusCode(404);
        post(clerk(), to("newborn_deceased"), CHANGES, enrollment)
                .statusCode(422)
                .body("code", equalTo("TYPE_CHANGE_REFUSED"));
        post(clerk(), Map.of("reason", "登记有误"), "/enrollments/{id}/cancellation", enrollment)
                .statusCode(200);
        post(clerk(), to("clergy"), CHANGES, enrollment)
                .statusCode(409)
                .body("code", equalTo("ENROLLMENT_ALREADY_ENDED"));
    }

    @Test
    @DisplayName("第十五条：续保前试算何日起享受、应缴多少；已参保的、已死亡的说明原因；什么也不存")
    void aRenewalIsTriedFirst() {
        Demo.clockAt("2042-10-10T09:00:00");
        var next = Map.<String, Object>of("benefitYear", 2042, "type", "ordinary");
        post(clerk(), next, "/persons/{id}/enrollments/trial", id)
                .statusCode(409)
                .body("code", equalTo("ALREADY_ENROLLED"));
        var other = somebody("贺续保");
        other.put("benefitYear", 2041);
        Demo.clockAt("2041-10-10T09:00:00");
        var known = registered(other);
        post(clerk(), next, "/persons/{id}/enrollments/trial", known)
                .statusCode(200)
                .body("cover.coverFrom", equalTo("2042-01-01"))
                .body("cover.citation.article", containsString("第十五条"))
                .body("personAmount", equalTo("380.00"));
        get(clerk(), "/persons/{id}/enrollments", known).body("items", hasSize(1));
        post(otherClerk(), next, "/persons/{id}/enrollments/trial", known).statusCode(404);
    }

    @Test
    @DisplayName("第十五条：新登记前试算何日起享受、应缴多少、是否新立一户；什么也不存；不能登记的与登记时说得一样")
    void aRegistrationIsTriedFirst() {
        var wanted = somebody("贺新登");
        var number = Map.<String, Object>of("idNumber", wanted.get("idNumber"));
        for (var i = 0; i < 2; i++) {
            post(clerk(), wanted, "/persons/trial")
                    .statusCode(200)
                    .body("opensHousehold", equalTo(true))
                    .body("effect.cover.coverFrom", equalTo("2042-01-01"))
                    .body("effect.cover.citation.article", containsString("第十五条"))
                    .body("effect.personAmount", equalTo("380.00"));
        }
        post(clerk(), number, "/person-searches").body("items", hasSize(0));
        post(otherClerk(), wanted, "/persons/trial").statusCode(403).body("code", equalTo("OUTSIDE_SCOPE"));

        registered(wanted);
        post(clerk(), wanted, "/persons/trial").statusCode(409).body("code", equalTo("PERSON_ALREADY_REGISTERED"));
        wanted.put("idNumber", idNumber(LocalDate.of(2004, 5, 6), false));
        wanted.put("relation", "SPOUSE");
        post(clerk(), wanted, "/persons/trial").statusCode(200).body("opensHousehold", equalTo(false));
    }

    @Test
    @DisplayName("两人同时撤销同一变更：一人办成")
    void twoAtOnceUndoOnce() throws Exception {
        String change = post(clerk(), to("clergy"), CHANGES, enrollment)
                .statusCode(200)
                .extract()
                .path("changeId");
        try (var both = Executors.newFixedThreadPool(2)) {
            var statuses = both
                    .invokeAll(IntStream.range(0, 2)
                            .<Callable<Integer>>mapToObj(i -> () -> post(
                                            clerk(),
                                            Map.of("reason", "误办" + i),
                                            "/enrollment-changes/{id}/undo",
                                            change)
                                    .extract()
                                    .statusCode())
                            .toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 409), statuses);
        }
        assertEquals("ordinary", feed.last("enrollment", id).get("type").asText());
    }
}
