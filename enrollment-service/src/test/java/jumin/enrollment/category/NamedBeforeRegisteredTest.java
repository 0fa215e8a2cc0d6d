package jumin.enrollment.category;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists of departments and those whom they name, in whatever order both become known. Each test is another organ. */
@QuarkusTest
class NamedBeforeRegisteredTest {

    private static final int YEAR = 2033;

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 standard;

    private String organ;
    private String number;

    @BeforeEach
    void anotherOrganAndSomebodyNobodyKnows() throws Exception {
        Demo.divisions();
        Demo.clockAt("2032-11-02T09:00:00");
        standard.published(YEAR, "400.00");
        organ = organ();
        number = idNumber(LocalDate.of(1986, 6, 7), true);
    }

    private static String organ() {
        return "NB" + UUID.randomUUID().toString().substring(0, 6);
    }

    private static String department(String organ) {
        return Tokens.token(
                "dep-" + organ, "department", Map.of("organ", organ, "area", Demo.AREA), Duration.ofMinutes(10));
    }

    private static Map<String, Object> row(String number, String name, String category) {
        return new HashMap<>(Map.of("idNumber", number, "name", name, "category", category, "from", "2032-01-01"));
    }

    private static ValidatableResponse send(String organ, String month, String kind, Map<?, ?>... rows) {
        return Calls.post(
                department(organ), Map.of("listMonth", month, "kind", kind, "rows", List.of(rows)), "/category-lists");
    }

    private Map<String, Object> wanted(String name) {
        var wanted = person(name, number);
        wanted.put("benefitYear", YEAR);
        return wanted;
    }

    private static ValidatableResponse subsidy(String person) {
        return get(clerk(), "/enrollments/{id}/subsidy", Calls.enrollment(person));
    }

    @Test
    @DisplayName("第十三条：先在名单、后登记的，登记时即认定、即资助，柜台当场得知；名单撤销，资助随之取消")
    void whoIsNamedBeforeRegistrationIsRecognisedWithIt() {
        String list = send(organ, "2032-11", "PARTIAL", row(number, "施后登", "低保对象"))
                .statusCode(201)
                .body("counts.NOT_FOUND", equalTo(1))
                .extract()
                .path("listId");

        String id = register(wanted("施后登"))
                .statusCode(201)
                .body("enrollment.subsidy.tier", equalTo("fixed"))
                .body("enrollment.subsidy.category", equalTo("minimum_living"))
                .body("notes.code", hasItem("RECOGNISED_BY_LIST"))
                .body("notes.reason", hasItem(containsString("低保对象")))
                .extract()
                .path("enrollment.personId");
        get(clerk(), "/persons/{id}/recognitions", id)
                .body("items[0].organ", equalTo(organ))
                .body("items[0].from", equalTo("2032-01-01"));
        assertEquals(
                1, feed.last("category", id).get("recognitions").size(), "the other services learn of the recognition");

        Calls.post(department(organ), Map.of("reason", "报错"), "/category-lists/{id}/undo", list)
                .statusCode(200);
        subsidy(id).body("tier", equalTo("none"));
    }

    @Test
    @DisplayName("姓名不符的不认定；姓名更正后即认定")
    void onlyTheSamePersonIsRecognised() {
        send(organ, "2032-11", "PARTIAL", row(number, "施更名", "低保对象")).statusCode(201);
        String id = register(wanted("施更明"))
                .statusCode(201)
                .body("notes.code", not(hasItem("RECOGNISED_BY_LIST")))
                .body("enrollment.subsidy.tier", equalTo("none"))
                .extract()
                .path("enrollment.personId");

        Calls.patch(
                        clerk(),
                        Calls.version("/persons/{id}", id),
                        Map.of("kind", "CORRECTION", "name", "施更名", "reason", "录入有误", "evidence", "IDENTITY_CARD"),
                        "/persons/{id}",
                        id)
                .statusCode(200);
        subsidy(id).body("tier", equalTo("fixed"));
    }

    @Test
    @DisplayName("全量名单不再列入的，登记时不认定；名单待第二人确认期间登记的，确认后认定")
    void onlyStandingListsCount() throws Exception {
        var others = new Map<?, ?>[5];
        for (var i = 0; i < others.length; i++) {
            var other = idNumber(LocalDate.of(1986, 6, 8), true);
            var person = person("施众", other);
            person.put("benefitYear", YEAR);
            register(person).statusCode(201);
            others[i] = row(other, "施众", "低保对象");
        }
        send(organ, "2032-08", "FULL", others).statusCode(201);
        String pending = send(organ, "2032-09", "FULL", others[0], row(number, "施待定", "低保对象"))
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .extract()
                .path("listId");
        String id = register(wanted("施待定"))
                .statusCode(201)
                .body("enrollment.subsidy.tier", equalTo("none"))
                .extract()
                .path("enrollment.personId");

        Calls.post(
                        Tokens.staff("county_approver", "approver", "360900/"),
                        Map.of("approved", true, "reason", "已核对"),
                        "/category-lists/{id}/approval",
                        pending)
                .statusCode(200);
        for (var i = 0; i < 300 && !"fixed".equals(subsidy(id).extract().path("tier")); i++) {
            Thread.sleep(100);
        }
        subsidy(id).body("tier", equalTo("fixed"));

        var dropped = idNumber(LocalDate.of(1986, 6, 9), true);
        var another = organ();
        send(another, "2032-08", "FULL", row(dropped, "施退出", "低保对象")).statusCode(201);
        send(another, "2032-09", "FULL", row(idNumber(LocalDate.of(1986, 6, 9), true), "施别人", "低保对象"))
                .statusCode(201);
        number = dropped;
        register(wanted("施退出")).statusCode(201).body("enrollment.subsidy.tier", equalTo("none"));
    }

    @Test
    @DisplayName("两个部门都认定的，一个部门不再列入，另一个部门的名单仍然有效，不断档")
    void anotherOrgansWordStillHolds() {
        var other = organ();
        String id = register(wanted("施两单")).statusCode(201).extract().path("enrollment.personId");
        send(organ, "2032-08", "FULL", row(number, "施两单", "低保对象")).body("counts.MATCHED", equalTo(1));
        send(other, "2032-08", "FULL", row(number, "施两单", "低保对象")).body("counts.ALREADY_RECOGNISED", equalTo(1));

        String dropping = send(organ, "2032-10", "FULL", row(idNumber(LocalDate.of(1986, 6, 9), true), "施别人", "低保对象"))
                .statusCode(201)
                .body("ending", equalTo(1))
                .body("state", equalTo("PENDING"))
                .extract()
                .path("listId");
        Calls.post(
                        Tokens.staff("county_approver", "approver", "360900/"),
                        Map.of("approved", true, "reason", "已核对"),
                        "/category-lists/{id}/approval",
                        dropping)
                .statusCode(200);

        get(clerk(), "/persons/{id}/recognitions", id)
                .body("items.organ", equalTo(List.of(organ, other)))
                .body("items.from", equalTo(List.of("2032-01-01", "2032-10-01")))
                .body("items[0].to", equalTo("2032-09-30"));
        subsidy(id).body("tier", equalTo("fixed"));
    }

    @Test
    @DisplayName("全量名单晚于新月份送到的，不接收，说明改法：不会把新名单中的人终止；增量的照收")
    void anOlderFullListEndsNobody() {
        String id = register(wanted("施五月")).statusCode(201).extract().path("enrollment.personId");
        send(organ, "2032-05", "FULL", row(number, "施五月", "低保对象")).statusCode(201);

        var march = row(idNumber(LocalDate.of(1986, 6, 9), true), "施三月", "低保对象");
        send(organ, "2032-03", "FULL", march)
                .statusCode(409)
                .body("code", equalTo("CATEGORY_LIST_OUTDATED"))
                .body("detail", containsString("2032-05"));
        send(organ, "2032-03", "PARTIAL", march).statusCode(201);
        subsidy(id).body("tier", equalTo("fixed"));
    }

    @Test
    @DisplayName("第十三条：14类退役士兵已就业的，下月名单改为否，自该月起不再全额资助；名单撤销即恢复")
    void whoFoundWorkIsNoLongerUnemployed() {
        String id = register(wanted("施士兵")).statusCode(201).extract().path("enrollment.personId");
        var soldier = row(number, "施士兵", "fourteen_category_soldier");
        soldier.put("unemployed", true);
        send(organ, "2032-07", "FULL", soldier).statusCode(201);
        subsidy(id).body("tier", equalTo("full"));

        soldier.put("unemployed", false);
        String list = send(organ, "2032-09", "FULL", soldier)
                .statusCode(201)
                .body("counts.MATCHED", equalTo(1))
                .body("rows[0].reason", containsString("自2032-09-01起"))
                .extract()
                .path("listId");
        subsidy(id).body("tier", equalTo("none"));

        Calls.post(department(organ), Map.of("reason", "报错"), "/category-lists/{id}/undo", list)
                .statusCode(200);
        get(clerk(), "/persons/{id}/recognitions", id).body("items.size()", equalTo(1));
        subsidy(id).body("tier", equalTo("full"));
    }

    @Test
    @DisplayName("第十三条、第十七条：名单上的新生儿在90日内补登出生年度，该年度已过，首次核定即按名单资助，不待重办")
    void aNewbornOfThePastYearIsAidedAtOnce() throws Exception {
        number = idNumber(LocalDate.of(2032, 12, 5), true);
        standard.published(2032, "380.00");
        send(organ, "2032-11", "PARTIAL", row(number, "施新生", "低保对象")).statusCode(201);
        Demo.clockAt("2033-02-02T09:00:00");
        var wanted = wanted("施新生");
        wanted.put("benefitYear", 2032);
        wanted.put("type", "newborn");
        String id = register(wanted)
                .statusCode(201)
                .body("enrollment.subsidy.category", equalTo("minimum_living"))
                .extract()
                .path("enrollment.personId");
        get(Demo.reviewer(), "/subsidy-redos?size=100")
                .body("items.whose.enrollmentId", not(hasItem(Calls.enrollment(id))));
    }
}
