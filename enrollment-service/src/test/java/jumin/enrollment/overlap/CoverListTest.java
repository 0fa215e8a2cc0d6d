package jumin.enrollment.overlap;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.department;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.enrollment.roster.RosterFile;
import jumin.platform.job.Jobs;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoverListTest {

    private static final String TITLES = "姓名,身份证号,起始日,终止日,参保地\n";

    @Inject
    Jobs jobs;

    @Inject
    Sql sql;

    @Inject
    CurrentCaller caller;

    private String number;
    private String id;

    @BeforeEach
    void somebodyEnrolledFor2024() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        number = idNumber(LocalDate.of(1990, 5, 6), true);
        id = registered(person("沙名单", number));
        Demo.clockAt("2024-07-20T09:00:00");
    }

    private static ValidatableResponse send(String token, byte[] file, String key) {
        return as(token)
                .header("Idempotency-Key", key)
                .multiPart("file", "名单.csv", file)
                .multiPart("source", "EMPLOYEE")
                .multiPart("listMonth", "2024-07")
                .post("/cover-lists/files")
                .then();
    }

    private static String sent(byte[] file) {
        return send(department(), file, UUID.randomUUID().toString())
                .statusCode(202)
                .header("Location", containsString("/cover-lists/"))
                .extract()
                .path("listId");
    }

    private static ValidatableResponse matched(String list) throws InterruptedException {
        for (var i = 0; i < 300; i++) {
            var view = get(department(), "/cover-lists/{id}", list);
            if (!"MATCHING".equals(view.extract().path("state"))) {
                return view;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still matching");
    }

    /** People whom nobody knows. */
    private static String strangers(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i ->
                        "陌生," + Demo.withCheckDigit("36092119330303%03d".formatted(i % 1000)) + ",2024-01-01,,某市\n")
                .collect(Collectors.joining());
    }

    private String open() {
        return get(clerk(), "/cover-conflicts?size=100")
                .extract()
                .path("items.find { it.personId == '" + id + "' }.conflictId");
    }

    @Test
    @DisplayName("长名单在后台比对：GB18030，逐行有结论和原因，重叠的附建议；同一文件同一编号只收一次")
    void aLongListIsMatchedByAJob() throws Exception {
        var text = TITLES + "沙名单," + number + ",2024/7/1,,某市\n" + strangers(1200) + "缺日期," + number + ",,,某市\n";
        var file = text.getBytes(Charset.forName("GB18030"));
        var key = UUID.randomUUID().toString();
        String list = send(department(), file, key).statusCode(202).extract().path("listId");
        assertEquals(
                list, send(department(), file, key).statusCode(202).extract().path("listId"));

        matched(list)
                .body("state", equalTo("MATCHED"))
                .body("total", equalTo(1202))
                .body("counts.CONFLICT", equalTo(1))
                .body("counts.INVALID", equalTo(1))
                .body("counts.NOT_FOUND", equalTo(1200));
        get(department(), "/cover-lists/{id}/rows?verdict=INVALID", list)
                .body("total", equalTo(1))
                .body("items[0].rowNo", equalTo(1203))
                .body("items[0].explanation", containsString("起始日"));
        get(department(), "/cover-lists/{id}/rows?verdict=CONFLICT", list)
                .body("items[0].maskedName", equalTo("沙**"))
                .body("items[0].from", equalTo("2024-07-01"));
        get(clerk(), "/cover-conflicts?size=100")
                .body("items.find { it.personId == '" + id + "' }.proposal", equalTo("TERMINATE"))
                .body("items.find { it.personId == '" + id + "' }.citation.article", containsString("第二十二条"));
    }

    @Test
    @DisplayName("撤销名单：待处理的撤回，已处理的留给参保地；别的部门看不到、撤不了；经办不能报送")
    void aListIsTakenBack() throws Exception {
        var other = registered(person("沙处理", idNumber(LocalDate.of(1991, 5, 6), true)));
        var text = TITLES + "沙名单," + number + ",2024-07-01,,某市\n";
        var list = sent(text.getBytes(StandardCharsets.UTF_8));
        matched(list).body("counts.CONFLICT", equalTo(1));
        var conflict = open();
        var stranger = Tokens.token(
                "other-organ", "department", Map.of("organ", "RS360902", "area", Demo.AREA), Duration.ofMinutes(10));
        get(stranger, "/cover-lists/{id}", list).statusCode(404).body("code", equalTo("COVER_LIST_UNKNOWN"));
        get(stranger, "/cover-lists/{id}/rows", list).statusCode(404);
        post(stranger, Map.of("reason", "x"), "/cover-lists/{id}/undo", list).statusCode(404);
        send(clerk(), text.getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString())
                .statusCode(403);

        post(department(), Map.of("reason", "报错月份"), "/cover-lists/{id}/undo", list)
                .statusCode(200)
                .body("state", equalTo("UNDONE"))
                .body("message", containsString("1项"));
        get(clerk(), "/cover-conflicts?size=100").body("items.conflictId", not(hasItem(conflict)));
        post(clerk(), Map.of("decision", "KEEP", "reason", "x"), "/cover-conflicts/{id}/decision", conflict)
                .statusCode(409);
        post(department(), Map.of("reason", "再次"), "/cover-lists/{id}/undo", list)
                .statusCode(409)
                .body("code", equalTo("COVER_LIST_NOT_READY"));
        get(clerk(), "/persons/{id}/enrollments", other).body("items.state", hasItem("ENROLLED"));
    }

    @Test
    @DisplayName("比对中断：写明，可重试，接着比对，不重不漏")
    void aMatchingThatBrokeOffGoesOn() throws Exception {
        var list = sent((TITLES + strangers(6000)).getBytes(StandardCharsets.UTF_8));
        caller.callAs(Caller.service("test"), () -> {
            var job = sql.first(
                            "select job_id from cover_list where id = ?",
                            row -> row.getObject(1, UUID.class),
                            UUID.fromString(list))
                    .orElseThrow();
            assertTrue(jobs.cancel(job));
            return null;
        });
        matched(list).body("state", equalTo("FAILED")).body("message", containsString("重试"));

        as(department())
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/cover-lists/{id}/retry", list)
                .then()
                .statusCode(202);

        matched(list).body("state", equalTo("MATCHED")).body("counts.NOT_FOUND", equalTo(6000));
        get(department(), "/cover-lists/{id}/rows?verdict=NOT_FOUND", list).body("total", equalTo(6000));
    }

    @Test
    @DisplayName("xlsx 名单：表头上有标题行、列名不同、日期为单元格日期序号、空行，照样读；逐行有结论")
    void aWorkbookIsReadAsTolerantlyAsARoster() throws Exception {
        var file = RosterFile.titled("袁州区职工医保参保名单")
                .row("序号", "参保人姓名", "公民身份号码", "待遇开始日期", "参保统筹区")
                .row(1, "沙名单", number, 45474, "某市")
                .blank()
                .row(2, "陌生", Demo.withCheckDigit("36092119330303777"), "2024.01.01", "某市")
                .row(3, "缺日期", number, "", "某市")
                .bytes();
        String list = send(department(), file, UUID.randomUUID().toString())
                .statusCode(202)
                .extract()
                .path("listId");

        matched(list)
                .body("state", equalTo("MATCHED"))
                .body("total", equalTo(3))
                .body("counts.CONFLICT", equalTo(1))
                .body("counts.NOT_FOUND", equalTo(1))
                .body("counts.INVALID", equalTo(1));
        get(department(), "/cover-lists/{id}/rows?verdict=CONFLICT", list).body("items[0].from", equalTo("2024-07-01"));
        get(department(), "/cover-lists/{id}/rows?verdict=INVALID", list).body("items[0].rowNo", equalTo(6));
    }

    @Test
    @DisplayName("我方登记已撤销的，不再列为待处理，也处理不了；名单撤销后，逐行结论随之改说")
    void whatNoLongerHoldsIsNotSaid() throws Exception {
        var list = sent((TITLES + "沙名单," + number + ",2024-07-01,,某市\n").getBytes(StandardCharsets.UTF_8));
        matched(list);
        var conflict = open();
        var enrollment = Calls.enrollment(id);
        post(clerk(), Map.of("reason", "登记有误"), "/enrollments/{id}/cancellation", enrollment)
                .statusCode(200);

        get(clerk(), "/cover-conflicts?size=100").body("items.conflictId", not(hasItem(conflict)));
        get(clerk(), "/cover-conflicts?size=100&state=WITHDRAWN").body("items.conflictId", hasItem(conflict));
        post(clerk(), Map.of("decision", "KEEP", "reason", "x"), "/cover-conflicts/{id}/decision", conflict)
                .statusCode(409)
                .body("detail", containsString("已撤销"));
        get(clerk(), "/enrollments/{id}/subsidy", enrollment).body("note", containsString("不再执行"));

        post(department(), Map.of("reason", "报错月份"), "/cover-lists/{id}/undo", list)
                .statusCode(200);
        get(department(), "/cover-lists/{id}/rows", list).body("items[0].explanation", containsString("名单已撤销"));
    }

    @Test
    @DisplayName("第六条：名单先到、登记在后的，登记时即提示并列为重复参保，附建议；姓名不符的不列")
    void whoIsEnrolledAfterTheListIsAConflictToo() throws Exception {
        var later = idNumber(LocalDate.of(1988, 5, 6), true);
        var other = idNumber(LocalDate.of(1988, 5, 6), true);
        var organ = "RS" + UUID.randomUUID().toString().substring(0, 6);
        var sender = Tokens.token(
                "hr-" + organ,
                "department",
                Map.of("organ", organ, "area", Demo.AREA),
                java.time.Duration.ofMinutes(10));
        var text = TITLES + "沙后登," + later + ",2024-07-01,,某市\n" + "别名," + other + ",2024-07-01,,某市\n";
        send(sender, text.getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString())
                .statusCode(202);

        var wanted = person("沙后登", later);
        var registered = Demo.register(wanted)
                .statusCode(201)
                .body("notes.code", hasItem("COVERED_OTHERWISE"))
                .body("notes.article", hasItem(containsString("第五条")))
                .extract();
        String person = registered.path("enrollment.personId");
        get(clerk(), "/cover-conflicts?size=100")
                .body("items.find { it.personId == '" + person + "' }.proposal", equalTo("TERMINATE"));
        Demo.register(person("沙同号", other)).statusCode(201).body("notes.code", not(hasItem("COVERED_OTHERWISE")));
    }

    @Test
    @DisplayName("不是文本、缺列、没有数据、没有文件：说明改法，什么也不存")
    void whatCannotBeReadIsRefused() {
        var key = UUID.randomUUID().toString();
        send(department(), new byte[] {0, 1, 2, 0}, key).statusCode(415).body("code", equalTo("ROSTER_NOT_A_WORKBOOK"));
        send(department(), "姓名,电话\n甲,1\n".getBytes(StandardCharsets.UTF_8), key)
                .statusCode(422)
                .body("detail", containsString("证件号码"));
        send(department(), TITLES.getBytes(StandardCharsets.UTF_8), key)
                .statusCode(422)
                .body("detail", containsString("没有数据"));
        as(department())
                .header("Idempotency-Key", key)
                .multiPart("source", "EMPLOYEE")
                .multiPart("listMonth", "2024-07")
                .post("/cover-lists/files")
                .then()
                .statusCode(400)
                .body("code", equalTo("ROSTER_FILE_MISSING"));
        get(department(), "/cover-lists/{id}", UUID.randomUUID()).statusCode(404);
        get(clerk(), "/cover-conflicts?size=100").body("items.findAll { it.personId == '" + id + "' }", hasSize(0));
    }
}
