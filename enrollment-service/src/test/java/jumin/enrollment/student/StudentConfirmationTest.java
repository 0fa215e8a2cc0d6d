package jumin.enrollment.student;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Demo.UNIVERSITY;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static jumin.enrollment.Demo.reviewer;
import static jumin.enrollment.Demo.school;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Benefit year 2046: a standard that no other test meets. */
@QuarkusTest
class StudentConfirmationTest {

    private static final String CONFIRM = "/enrollments/{id}/student-confirmation";
    private static final String EVIDENCE = "/enrollments/{id}/student-evidence";

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 contribution;

    @BeforeEach
    void autumn() throws Exception {
        contribution.published(2046, "380.00");
        Demo.divisions();
        Demo.university();
        Demo.clockAt("2045-10-10T09:00:00");
    }

    private static Map<String, Object> student(String name, LocalDate birth) {
        var student = person(name, idNumber(birth, true));
        student.put("benefitYear", 2046);
        student.put("type", "college_student");
        student.put("school", UNIVERSITY);
        return student;
    }

    private static String enrolled(String name) {
        return register(student(name, LocalDate.of(2024, 5, 6)))
                .statusCode(201)
                .extract()
                .path("enrollment.personId");
    }

    private static ValidatableResponse subsidy(String enrollment) {
        return get(clerk(), "/enrollments/{id}/subsidy", enrollment);
    }

    private static Map<String, Object> yes() {
        return Map.of("confirmed", true, "reason", "学籍在册");
    }

    @Test
    @DisplayName("第八条、第十四条：成年人没有学校、学校未登记、不是高校的，柜台和村都不能按大学生登记，说明依据和改法")
    void nobodyIsAStudentByWord() {
        var grown = student("骗补者", LocalDate.of(1985, 5, 6));
        grown.remove("school");
        for (var token : new String[] {clerk(), Tokens.staff("village_helper", "helper", Demo.VILLAGE_PATH)}) {
            register(token, grown, UUID.randomUUID().toString())
                    .statusCode(422)
                    .body("errors.code", hasItem("STUDENT_WITHOUT_SCHOOL"))
                    .body("errors.suggestion", hasItem(containsString("普通居民")))
                    .body("citations.article", hasItem("第八条"));
        }
        grown.put("school", "GX99999999");
        register(grown).statusCode(422).body("errors.code", hasItem("SCHOOL_UNKNOWN"));
        grown.put("school", "XX36090288");
        register(grown).statusCode(422).body("errors.code", hasItem("SCHOOL_NOT_UNIVERSITY"));

        var known = person("续为学生", idNumber(LocalDate.of(1985, 5, 6), true));
        known.put("benefitYear", 2045);
        String id = register(known).statusCode(201).extract().path("enrollment.personId");
        var next = Map.<String, Object>of("benefitYear", 2046, "type", "college_student");
        post(clerk(), next, "/persons/{id}/enrollments", id)
                .statusCode(422)
                .body("errors.code", hasItem("STUDENT_WITHOUT_SCHOOL"));
        post(clerk(), next, "/persons/{id}/enrollments/trial", id).statusCode(422);
    }

    @Test
    @DisplayName("有学校的先登记，资助暂缓并说明；学校确认后全额负担；复算相同；别校看不到、确认不了")
    void theSchoolSaysSo() {
        var id = enrolled("大学甲");
        var enrollment = enrollment(id);
        subsidy(enrollment)
                .body("state", equalTo("HELD"))
                .body("heldReason", containsString("学校确认"))
                .body("curedBy", containsString("学籍材料"))
                .body("explanation.citation.article", hasItem("第八条"));
        get(clerk(), "/enrollments/{id}/subsidy/replay", enrollment).body("identical", equalTo(true));
        get(school(UNIVERSITY), "/student-confirmations").body("items.enrollmentId", hasItem(enrollment));
        get(school("GX36090202"), "/student-confirmations").body("items.enrollmentId", not(hasItem(enrollment)));
        post(school("GX36090202"), yes(), CONFIRM, enrollment).statusCode(404);
        post(clerk(), yes(), CONFIRM, enrollment).statusCode(403);

        post(school(UNIVERSITY), yes(), CONFIRM, enrollment)
                .statusCode(200)
                .body("basis", equalTo("SCHOOL"))
                .body("schoolName", equalTo("宜春示范学院"));

        subsidy(enrollment).body("tier", equalTo("full")).body("personAmount", equalTo("0.00"));
        assertEquals(
                "full", feed.last("enrollment", id).get("subsidy").get("tier").asText());
        get(school(UNIVERSITY), "/student-confirmations").body("items.enrollmentId", not(hasItem(enrollment)));
        post(clerk(), Map.of("evidence", "录取通知书"), EVIDENCE, enrollment)
                .statusCode(409)
                .body("code", equalTo("STUDENT_CONFIRMED"));
    }

    @Test
    @DisplayName("凭材料须两人：没有材料的、自己补材料自己确认的都不行；县级另一人确认；否认的按其他身份，个人缴费")
    void evidenceNeedsTwoPeople() {
        var id = enrolled("大学乙");
        var enrollment = enrollment(id);
        post(reviewer(), yes(), CONFIRM, enrollment).statusCode(422).body("code", equalTo("STUDENT_EVIDENCE_MISSING"));
        post(reviewer(), Map.of("evidence", "学信网报告"), EVIDENCE, enrollment).statusCode(200);
        post(reviewer(), yes(), CONFIRM, enrollment).statusCode(403).body("code", equalTo("STUDENT_SECOND_PERSON"));
        var approver = Tokens.staff("county_approver", "approver", "360900/360902/");

        post(approver, Map.of("confirmed", false, "reason", "已毕业"), CONFIRM, enrollment)
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        subsidy(enrollment).body("tier", equalTo("none")).body("personAmount", equalTo("380.00"));
        assertEquals("ordinary", feed.last("enrollment", id).get("type").asText(), "cover is an ordinary resident's");
        post(approver, yes(), CONFIRM, enrollment).statusCode(409);

        post(clerk(), Map.of("evidence", "录取通知书、缴费单"), EVIDENCE, enrollment).statusCode(200);
        subsidy(enrollment).body("state", equalTo("HELD"));
        post(approver, yes(), CONFIRM, enrollment).statusCode(200).body("basis", equalTo("EVIDENCE"));
        subsidy(enrollment).body("tier", equalTo("full"));
        assertEquals("college_student", feed.last("enrollment", id).get("type").asText());
        get(clerk(), "/enrollments/{id}/events", enrollment).body("items.reason", hasItem(containsString("凭材料确认学籍")));
    }

    @Test
    @DisplayName("高校花名册：本校学生默认按大学生并随即确认，已登记待确认的也确认；撤销后新人撤回、待确认的回到待确认")
    void aRosterOfTheUniversityConfirms() throws Exception {
        var waiting = student("大学丙", LocalDate.of(2024, 7, 8));
        var id = register(waiting).statusCode(201).extract().<String>path("enrollment.personId");
        var enrollment = enrollment(id);
        var fresh = idNumber(LocalDate.of(2024, 9, 9), false);
        var file = "姓名,身份证号\n大学丙," + waiting.get("idNumber") + "\n大学丁," + fresh + "\n";
        String roster = as(school(UNIVERSITY))
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("file", "2045级.csv", file.getBytes(StandardCharsets.UTF_8))
                .multiPart("benefitYear", "2046")
                .multiPart("divisionCode", Demo.OTHER_VILLAGE)
                .post("/roster-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        assertEquals("VALIDATED", until(roster, "UPLOADED"));
        step(roster, "commit", Map.of());
        assertEquals("COMMITTED", until(roster, "COMMITTING"));

        subsidy(enrollment).body("tier", equalTo("full"));
        get(school(UNIVERSITY), "/student-confirmations?state=CONFIRMED&size=100")
                .body("items.maskedName", hasItem("大**"))
                .body("items.find { it.enrollmentId == '" + enrollment + "' }.basis", equalTo("ROSTER"));
        String named = found(fresh);
        assertEquals(
                "full",
                feed.last("enrollment", named).get("subsidy").get("tier").asText());

        step(roster, "undo", Map.of("reason", "报错年级"));
        assertEquals("UNDONE", until(roster, "UNDOING"));
        subsidy(enrollment).body("state", equalTo("HELD"));
        assertEquals("WITHDRAWN", feed.last("person", named).get("status").asText());
    }

    private static String found(String number) {
        return post(school(UNIVERSITY), Map.of("idNumber", number), "/person-searches")
                .statusCode(200)
                .extract()
                .path("items[0].personId");
    }

    private static void step(String roster, String step, Map<String, Object> body) {
        post(school(UNIVERSITY), body, "/roster-imports/{id}/" + step, roster).statusCode(202);
    }

    private static String until(String roster, String state) throws InterruptedException {
        for (var tries = 0; tries < 300; tries++) {
            String now = get(school(UNIVERSITY), "/roster-imports/{id}", roster)
                    .extract()
                    .path("state");
            if (!now.equals(state)) {
                return now;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still " + state);
    }

    @Test
    @DisplayName("学校由县里登记：别的县登记不了，重复登记不改变结果，更正留名")
    void schoolsAreRegisteredByTheirCounty() {
        var list = Map.of(
                "schools",
                java.util.List.of(
                        Map.of("code", UNIVERSITY, "name", "宜春示范学院", "kind", "UNIVERSITY", "countyCode", "360902")));
        as(reviewer())
                .contentType("application/json")
                .body(list)
                .post("/schools")
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(1));
        as(Tokens.staff("county_reviewer", "reviewer-x", "360900/360903/"))
                .contentType("application/json")
                .body(list)
                .post("/schools")
                .then()
                .statusCode(403)
                .body("code", equalTo("OUTSIDE_SCOPE"));
        get(clerk(), "/schools?countyCode=360902").body("items.code", hasItem(UNIVERSITY));
    }

    @Test
    @DisplayName("已过年度：学校不能更改已有的学籍结论，资助和待遇不变；还没有结论的仍由学校确认")
    void aSchoolDoesNotRewriteAYearThatIsOver() {
        var id = enrolled("大学往年");
        var enrollment = enrollment(id);
        post(school(UNIVERSITY), yes(), CONFIRM, enrollment).statusCode(200);
        var waiting = enrollment(enrolled("大学未决"));
        Demo.clockAt("2047-03-10T09:00:00");
        var no = Map.<String, Object>of("confirmed", false, "reason", "已毕业");
        post(school(UNIVERSITY), no, CONFIRM, enrollment)
                .statusCode(409)
                .body("code", equalTo("STUDENT_CONFIRMED"))
                .body("detail", containsString("年度已经结束"));
        subsidy(enrollment).body("tier", equalTo("full")).body("personAmount", equalTo("0.00"));
        post(school(UNIVERSITY), yes(), CONFIRM, waiting).statusCode(200);
        subsidy(waiting).body("tier", equalTo("full"));
    }

    @Test
    @DisplayName("第十四条：毕业后次年不再是大学生，已确认的学籍退回待确认，财政不再负担；改为普通居民后个人缴费")
    void whoLeftIsNoStudentNextYear() {
        var id = enrolled("大学毕业");
        var enrollment = enrollment(id);
        post(school(UNIVERSITY), yes(), CONFIRM, enrollment).statusCode(200);
        subsidy(enrollment).body("tier", equalTo("full"));

        var left =
                new java.util.HashMap<String, Object>(Map.of("kind", "GRADUATED", "on", "2016-06-30", "reason", "毕业"));
        for (var path : List.of("/persons/{id}/school-changes", "/persons/{id}/school-changes/trial")) {
            post(school(UNIVERSITY), left, path, id).statusCode(422).body("errors[0].suggestion", containsString("年份"));
        }
        left.put("on", "2045-10-01");
        post(school(UNIVERSITY), left, "/persons/{id}/school-changes/trial", id)
                .statusCode(200)
                .body("notes", hasItem(containsString("2046年度的学籍确认退回待确认")));
        subsidy(enrollment).body("tier", equalTo("full"));
        post(school(UNIVERSITY), left, "/persons/{id}/school-changes", id)
                .statusCode(200)
                .body("notes", hasItem(containsString("2046年度的学籍确认退回待确认")));

        subsidy(enrollment).body("state", equalTo("HELD"));
        assertEquals(
                "HELD", feed.last("enrollment", id).get("subsidy").get("state").asText());
        post(
                        clerk(),
                        Map.of("type", "ordinary", "on", "2045-10-01", "reason", "毕业", "evidence", "毕业证"),
                        "/enrollments/{id}/type-changes",
                        enrollment)
                .statusCode(200);
        subsidy(enrollment).body("state", equalTo("DECIDED")).body("personAmount", equalTo("380.00"));
    }
}
