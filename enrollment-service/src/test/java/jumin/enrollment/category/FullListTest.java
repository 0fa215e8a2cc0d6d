package jumin.enrollment.category;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.category.SendingOrgan.amount;
import static jumin.enrollment.category.SendingOrgan.approver;
import static jumin.enrollment.category.SendingOrgan.people;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.enrollment.category.SendingOrgan.Somebody;
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

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 standard;

    private SendingOrgan sender;

    @BeforeEach
    void anotherOrgan() throws Exception {
        Demo.divisions();
        Demo.clockAt("2032-10-10T09:00:00");
        standard.published(SendingOrgan.YEAR, "400.00");
        sender = SendingOrgan.another();
    }

    private static ValidatableResponse ruled(String token, String list, Map<String, Object> ruling) {
        return Calls.post(token, ruling, "/category-lists/{id}/approval", list);
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

    @Test
    @DisplayName("全量名单不再列入的人：认定到上月末为止，资助重新核定；撤销名单即恢复")
    void whoIsNoLongerNamedIsEnded() {
        var people = people(11);
        var gone = people.getLast();
        sender.list("2032-07", people).body("counts.MATCHED", equalTo(11)).body("ending", equalTo(0));
        assertEquals("320.00", amount(gone));
        replaysToTheSameBytes(gone);

        var second = sender.list("2032-09", people.subList(0, 10))
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
                .body("items[0].organ", equalTo(sender.organ()))
                .body("items[0].holdsToday", equalTo(false));
        Calls.get(clerk(), "/persons/{id}/recognitions?history=true", gone.personId())
                .body("items.size()", equalTo(2));
        Calls.get(Demo.otherClerk(), "/persons/{id}/recognitions", gone.personId())
                .statusCode(404);
        assertEquals("0.00", amount(gone));
        assertEquals("320.00", amount(people.getFirst()));
        as(sender.token())
                .get("/category-lists/{id}/endings", id)
                .then()
                .statusCode(200)
                .body("items[0].lastDay", equalTo("2032-08-31"))
                .body("items[0].maskedName", equalTo("名*"));

        sender.undo(id).statusCode(200).body("state", equalTo("UNDONE"));
        assertEquals("null", lastDay(gone));
        assertEquals("320.00", amount(gone));
    }

    @Test
    @DisplayName("终止人数超过比例：先不生效，由第二人确认或退回")
    void endingTooManyNeedsASecondPerson() {
        var people = people(4);
        sender.list("2032-07", people);

        String id = sender.list("2032-09", people.subList(0, 2))
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
        ruled(sender.token(), id, ruling).statusCode(403);
        ruled(approver(), id, ruling).statusCode(200).body("state", equalTo("APPLIED"));
        assertEquals("2032-08-31", lastDay(people.getLast()));
        assertEquals("0.00", amount(people.getLast()));
        ruled(approver(), id, ruling).statusCode(409).body("code", equalTo("CATEGORY_LIST_NOT_PENDING"));
        String rejected = sender.list("2032-10", people.subList(0, 1)).extract().path("listId");
        ruled(approver(), rejected, Map.of("approved", false, "reason", "漏报一人"))
                .body("state", equalTo("REJECTED"))
                .body("note", equalTo("漏报一人"));
        assertEquals("320.00", amount(people.get(1)));
    }

    @Test
    @DisplayName("待确认期间名单上的人合并了：照样可以确认，认定记在保留方名下，只记一次；已登记死亡的写明请核对")
    void aMergeDoesNotStopTheApproval() {
        var people = people(4);
        sender.list("2032-07", people);
        var once = SendingOrgan.enrolled("名单");
        var twice = SendingOrgan.enrolled("名单");
        var dead = SendingOrgan.enrolled("名单");
        Calls.post(
                        clerk(),
                        Map.of("event", "DEATH", "on", "2032-10-01", "reason", "病故", "evidence", "死亡证明"),
                        "/persons/{id}/endings",
                        dead.personId())
                .statusCode(201);
        String id = sender.list("2032-09", List.of(people.getFirst(), once, twice, dead))
                .body("state", equalTo("PENDING"))
                .body("rows[3].reason", containsString("已登记此人死亡"))
                .extract()
                .path("listId");
        Calls.post(
                        clerk(),
                        Map.of(
                                "survivorId",
                                twice.personId(),
                                "mergedId",
                                once.personId(),
                                "reason",
                                "重复",
                                "evidence",
                                "户口簿"),
                        "/person-merges")
                .statusCode(201);

        ruled(approver(), id, Map.of("approved", true, "reason", "年度复核退出"))
                .statusCode(200)
                .body("state", equalTo("APPLIED"));

        assertEquals("320.00", amount(twice));
        assertEquals(
                1, feed.last("category", twice.personId()).get("recognitions").size());
    }

    @Test
    @DisplayName("待第二人确认的名单，报送机关可以撤回：什么也没有变，此后不能再确认；别的机关撤不了")
    void aPendingListIsWithdrawnByItsSender() {
        var people = people(4);
        sender.list("2032-07", people);
        String id = sender.list("2032-09", people.subList(0, 2))
                .body("state", equalTo("PENDING"))
                .extract()
                .path("listId");
        SendingOrgan.another().undo(id).statusCode(404);

        sender.undo(id).statusCode(200).body("state", equalTo("WITHDRAWN")).body("note", containsString("报错"));

        assertEquals("320.00", amount(people.getLast()));
        ruled(approver(), id, Map.of("approved", true, "reason", "迟了"))
                .statusCode(409)
                .body("code", equalTo("CATEGORY_LIST_NOT_PENDING"));
        sender.undo(id).statusCode(409).body("code", equalTo("CATEGORY_LIST_ALREADY_UNDONE"));
        sender.list("2032-09", people).body("state", equalTo("APPLIED")).body("ending", equalTo(0));
        assertEquals("320.00", amount(people.getLast()));
    }

    @Test
    @DisplayName("县里的部门报送的名单，县复核看得到、能确认")
    void theCountyDecidesTheListOfItsOrgan() {
        var people = people(4);
        sender.list("2032-07", people);
        String id = Calls.post(
                        sender.tokenOfCounty(),
                        Map.of(
                                "listMonth",
                                "2032-09",
                                "kind",
                                "FULL",
                                "rows",
                                List.of(SendingOrgan.row(people.getFirst()))),
                        "/category-lists")
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .extract()
                .path("listId");
        var approver = Tokens.staff("county_approver", "approver", Demo.COUNTY);
        Calls.get(approver, "/category-lists?state=PENDING").body("items.listId", hasItem(id));
        ruled(approver, id, Map.of("approved", true, "reason", "年度复核退出"))
                .statusCode(200)
                .body("state", equalTo("APPLIED"));
        assertEquals("0.00", amount(people.getLast()));
    }

    @Test
    @DisplayName("撤销变动的人次超过比例：名单仍有效，由提出人以外的第二人确认撤销或驳回；提出人再提、自己确认都不行")
    void undoingTooManyNeedsASecondPerson() {
        var people = people(5);
        String id = sender.list("2032-07", people).extract().path("listId");

        sender.undo(id)
                .statusCode(200)
                .body("state", equalTo("UNDO_PENDING"))
                .body("note", containsString("100％"))
                .body("rows[0].verdictName", equalTo("已认定"));

        assertEquals("320.00", amount(people.getFirst()));
        sender.undo(id).statusCode(409).body("code", equalTo("CATEGORY_LIST_ALREADY_UNDONE"));
        var no = Map.<String, Object>of("approved", false, "reason", "名单无误");
        ruled(approver("dep-" + sender.organ()), id, no)
                .statusCode(403)
                .body("code", equalTo("CATEGORY_LIST_SECOND_PERSON"));
        ruled(approver(), id, no)
                .statusCode(200)
                .body("state", equalTo("APPLIED"))
                .body("note", equalTo("撤销未获确认：名单无误"));
        sender.undo(id).body("state", equalTo("UNDO_PENDING"));
        var yes = Map.<String, Object>of("approved", true, "reason", "确系错报");
        ruled(approver(), id, yes).statusCode(200).body("state", equalTo("UNDONE"));
        assertEquals("0.00", amount(people.getFirst()));
        assertEquals("0.00", amount(people.getLast()));
        ruled(approver(), id, yes).statusCode(409).body("code", equalTo("CATEGORY_LIST_NOT_PENDING"));
    }

    @Test
    @DisplayName("姓名不符的人仍在名单上，不终止；漏报一月后再报，从次日起恢复")
    void whoIsNamedAgainIsRecognisedAgain() {
        var people = people(12);
        var last = people.getLast();
        sender.list("2032-10", people);
        var misspelt = new Somebody("名字错", last.idNumber(), last.personId(), last.enrollmentId());
        var all = new java.util.ArrayList<>(people.subList(0, 11));
        all.add(misspelt);
        sender.list("2032-11", all).body("counts.NAME_DIFFERS", equalTo(1)).body("ending", equalTo(0));
        assertEquals("null", lastDay(last));
        sender.list("2032-12", people.subList(0, 11)).body("ending", equalTo(1));

        sender.list("2033-01", people).body("rows.reason", hasItem(containsString("次日起恢复")));

        var recognitions = feed.last("category", last.personId()).get("recognitions");
        assertEquals("2032-11-30", recognitions.get(0).get("to").asText());
        assertEquals("2032-12-01", recognitions.get(1).get("from").asText());
        assertEquals("320.00", amount(last));
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
