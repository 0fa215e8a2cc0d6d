package jumin.enrollment.notice;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.auditor;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.department;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.reviewer;
import static jumin.enrollment.Demo.school;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jumin.enrollment.Demo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What this office has to tell others: a pupil's former place, and a school that has not sent its list. */
@QuarkusTest
class NoticeTest {

    private static final String NOTICES = "/former-place-notices?size=100";
    private static final int PATIENCE = 100;

    private String number;
    private String id;

    @BeforeEach
    void somebodyEnrolled() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        number = idNumber(LocalDate.of(2006, 5, 6), true);
        id = registered(person("柳入学", number));
    }

    private String notice(String state) {
        return get(clerk(), NOTICES + "&state=" + state)
                .statusCode(200)
                .extract()
                .path("items.find { it.personId == '" + id + "' }.noticeId");
    }

    @Test
    @DisplayName("宜春第十八条：入学时写明原参保地的，列为待告知，办结后记下何人接收；别的乡镇看不到；离校不填")
    void thePlaceBeforeIsTold() {
        var entry = Map.<String, Object>of(
                "kind", "ENTERED", "on", "2023-09-01", "reason", "入学", "school", "XX36090288", "formerPlace", "某省某市");
        post(clerk(), entry, "/persons/{id}/school-changes", id).statusCode(200).body("notes", hasSize(2));
        var open = notice("OPEN");
        get(clerk(), NOTICES)
                .body("items.find { it.noticeId == '" + open + "' }.place", equalTo("某省某市"))
                .body("items.find { it.noticeId == '" + open + "' }.citation.article", equalTo("第十八条"));
        get(otherClerk(), NOTICES).body("items.noticeId", not(hasItem(open)));

        var done = Map.<String, Object>of("told", true, "note", "传真，李某接收");
        post(otherClerk(), done, "/former-place-notices/{id}/completion", open).statusCode(404);
        post(clerk(), done, "/former-place-notices/{id}/completion", open)
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("note", equalTo("传真，李某接收"))
                .body("closedBy", equalTo("clerk"));
        post(clerk(), done, "/former-place-notices/{id}/completion", open)
                .statusCode(409)
                .body("code", equalTo("NOTICE_CLOSED"));
        get(clerk(), NOTICES).body("items.noticeId", not(hasItem(open)));
        get(auditor(), NOTICES + "&state=DONE").body("items.noticeId", hasItem(open));

        post(
                        clerk(),
                        Map.of("kind", "LEFT", "on", "2023-09-02", "reason", "退学", "formerPlace", "某市"),
                        "/persons/{id}/school-changes",
                        id)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/formerPlace"));
    }

    @Test
    @DisplayName("宜春第十八条：在校学生的外地参保决定保留我方的，列为待告知；撤销处理的不再告知；不在校的不列")
    void aPupilsConflictThatIsKeptTellsThePlace() {
        var row = Map.of("idNumber", number, "name", "柳入学", "from", "2023-10-01", "where", "某省某县");
        post(
                        department(),
                        Map.of("source", "OTHER_REGION", "listMonth", "2023-10", "rows", List.of(row)),
                        "/cover-lists")
                .statusCode(201);
        var conflict = conflict();
        var keep = Map.<String, Object>of("decision", "KEEP", "reason", "学籍地参保");
        var undo = Map.<String, Object>of("reason", "再核实");
        post(clerk(), keep, "/cover-conflicts/{id}/decision", conflict).statusCode(200);
        get(clerk(), NOTICES).body("items.personId", not(hasItem(id)));
        post(clerk(), undo, "/cover-conflicts/{id}/undo", conflict).statusCode(200);

        var entry =
                Map.<String, Object>of("kind", "ENTERED", "on", "2023-09-01", "reason", "入学", "school", "XX36090288");
        post(clerk(), entry, "/persons/{id}/school-changes", id).statusCode(200).body("notes", hasSize(1));
        post(clerk(), keep, "/cover-conflicts/{id}/decision", conflict).statusCode(200);
        get(clerk(), NOTICES).body("items.find { it.personId == '" + id + "' }.place", equalTo("某省某县"));
        post(clerk(), undo, "/cover-conflicts/{id}/undo", conflict).statusCode(200);
        get(clerk(), NOTICES).body("items.personId", not(hasItem(id)));
        get(clerk(), NOTICES + "&state=WITHDRAWN").body("items.personId", hasItem(id));
    }

    @Test
    @DisplayName("外地参保名单文件没有参保地一列的：在校学生照样可以保留我方，待告知写明名单未写")
    void aConflictWithoutAPlaceIsKeptToo() throws InterruptedException {
        var entry =
                Map.<String, Object>of("kind", "ENTERED", "on", "2023-09-01", "reason", "入学", "school", "XX36090288");
        post(clerk(), entry, "/persons/{id}/school-changes", id).statusCode(200);
        var file = "证件号码,姓名,起始日\n" + number + ",柳入学,2023-10-01\n";
        as(department())
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("file", "外地.csv", file.getBytes(StandardCharsets.UTF_8))
                .multiPart("source", "OTHER_REGION")
                .multiPart("listMonth", "2023-10")
                .post("/cover-lists/files")
                .then()
                .statusCode(202);
        var conflict = conflict();
        for (var tries = 0; tries < PATIENCE && conflict == null; tries++) {
            Thread.sleep(100);
            conflict = conflict();
        }

        post(
                        clerk(),
                        Map.of("decision", "KEEP", "reason", "学籍地参保"),
                        "/cover-conflicts/{id}/decision",
                        Objects.requireNonNull(conflict))
                .statusCode(200);

        get(clerk(), NOTICES).body("items.find { it.personId == '" + id + "' }.place", equalTo("名单未写明"));
    }

    private String conflict() {
        return get(clerk(), "/cover-conflicts?size=100")
                .extract()
                .path("items.find { it.personId == '" + id + "' }.conflictId");
    }

    private static void becomes(String state, String school, String roster) throws InterruptedException {
        String now = "";
        for (var tries = 0; tries < PATIENCE && !state.equals(now); tries++) {
            Thread.sleep(100);
            now = get(school(school), "/roster-imports/{id}", roster).extract().path("state");
        }
        assertEquals(state, now);
    }

    @Test
    @DisplayName("宜春第四条：每年10月底前报送学籍名录；没有报送的列出并催报，上传而未入库的仍列，入库后不再列")
    void schoolsAreRemindedOfTheirLists() throws InterruptedException {
        var code = "XX" + UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 8);
        as(reviewer())
                .contentType("application/json")
                .body(Map.of(
                        "schools",
                        List.of(Map.of("code", code, "name", "示范中学", "kind", "SCHOOL", "countyCode", "360902"))))
                .post("/schools")
                .then()
                .statusCode(200);
        var ours = "items.find { it.code == '" + code + "' }.";
        var missing = "/school-lists?year=2023&missing=true";
        get(reviewer(), missing)
                .statusCode(200)
                .body(ours + "state", equalTo("DUE"))
                .body(ours + "deadline", equalTo("2023-10-31"))
                .body(ours + "citation.article", equalTo("第四条"))
                .body(ours + "reminders", equalTo(0));
        Demo.clockAt("2023-11-01T09:00:00");
        get(reviewer(), missing).body(ours + "state", equalTo("OVERDUE"));
        var reminder =
                new java.util.HashMap<String, Object>(Map.of("schoolCode", code, "year", 2023, "note", "电话催报，王某"));
        post(reviewer(), reminder, "/school-list-reminders")
                .statusCode(200)
                .body("reminders", equalTo(1))
                .body("lastReminder", equalTo("电话催报，王某"));
        reminder.put("schoolCode", "XX00000000");
        post(reviewer(), reminder, "/school-list-reminders").statusCode(404).body("code", equalTo("SCHOOL_UNKNOWN"));
        get(clerk(), missing).statusCode(403);

        var file = "姓名,身份证号\n柳名录," + idNumber(LocalDate.of(2010, 5, 6), true) + "\n";
        String roster = as(school(code))
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("file", "初一.csv", file.getBytes(StandardCharsets.UTF_8))
                .multiPart("benefitYear", "2024")
                .multiPart("divisionCode", Demo.OTHER_VILLAGE)
                .post("/roster-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        becomes("VALIDATED", code, roster);
        get(reviewer(), missing).body("items.code", hasItem(code));
        as(school(code))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/roster-imports/{id}/commit", roster)
                .then()
                .statusCode(202);
        becomes("COMMITTED", code, roster);
        get(reviewer(), missing).body("items.code", not(hasItem(code)));
        get(reviewer(), "/school-lists?year=2023")
                .body(ours + "state", equalTo("SENT_LATE"))
                .body(ours + "sentOn", equalTo("2023-11-01"));
    }
}
