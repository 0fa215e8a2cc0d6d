package jumin.enrollment.registration;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistrationResourceTest {

    private static final LocalDate BIRTH = LocalDate.of(1985, 6, 7);

    @Inject
    FeedOfThisService feed;

    @BeforeEach
    void aVillageInAutumn() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
    }

    @Test
    @DisplayName("登记一人：参保人、户、参保登记同时入库，证件号码脱敏")
    void aPersonIsRegisteredWithHouseholdAndEnrollment() {
        var number = idNumber(BIRTH, false);

        var registered = register(person("李秀兰", number))
                .statusCode(201)
                .body("personNo", startsWith("P360900"))
                .body("enrollment.maskedName", equalTo("李**"))
                .body("enrollment.idMasked", equalTo(number.substring(0, 6) + "********" + number.substring(14)))
                .body("enrollment.state", equalTo("ENROLLED"))
                .body("enrollment.type", equalTo("ordinary"))
                .body("enrollment.registeredOn", equalTo("2023-10-10"))
                .body("enrollment.birthDate", equalTo("1985-06-07"))
                .body("enrollment.subsidy.state", equalTo("HELD"))
                .body("notes", hasSize(0))
                .extract();

        var id = registered.path("enrollment.personId");
        as(clerk())
                .get("/persons/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("name", equalTo("李秀兰"))
                .body("sex", equalTo("FEMALE"))
                .body("divisionName", equalTo("青石村"))
                .body("toString()", not(containsString(number)));
        String household = as(clerk()).get("/persons/{id}", id).path("householdId");
        as(clerk())
                .get("/households/{id}", household)
                .then()
                .statusCode(200)
                .body("members", hasSize(1))
                .body("members[0].relationName", equalTo("户主"));
        as(clerk())
                .get("/persons/{id}/enrollments", id)
                .then()
                .statusCode(200)
                .body("items.benefitYear", hasItem(2024));
    }

    @Test
    @DisplayName("登记进入变更流：人在前，参保登记在后，资助暂缓并说明")
    void aRegistrationIsPublished() {
        var number = idNumber(BIRTH, true);
        String id = register(person("王建国", number)).statusCode(201).extract().path("enrollment.personId");

        var published = feed.last("person", id);
        var enrollment = feed.last("enrollment", id);

        assertEquals("王建国", published.get("name").asText());
        assertEquals("-", published.get("school").asText());
        assertEquals("ACTIVE", published.get("status").asText());
        assertTrue(published.get("idSealed").asText().startsWith("aes1:"));
        assertTrue(!published.toString().contains(number));
        assertEquals("ordinary", enrollment.get("type").asText());
        assertEquals("HELD", enrollment.get("subsidy").get("state").asText());
        assertTrue(enrollment.get("subsidy").get("amount").isNull());
        assertTrue(enrollment.get("endedOn").isNull());
    }

    @Test
    @DisplayName("第九条：校验码不对的身份证号不予登记，说明哪里错、怎么改、依据")
    void aWrongCheckDigitIsRefusedWithTheArticle() {
        var number = idNumber(BIRTH, true);
        var wrong = number.substring(0, 17) + (number.charAt(17) == '1' ? '2' : '1');

        register(person("王建国", wrong))
                .statusCode(422)
                .body("code", equalTo("IDENTITY_INVALID"))
                .body("errors[0].pointer", equalTo("/idNumber"))
                .body("errors[0].code", equalTo("ID_NUMBER_CHECK_DIGIT"))
                .body("citations.article", hasItem("第九条"))
                .body("toString()", not(containsString(wrong)));
    }

    @Test
    @DisplayName("同一证件号码再次登记：告知个人编号；辖区外只告知登记地和脱敏姓名")
    void aKnownIdentityIsRefused() {
        var number = idNumber(BIRTH, true);
        register(person("王建国", number)).statusCode(201);

        register(person("王建国", number))
                .statusCode(409)
                .body("code", equalTo("PERSON_ALREADY_REGISTERED"))
                .body("detail", containsString("个人编号 P360900"));
        var elsewhere = person("王建国", number);
        elsewhere.put("divisionCode", Demo.OTHER_VILLAGE);
        register(otherClerk(), elsewhere, UUID.randomUUID().toString())
                .statusCode(409)
                .body("code", equalTo("PERSON_ALREADY_REGISTERED"))
                .body("detail", containsString("已在青石村登记（王**）"));
    }

    @Test
    @DisplayName("外乡镇的村不能登记")
    void aForeignVillageIsRefused() {
        var foreign = person("王建国", idNumber(BIRTH, true));
        foreign.put("divisionCode", Demo.OTHER_VILLAGE);

        register(foreign).statusCode(403).body("code", equalTo("OUTSIDE_SCOPE"));
    }

    @Test
    @DisplayName("一户只有一个户主")
    void aSecondHeadIsRefused() {
        var head = person("赵大", idNumber(BIRTH, true));
        register(head).statusCode(201);

        var second = person("赵二", idNumber(BIRTH, true));
        second.put("houseNumber", head.get("houseNumber"));
        register(second).statusCode(409).body("code", equalTo("HOUSEHOLD_HAS_HEAD"));

        second.put("relation", "SIBLING");
        register(second).statusCode(201);
    }

    @Test
    @DisplayName("同一幂等键重发得到同一答复，只登记一次")
    void theSameRequestAgainGivesTheSameAnswer() {
        var key = UUID.randomUUID().toString();
        var person = person("钱进", idNumber(BIRTH, true));

        String first = register(clerk(), person, key).statusCode(201).extract().asString();
        var again = register(clerk(), person, key).statusCode(201).extract();

        assertEquals(first, again.asString());
        assertEquals("true", again.header("Idempotency-Replayed"));
    }

    @Test
    @DisplayName("第十七条：新生儿凭出生医学证明登记，必填出生日期和性别")
    void aNewbornIsRegisteredByBirthCertificate() {
        var newborn = person("李小宝", "O360000001");
        newborn.put("idType", "BIRTH_CERTIFICATE");
        newborn.put("type", "newborn");
        newborn.put("benefitYear", 2023);
        register(newborn)
                .statusCode(422)
                .body("errors.code", hasItem("BIRTH_DATE_MISSING"))
                .body("errors.code", hasItem("SEX_MISSING"));

        newborn.put("birthDate", "2023-09-20");
        newborn.put("sex", "MALE");
        register(newborn).statusCode(201).body("notes", hasSize(0));
    }

    @Test
    @DisplayName("撤销参保登记后同年可再登记；撤销两次被拒")
    void aCancelledEnrollmentMayBeMadeAgain() {
        var registered =
                register(person("孙丽", idNumber(BIRTH, false))).statusCode(201).extract();
        String enrollment = registered.path("enrollment.enrollmentId");
        String person = registered.path("enrollment.personId");

        cancel(enrollment).statusCode(200).body("state", equalTo("CANCELLED")).body("endReason", equalTo("登记有误"));
        cancel(enrollment).statusCode(409).body("code", equalTo("ENROLLMENT_ALREADY_ENDED"));
        assertEquals("CANCELLED", feed.last("enrollment", person).get("state").asText());
        renew(person, 2024).statusCode(201);
        renew(person, 2024).statusCode(409).body("code", equalTo("ALREADY_ENROLLED"));
        assertTrue(listed().contains(enrollment));
    }

    /** All pages of the village's list. */
    private static List<String> listed() {
        var found = new ArrayList<String>();
        for (var page = 1; ; page++) {
            List<String> ids = as(clerk())
                    .queryParam("benefitYear", 2024)
                    .queryParam("divisionCode", Demo.VILLAGE)
                    .queryParam("page", page)
                    .queryParam("size", 100)
                    .get("/enrollments")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.enrollmentId");
            if (ids.isEmpty()) {
                return found;
            }
            found.addAll(ids);
        }
    }

    private static io.restassured.response.ValidatableResponse cancel(String enrollment) {
        return as(clerk())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("reason", "登记有误"))
                .post("/enrollments/{id}/cancellation", enrollment)
                .then();
    }

    private static io.restassured.response.ValidatableResponse renew(String person, int year) {
        return as(clerk())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("benefitYear", year, "type", "ordinary"))
                .post("/persons/{id}/enrollments", person)
                .then();
    }
}
