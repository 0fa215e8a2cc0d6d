package jumin.enrollment.category;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jumin.enrollment.Calls;
import jumin.enrollment.Crashes;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.enrollment.roster.RosterFile;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Each test is another organ, so that one's full lists do not end what another recognised. A recognition counts for a year
 * when it holds on a day of the collection window, which begins on 15 September here.
 */
@QuarkusTest
class FullListTest {

    private static final int YEAR = 2033;
    private static final LocalDate BIRTH = LocalDate.of(1986, 6, 7);

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 standard;

    @Inject
    Crashes crashes;

    private String organ;

    private record Somebody(String name, String idNumber, String personId, String enrollmentId) {}

    @BeforeEach
    void anotherOrgan() throws Exception {
        Demo.divisions();
        Demo.clockAt("2032-10-10T09:00:00");
        standard.published(YEAR, "400.00");
        organ = "CL" + UUID.randomUUID().toString().substring(0, 6);
    }

    private static Somebody enrolled(String name) {
        var number = idNumber(BIRTH, true);
        var submission = person(name, number);
        submission.put("benefitYear", YEAR);
        var answer = register(submission).statusCode(201).extract();
        return new Somebody(name, number, answer.path("enrollment.personId"), answer.path("enrollment.enrollmentId"));
    }

    private static Map<String, Object> row(Somebody somebody) {
        var row = new HashMap<String, Object>();
        row.put("idNumber", somebody.idNumber());
        row.put("name", somebody.name());
        row.put("category", "低保对象");
        row.put("from", "2032-01-01");
        return row;
    }

    private String department() {
        return Tokens.token(
                "dep-" + organ, "department", Map.of("organ", organ, "area", Demo.AREA), Duration.ofMinutes(10));
    }

    private static String approver() {
        return Tokens.staff("county_approver", "approver", "360900/");
    }

    private ValidatableResponse list(String month, List<Somebody> people) {
        return as(department())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of(
                        "listMonth",
                        month,
                        "kind",
                        "FULL",
                        "rows",
                        people.stream().map(FullListTest::row).toList()))
                .post("/category-lists")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse post(String token, String path, Map<String, Object> body) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then();
    }

    private static String amount(Somebody somebody) {
        return as(clerk())
                .get("/enrollments/{id}/subsidy", somebody.enrollmentId())
                .then()
                .statusCode(200)
                .extract()
                .path("amount");
    }

    private static void replaysToTheSameBytes(Somebody somebody) {
        var replay = as(clerk())
                .get("/enrollments/{id}/subsidy/replay", somebody.enrollmentId())
                .then()
                .statusCode(200)
                .body("identical", equalTo(true))
                .extract();
        assertEquals(replay.<String>path("stored"), replay.path("recomputed"));
    }

    private String lastDay(Somebody somebody) {
        var recognitions = feed.last("category", somebody.personId()).get("recognitions");
        return recognitions.get(recognitions.size() - 1).get("to").asText();
    }

    private static List<Somebody> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> enrolled("名单")).toList();
    }

    @Test
    @DisplayName("全量名单不再列入的人：认定到上月末为止，资助重新核定；撤销名单即恢复")
    void whoIsNoLongerNamedIsEnded() {
        var people = people(11);
        var gone = people.getLast();
        list("2032-07", people).body("counts.MATCHED", equalTo(11)).body("ending", equalTo(0));
        assertEquals("320.00", amount(gone));
        replaysToTheSameBytes(gone);

        var second = list("2032-09", people.subList(0, 10))
                .body("state", equalTo("APPLIED"))
                .body("counts.ALREADY_RECOGNISED", equalTo(10))
                .body("standing", equalTo(11))
                .body("ending", equalTo(1));

        String id = second.extract().path("listId");
        assertEquals("2032-08-31", lastDay(gone));
        Calls.get(clerk(), "/persons/{id}/recognitions", gone.personId())
                .statusCode(200)
                .body("items.to", equalTo(List.of("2032-08-31")))
                .body("items[0].categoryName", equalTo("低保对象"))
                .body("items[0].organ", equalTo(organ))
                .body("items[0].holdsToday", equalTo(false));
        Calls.get(clerk(), "/persons/{id}/recognitions?history=true", gone.personId())
                .body("items.size()", equalTo(2));
        Calls.get(Demo.otherClerk(), "/persons/{id}/recognitions", gone.personId())
                .statusCode(404);
        assertEquals("0.00", amount(gone));
        assertEquals("320.00", amount(people.getFirst()));
        as(department())
                .get("/category-lists/{id}/endings", id)
                .then()
                .statusCode(200)
                .body("items[0].lastDay", equalTo("2032-08-31"))
                .body("items[0].maskedName", equalTo("名*"));

        post(department(), "/category-lists/" + id + "/undo", Map.of("reason", "报错了"))
                .statusCode(200)
                .body("state", equalTo("UNDONE"));
        assertEquals("null", lastDay(gone));
        assertEquals("320.00", amount(gone));
    }

    @Test
    @DisplayName("终止人数超过比例：先不生效，由第二人确认或退回")
    void endingTooManyNeedsASecondPerson() {
        var people = people(4);
        list("2032-07", people);

        String id = list("2032-09", people.subList(0, 2))
                .body("state", equalTo("PENDING"))
                .body("ending", equalTo(2))
                .body("note", containsString("第二人"))
                .extract()
                .path("listId");

        assertEquals("320.00", amount(people.getLast()));
        as(approver())
                .get("/category-lists?state=PENDING")
                .then()
                .statusCode(200)
                .body("items.listId", hasItem(id));
        var ruling = Map.<String, Object>of("approved", true, "reason", "年度复核退出");
        post(department(), "/category-lists/" + id + "/approval", ruling).statusCode(403);
        post(approver(), "/category-lists/" + id + "/approval", ruling)
                .statusCode(200)
                .body("state", equalTo("APPLIED"));
        assertEquals("2032-08-31", lastDay(people.getLast()));
        assertEquals("0.00", amount(people.getLast()));
        post(approver(), "/category-lists/" + id + "/approval", ruling)
                .statusCode(409)
                .body("code", equalTo("CATEGORY_LIST_NOT_PENDING"));
        String rejected = list("2032-10", people.subList(0, 1)).extract().path("listId");
        post(approver(), "/category-lists/" + rejected + "/approval", Map.of("approved", false, "reason", "漏报一人"))
                .body("state", equalTo("REJECTED"))
                .body("note", equalTo("漏报一人"));
        assertEquals("320.00", amount(people.get(1)));
    }

    @Test
    @DisplayName("姓名不符的人仍在名单上，不终止；漏报一月后再报，从次日起恢复")
    void whoIsNamedAgainIsRecognisedAgain() {
        var people = people(12);
        var last = people.getLast();
        list("2032-10", people);
        var misspelt = new Somebody("名字错", last.idNumber(), last.personId(), last.enrollmentId());
        var all = new java.util.ArrayList<>(people.subList(0, 11));
        all.add(misspelt);
        list("2032-11", all).body("counts.NAME_DIFFERS", equalTo(1)).body("ending", equalTo(0));
        assertEquals("null", lastDay(last));
        list("2032-12", people.subList(0, 11)).body("ending", equalTo(1));

        list("2033-01", people).body("rows.reason", hasItem(containsString("次日起恢复")));

        var recognitions = feed.last("category", last.personId()).get("recognitions");
        assertEquals("2032-11-30", recognitions.get(0).get("to").asText());
        assertEquals("2032-12-01", recognitions.get(1).get("from").asText());
        assertEquals("320.00", amount(last));
    }

    @Test
    @DisplayName("工作簿名单：列名不同、日期写法不一都认得；日期写错的行说明改法，其人不因此终止；不是名单的文件拒绝")
    void aWorkbookIsAList() {
        var people = people(11);
        list("2032-07", people);
        var book = RosterFile.titled("2032年9月低保台账").row("对象姓名", "身份证号", "救助类别", "认定起始日");
        people.subList(0, 10).forEach(one -> book.row(one.name(), one.idNumber(), "低保对象", "2032.1.1"));
        var last = people.getLast();
        book.row(last.name(), last.idNumber(), "低保对象", "去年");
        file(book.bytes(), "x" + organ)
                .statusCode(201)
                .body("state", equalTo("APPLIED"))
                .body("counts.ALREADY_RECOGNISED", equalTo(10))
                .body("counts.INVALID", equalTo(1))
                .body("rows[10].reason", containsString("2024-03-05"))
                .body("ending", equalTo(0));
        file(new byte[] {0, 1, 2, 0}, "y" + organ).statusCode(415);
        file("姓名,电话\n甲,1\n".getBytes(StandardCharsets.UTF_8), "z" + organ)
                .statusCode(422)
                .body("code", equalTo("CATEGORY_LIST_UNREADABLE"));
    }

    @Test
    @DisplayName("名单生效、撤销途中被杀：什么也没留下；同一编号再报一次，认定一次")
    void aKilledListLeavesNothing() {
        var somebody = enrolled("名单被杀");
        var text = "姓名,身份证号,人员类别,认定日期\n名单被杀," + somebody.idNumber() + ",低保对象,2032-01-01\n";
        crashes.at("category-list-before-commit", 1);
        file(text.getBytes(StandardCharsets.UTF_8), "k" + organ).statusCode(500);
        assertEquals("0.00", amount(somebody));
        as(department()).get("/category-lists").then().body("total", equalTo(0));

        String id = file(text.getBytes(StandardCharsets.UTF_8), "k" + organ)
                .statusCode(201)
                .extract()
                .path("listId");
        assertEquals("320.00", amount(somebody));
        crashes.at("category-list-undo-before-commit", 1);
        post(department(), "/category-lists/" + id + "/undo", Map.of("reason", "报错"))
                .statusCode(500);
        assertEquals("320.00", amount(somebody));
        post(department(), "/category-lists/" + id + "/undo", Map.of("reason", "报错"))
                .statusCode(200);
        assertEquals("0.00", amount(somebody));
        assertEquals(
                0,
                feed.last("category", somebody.personId()).get("recognitions").size());
        crashes.never();
    }

    private ValidatableResponse file(byte[] content, String key) {
        return as(department())
                .header("Idempotency-Key", key)
                .multiPart("file", "低保.xlsx", content)
                .multiPart("listMonth", "2032-09")
                .multiPart("kind", "FULL")
                .post("/category-lists/files")
                .then();
    }

    @Test
    @DisplayName("人员类别词典取自法规数据")
    void theDictionaryIsTheLaws() {
        as(clerk())
                .get("/category-kinds?area=360900")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'minimum_living' }.name", equalTo("低保对象"));
        as(clerk()).get("/category-kinds").then().body("items.code", hasItem("only_child_parent"));
    }
}
