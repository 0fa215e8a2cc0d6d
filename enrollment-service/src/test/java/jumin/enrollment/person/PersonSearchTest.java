package jumin.enrollment.person;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.auditor;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonSearchTest {

    private static final LocalDate BIRTH = LocalDate.of(1990, 1, 1);

    @BeforeEach
    void aVillageInAutumn() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
    }

    private static ValidatableResponse search(String token, Map<String, ?> conditions) {
        return as(token)
                .contentType("application/json")
                .body(conditions)
                .post("/person-searches")
                .then();
    }

    @Test
    @DisplayName("按证件号码、姓名开头、个人编号、后四位查询，姓名脱敏")
    void aPersonIsFoundByEachCondition() {
        var number = idNumber(BIRTH, true);
        String personNo =
                register(person("欧阳㼆𠮷", number)).statusCode(201).extract().path("personNo");

        search(clerk(), Map.of("idNumber", number.toLowerCase()))
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].maskedName", equalTo("欧***"));
        search(clerk(), Map.of("name", "欧阳㼆")).body("items.personNo", hasItem(personNo));
        search(clerk(), Map.of("personNo", personNo)).body("items", hasSize(1));
        search(clerk(), Map.of("idTail", number.substring(14), "name", "欧阳")).body("items.personNo", hasItem(personNo));
    }

    @Test
    @DisplayName("外乡镇看不到本人，只知道已在何处登记")
    void anotherTownshipLearnsOnlyTheDivision() {
        var number = idNumber(BIRTH, true);
        String id = register(person("古丽·买买提", number)).statusCode(201).extract().path("enrollment.personId");

        search(otherClerk(), Map.of("idNumber", number))
                .statusCode(200)
                .body("items", hasSize(0))
                .body("elsewhere.divisionName", equalTo("青石村"))
                .body("elsewhere.maskedName", equalTo("古*****"));
        search(otherClerk(), Map.of("name", "古丽")).body("items", hasSize(0));
        as(otherClerk()).get("/persons/{id}", id).then().statusCode(404).body("code", equalTo("PERSON_UNKNOWN"));
    }

    @Test
    @DisplayName("查看和查询都记入审计")
    void readsAreAudited() {
        var number = idNumber(BIRTH, true);
        String id = register(person("郑重", number)).statusCode(201).extract().path("enrollment.personId");

        search(clerk(), Map.of("idNumber", number)).statusCode(200);
        as(clerk()).get("/persons/{id}", id).then().statusCode(200);

        as(auditor())
                .queryParam("subject", id)
                .get("/audit-events")
                .then()
                .statusCode(200)
                .body("items.what", hasItems("person-search", "person"))
                .body("items.subject", everyItem(equalTo(id)));
        as(auditor())
                .queryParam("subject", id)
                .queryParam("actor", "nobody")
                .get("/audit-events")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    @DisplayName("学校只看到本校学生")
    void aSchoolSeesItsOwnPupilsOnly() {
        var school = Tokens.token(
                "school",
                "school",
                Map.of("division", "360900/360902/", "school", "XX36090201"),
                Duration.ofMinutes(10));
        var pupil = person("学生甲", idNumber(LocalDate.of(2012, 5, 6), true));
        pupil.put("school", "XX36090201");
        var other = person("学生乙", idNumber(LocalDate.of(2012, 5, 6), true));
        other.put("school", "XX36090999");
        String own = register(pupil).statusCode(201).extract().path("personNo");
        String foreign = register(other).statusCode(201).extract().path("personNo");

        search(school, Map.of("personNo", own)).statusCode(200).body("items", hasSize(1));
        search(school, Map.of("personNo", foreign)).statusCode(200).body("items", hasSize(0));
        as(school).get("/households").then().statusCode(403);
    }

    @Test
    @DisplayName("没有条件、条件格式不对：说明改法")
    void badSearchesAreExplained() {
        search(clerk(), Map.of()).statusCode(400).body("code", equalTo("SEARCH_EMPTY"));
        search(clerk(), Map.of("idTail", "12")).statusCode(400).body("code", equalTo("FIELD_INVALID"));
        search(clerk(), Map.of("unknown", "12")).statusCode(400).body("code", equalTo("FIELD_UNKNOWN"));
        as(clerk()).get("/persons/not-an-id").then().statusCode(404).body("code", equalTo("RESOURCE_NOT_FOUND"));
    }
}
