package jumin.enrollment.roster;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.UNIVERSITY;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.department;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.school;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jumin.enrollment.Crashes;
import jumin.enrollment.Demo;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Jobs that break off in the middle of a chunk and between two chunks, as when the service is killed: nothing is lost, nothing done twice. */
@QuarkusTest
class KilledJobsTest {

    private static final int ROWS = 1100;
    /** More than a chunk of registrations. */
    private static final int PUPILS = 2100;

    @Inject
    Crashes crashes;

    @Inject
    Sql sql;

    @Inject
    CurrentCaller caller;

    @BeforeEach
    void autumn() {
        Demo.divisions();
        Demo.university();
        Demo.clockAt("2023-10-10T09:00:00");
    }

    @AfterEach
    void nothingMoreHappens() {
        crashes.never();
    }

    private void crashTwiceInAndOnceAfter(String point) {
        crashes.at(point, 2);
        crashes.at("job-after-chunk", 1);
    }

    private long count(String query, Object... values) {
        return caller.callAsService(() -> sql.count(query, values));
    }

    private static String until(String token, String path, String id, String moving) throws InterruptedException {
        for (var tries = 0; tries < 600; tries++) {
            String now = get(token, path, id).extract().path("state");
            if (!now.equals(moving)) {
                return now;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still " + moving);
    }

    @Test
    @DisplayName("参保名单比对途中被杀：续作，逐行各有一个结论，重复参保只有一项")
    void aCoverListIsMatchedOnce() throws Exception {
        var number = idNumber(LocalDate.of(1990, 5, 6), true);
        var person = registered(person("连被杀", number));
        var text = IntStream.range(0, ROWS)
                .mapToObj(i ->
                        "陌生," + Demo.withCheckDigit("36092219330303%03d".formatted(i % 1000)) + ",2024-01-01,,某市\n")
                .collect(Collectors.joining("", "姓名,身份证号,起始日,终止日,参保地\n", "连被杀," + number + ",2024-07-01,,某市\n"));
        crashTwiceInAndOnceAfter("cover-list-chunk-before-commit");
        String list = as(department())
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("file", "名单.csv", text.getBytes(StandardCharsets.UTF_8))
                .multiPart("source", "EMPLOYEE")
                .multiPart("listMonth", "2024-07")
                .post("/cover-lists/files")
                .then()
                .statusCode(202)
                .extract()
                .path("listId");

        assertEquals("MATCHED", until(department(), "/cover-lists/{id}", list, "MATCHING"));

        assertEquals(2, crashes.happened().get("cover-list-chunk-before-commit"));
        assertEquals(1, crashes.happened().get("job-after-chunk"));
        get(department(), "/cover-lists/{id}", list)
                .body("counts.NOT_FOUND", equalTo(ROWS))
                .body("counts.CONFLICT", equalTo(1));
        assertEquals(1, count("select count(*) from cover_conflict where person_id = ?", UUID.fromString(person)));
    }

    @Test
    @DisplayName("高校花名册（含大学新生）校验、入库、撤销途中被杀：每人一份登记、一份学籍确认，已登记的也只确认一次；撤销后全部撤回")
    void aSchoolsRosterIsRegisteredOnce() throws Exception {
        var waiting = person("被杀大学生", idNumber(LocalDate.of(2004, 5, 6), true));
        waiting.put("type", "college_student");
        waiting.put("school", UNIVERSITY);
        var known = registered(waiting);
        var enrolled = UUID.fromString(enrollment(known));
        var text = new StringBuilder("姓名,身份证号,参保类型\n被杀大学生,")
                .append(waiting.get("idNumber"))
                .append(",\n");
        IntStream.range(0, PUPILS)
                .forEach(i -> text.append("被杀新生,")
                        .append(idNumber(LocalDate.of(2005, 5, 6), true))
                        .append(i % 2 == 0 ? ",大学新生\n" : ",\n"));
        crashTwiceInAndOnceAfter("job-before-commit");
        String roster = as(school(UNIVERSITY))
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("file", "新生.csv", text.toString().getBytes(StandardCharsets.UTF_8))
                .multiPart("benefitYear", "2024")
                .multiPart("divisionCode", Demo.OTHER_VILLAGE)
                .post("/roster-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        assertEquals("VALIDATED", until(school(UNIVERSITY), "/roster-imports/{id}", roster, "UPLOADED"));
        get(school(UNIVERSITY), "/roster-imports/{id}", roster)
                .body("counts.total", equalTo(PUPILS + 1))
                .body("counts.error", equalTo(0));

        crashTwiceInAndOnceAfter("roster-chunk-before-commit");
        step(roster, "commit", Map.of());
        assertEquals("COMMITTED", until(school(UNIVERSITY), "/roster-imports/{id}", roster, "COMMITTING"));

        assertEquals(2, crashes.happened().get("roster-chunk-before-commit"));
        get(school(UNIVERSITY), "/roster-imports/{id}", roster).body("counts.registered", equalTo(PUPILS));
        var id = UUID.fromString(roster);
        assertEquals(PUPILS, standing(id, "enrollment.state = 'ENROLLED'"));
        assertEquals(
                PUPILS,
                standing(
                        id,
                        "exists (select 1 from student_confirmation said where said.enrollment_id = enrollment.id"
                                + " and said.superseded_by is null and said.state = 'CONFIRMED')"));
        assertEquals(
                1,
                count(
                        "select count(*) from student_confirmation where enrollment_id = ? and basis = 'ROSTER'",
                        enrolled));
        assertEquals(
                0,
                count("select count(*) from person where name = '被杀新生' and not exists"
                        + " (select 1 from roster_import_row row where row.person_id = person.id)"));

        crashTwiceInAndOnceAfter("roster-undo-before-commit");
        step(roster, "undo", Map.of("reason", "报错年级"));
        assertEquals("UNDONE", until(school(UNIVERSITY), "/roster-imports/{id}", roster, "UNDOING"));

        assertTrue(crashes.happened().containsKey("roster-undo-before-commit"));
        get(school(UNIVERSITY), "/roster-imports/{id}", roster).body("counts.undone", equalTo(PUPILS));
        assertEquals(0, standing(id, "person.status <> 'WITHDRAWN'"));
        get(school(UNIVERSITY), "/student-confirmations?size=100")
                .body("items.find { it.enrollmentId == '" + enrolled + "' }.state", equalTo("PENDING"));
    }

    /** How many of those whom the import registered. */
    private long standing(UUID roster, String condition) {
        return count(
                "select count(*) from roster_import_row row join person on person.id = row.person_id"
                        + " join enrollment on enrollment.person_id = person.id"
                        + " where row.import_id = ? and row.registered and " + condition,
                roster);
    }

    private static void step(String roster, String step, Map<String, Object> body) {
        post(school(UNIVERSITY), body, "/roster-imports/{id}/" + step, roster).statusCode(202);
    }
}
