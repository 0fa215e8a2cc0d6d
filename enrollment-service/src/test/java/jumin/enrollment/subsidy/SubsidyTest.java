package jumin.enrollment.subsidy;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.department;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Benefit year 2028: the standard arrives in these tests only, so that other tests meet a year without one. */
@QuarkusTest
class SubsidyTest {

    private static final int YEAR = 2028;
    private static final LocalDate BIRTH = LocalDate.of(1985, 6, 7);
    private static final int PATIENCE = 100;

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 standard;

    @BeforeEach
    void aVillageInAutumn() {
        Demo.divisions();
        Demo.clockAt("2027-10-10T09:00:00");
    }

    private record Somebody(String name, String idNumber, String personId, String enrollmentId) {}

    private static Somebody enrolled(String name, int year, String type) {
        var number = idNumber(BIRTH, true);
        var submission = person(name, number);
        submission.put("benefitYear", year);
        submission.put("type", type);
        var answer = register(submission).statusCode(201).extract();
        return new Somebody(name, number, answer.path("enrollment.personId"), answer.path("enrollment.enrollmentId"));
    }

    private static Map<String, Object> row(Somebody somebody, String category, String from) {
        var row = new HashMap<String, Object>();
        row.put("idNumber", somebody.idNumber());
        row.put("name", somebody.name());
        row.put("category", category);
        row.put("from", from);
        return row;
    }

    private static ValidatableResponse list(List<Map<String, Object>> rows) {
        return as(department())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("listMonth", "2027-12", "kind", "PARTIAL", "rows", rows))
                .post("/category-lists")
                .then();
    }

    private static ValidatableResponse subsidy(Somebody somebody) {
        return as(clerk())
                .get("/enrollments/{id}/subsidy", somebody.enrollmentId())
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("标准未公布：资助暂缓并说明；公布后自动重新决定，旧决定保留")
    void aHeldDecisionIsMadeWhenTheStandardArrives() throws Exception {
        Demo.clockAt("2029-10-10T09:00:00");
        var somebody = enrolled("暂缓", 2030, "ordinary");
        list(List.of(row(somebody, "special_hardship", "2029-10-01"))).statusCode(201);
        subsidy(somebody)
                .body("state", equalTo("HELD"))
                .body("heldReason", notNullValue())
                .body("curedBy", notNullValue());

        standard.published(2030, "450.00");

        String state = "HELD";
        for (var tries = 0; tries < PATIENCE && state.equals("HELD"); tries++) {
            Thread.sleep(100);
            state = subsidy(somebody).extract().path("state");
        }
        subsidy(somebody)
                .body("state", equalTo("DECIDED"))
                .body("tier", equalTo("full"))
                .body("amount", equalTo("450.00"))
                .body("personAmount", equalTo("0.00"))
                .body("explanation.citation.article", hasItem("第十三条第一款"));
        var published = feed.all("enrollment", somebody.personId());
        assertEquals("HELD", published.getFirst().get("subsidy").get("state").asText());
        assertEquals("450.00", published.getLast().get("subsidy").get("amount").asText());
    }

    @Test
    @DisplayName("第十三条：低保定额、特困全额、多重身份就高")
    void theHighestIdentityDecides() throws Exception {
        standard.published(YEAR, "400.00");
        var poor = enrolled("低保甲", YEAR, "ordinary");
        var both = enrolled("双重乙", YEAR, "ordinary");
        var none = enrolled("普通丙", YEAR, "ordinary");

        list(List.of(
                        row(poor, "minimum_living", "2028-01-01"),
                        row(both, "低保对象", "2028-01-01"),
                        row(both, "special_hardship", "2028-01-01")))
                .statusCode(201)
                .body("counts.MATCHED", equalTo(3))
                .body("rows.verdictName", hasSize(3));

        subsidy(poor)
                .body("tier", equalTo("fixed"))
                .body("amount", equalTo("320.00"))
                .body("personAmount", equalTo("80.00"))
                .body("categoryName", equalTo("低保对象"))
                .body("payer", equalTo("finance"))
                .body("explanation.citation.article", hasItem("第十三条第一款"));
        subsidy(both).body("tier", equalTo("full")).body("amount", equalTo("400.00"));
        subsidy(none).body("tier", equalTo("none")).body("personAmount", equalTo("400.00"));
        var published = feed.last("enrollment", poor.personId()).get("subsidy");
        assertEquals("fixed", published.get("tier").asText());
        assertEquals("320.00", published.get("amount").asText());
        assertTrue(published.get("standardId").asText().startsWith("S-2028"));
        var recognitions = feed.last("category", both.personId()).get("recognitions");
        assertEquals(2, recognitions.size());
        assertEquals("MZ360902", recognitions.get(0).get("organ").asText());
        assertTrue(recognitions.get(0).get("to").isNull());
    }

    @Test
    @DisplayName("名单逐行结论：匹配、姓名不符、未登记、已有认定、重复、类别不识")
    void eachRowHasItsVerdict() {
        var known = enrolled("名单甲", YEAR, "ordinary");
        list(List.of(row(known, "orphan", "2028-01-01"))).statusCode(201);
        var rows = new ArrayList<Map<String, Object>>();
        rows.add(row(known, "orphan", "2028-03-01"));
        rows.add(row(known, "minimum_living", "2028-03-01"));
        rows.add(row(known, "minimum_living", "2028-04-01"));
        rows.add(row(new Somebody("别名", known.idNumber(), "", ""), "orphan", "2028-01-01"));
        rows.add(row(new Somebody("无此人", idNumber(BIRTH, true), "", ""), "orphan", "2028-01-01"));
        rows.add(row(known, "富户", "2028-01-01"));

        String id = list(rows)
                .statusCode(201)
                .body("rows[0].verdict", equalTo("ALREADY_RECOGNISED"))
                .body("rows[1].verdict", equalTo("MATCHED"))
                .body("rows[2].verdict", equalTo("REPEATED"))
                .body("rows[3].verdict", equalTo("NAME_DIFFERS"))
                .body("rows[4].verdict", equalTo("NOT_FOUND"))
                .body("rows[5].verdict", equalTo("INVALID"))
                .body("rows[0].maskedName", equalTo("名**"))
                .extract()
                .path("listId");

        as(department()).get("/category-lists/{id}", id).then().statusCode(200).body("rows", hasSize(6));
        as(clerk()).get("/category-lists/{id}", id).then().statusCode(403);
    }

    @Test
    @DisplayName("撤销名单：认定全部撤回，资助重新决定，变更流告知")
    void anUndoneListTakesItsRecognitionsBack() throws Exception {
        standard.published(YEAR, "400.00");
        var poor = enrolled("撤销甲", YEAR, "ordinary");
        String id = list(List.of(row(poor, "minimum_living", "2028-01-01")))
                .statusCode(201)
                .extract()
                .path("listId");
        subsidy(poor).body("tier", equalTo("fixed"));

        undo(id).statusCode(200).body("state", equalTo("UNDONE")).body("rows[0].verdictName", equalTo("认定已撤回"));
        undo(id).statusCode(409).body("code", equalTo("CATEGORY_LIST_ALREADY_UNDONE"));

        subsidy(poor).body("tier", equalTo("none")).body("personAmount", equalTo("400.00"));
        assertEquals(
                0, feed.last("category", poor.personId()).get("recognitions").size());
        assertEquals(
                "none",
                feed.last("enrollment", poor.personId())
                        .get("subsidy")
                        .get("tier")
                        .asText());
        list(List.of(row(poor, "minimum_living", "2028-01-01")))
                .statusCode(201)
                .body("rows[0].verdict", equalTo("MATCHED"));
    }

    @Test
    @DisplayName("第二十二条：集中征缴期后才认定、已参保的，本年度资助不变")
    void aRecognitionAfterTheWindowDoesNotReachBack() throws Exception {
        standard.published(YEAR, "400.00");
        var late = enrolled("迟认定", YEAR, "ordinary");

        list(List.of(row(late, "minimum_living", "2028-05-01"))).statusCode(201);

        subsidy(late).body("tier", equalTo("none"));
    }

    private static ValidatableResponse undo(String id) {
        return as(department())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("reason", "报送有误"))
                .post("/category-lists/{id}/undo", id)
                .then();
    }
}
