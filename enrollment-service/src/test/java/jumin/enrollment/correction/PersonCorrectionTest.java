package jumin.enrollment.correction;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.patch;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Calls.version;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonCorrectionTest {

    private static final String PERSON = "/persons/{id}";
    private static final LocalDate BIRTH = LocalDate.of(1975, 3, 4);

    @Inject
    FeedOfThisService feed;

    private String number;
    private String id;

    @BeforeEach
    void somebodyInAutumn() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        number = idNumber(BIRTH, false);
        id = registered(person("李秀蓝", number));
    }

    private static Map<String, Object> correction(Map<String, Object> fields) {
        var body = new HashMap<String, Object>(fields);
        body.putIfAbsent("kind", "CORRECTION");
        body.putIfAbsent("reason", "与身份证核对");
        body.putIfAbsent("evidence", "IDENTITY_CARD");
        return body;
    }

    @Test
    @DisplayName("更正姓名：自始按新的，旧的留在历史中，别的服务得知")
    void aCorrectionHoldsFromTheBeginning() {
        patch(clerk(), version(PERSON, id), correction(Map.of("name", "李秀兰")), PERSON, id)
                .statusCode(200)
                .body("name", equalTo("李秀兰"))
                .body("idMasked", containsString("****"));

        get(clerk(), PERSON + "/history", id)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].state.name", equalTo("李秀蓝"))
                .body("items[0].supersededAt", org.hamcrest.Matchers.notNullValue())
                .body("items[1].state.name", equalTo("李秀兰"))
                .body("items[1].changeName", equalTo("更正"))
                .body("items[1].reason", equalTo("与身份证核对"))
                .body("items[1].actor", equalTo("clerk"))
                .body("toString()", not(containsString("Sealed")));
        assertEquals("李秀兰", feed.last("person", id).get("name").asText());
    }

    @Test
    @DisplayName("变更姓名：自某日起按新的；查某日为当日的，查当时所知为当时的")
    void aChangeHoldsFromADayAndIsKnownFromAMoment() {
        Demo.clockAt("2023-11-20T09:00:00");
        patch(
                        clerk(),
                        version(PERSON, id),
                        correction(Map.of("name", "李梅", "kind", "CHANGE", "effectiveOn", "2023-11-01")),
                        PERSON,
                        id)
                .statusCode(200);

        get(clerk(), PERSON + "/history?on=2023-10-31", id).body("items[0].state.name", equalTo("李秀蓝"));
        get(clerk(), PERSON + "/history?on=2023-11-01", id).body("items[0].state.name", equalTo("李梅"));
        get(clerk(), PERSON + "/history?on=2023-11-01&knownAt=2023-11-10T00:00:00Z", id)
                .body("items[0].state.name", equalTo("李秀蓝"));
        patch(
                        clerk(),
                        version(PERSON, id),
                        correction(Map.of("name", "李小梅", "kind", "CHANGE", "effectiveOn", "2023-10-15")),
                        PERSON,
                        id)
                .statusCode(422)
                .body("code", equalTo("CHANGE_BEFORE_LAST"))
                .body("errors[0].message", containsString("2023-11-01"));
    }

    @Test
    @DisplayName("版本不是最新的：412，逐项说明他人改了什么；没有版本：428")
    void aStaleVersionIsToldTheDifference() {
        var seen = version(PERSON, id);
        patch(clerk(), seen, correction(Map.of("phone", "13812345678")), PERSON, id)
                .statusCode(200);

        patch(clerk(), seen, correction(Map.of("name", "李秀兰")), PERSON, id)
                .statusCode(412)
                .body("code", equalTo("VERSION_STALE"))
                .body("detail", containsString("clerk"))
                .body("errors.pointer", hasItem("/phoneMasked"))
                .body("errors[0].message", containsString("138****5678"));
        as(clerk())
                .contentType("application/json")
                .body(correction(Map.of("name", "李秀兰")))
                .patch(PERSON, id)
                .then()
                .statusCode(428)
                .body("code", equalTo("VERSION_REQUIRED"));
    }

    @Test
    @DisplayName("更正证件号码：出生日期、性别随号码；旧号码可由真正的本人使用；被占用的号码不行")
    void aWrongNumberIsSetFree() {
        var right = idNumber(LocalDate.of(1976, 3, 4), false);
        patch(clerk(), version(PERSON, id), correction(Map.of("idNumber", right)), PERSON, id)
                .statusCode(200)
                .body("birthDate", equalTo("1976-03-04"));
        assertEquals("1976-03-04", feed.last("enrollment", id).get("birthDate").asText());

        var other = registered(person("张同号", number));
        patch(clerk(), version(PERSON, other), correction(Map.of("idNumber", right)), PERSON, other)
                .statusCode(409)
                .body("code", equalTo("PERSON_ALREADY_REGISTERED"))
                .body("detail", containsString("合并"));
    }

    @Test
    @DisplayName("新生儿取得身份证号：同一人换证件，原出生证编号仍查得到")
    void aNewbornGetsItsNumber() {
        Demo.clockAt("2024-03-01T09:00:00");
        var certificate = "R36090" + (1000 + (int) (System.nanoTime() % 9000));
        var child = person("王小宝", certificate);
        child.put("idType", "BIRTH_CERTIFICATE");
        child.put("birthDate", "2024-02-01");
        child.put("sex", "MALE");
        child.put("type", "newborn");
        var newborn = registered(child);
        var real = idNumber(LocalDate.of(2024, 2, 1), true);

        patch(
                        clerk(),
                        version(PERSON, newborn),
                        correction(Map.of(
                                "idType",
                                "RESIDENT_ID",
                                "idNumber",
                                real,
                                "kind",
                                "CHANGE",
                                "effectiveOn",
                                "2024-02-20")),
                        PERSON,
                        newborn)
                .statusCode(200)
                .body("idType", equalTo("RESIDENT_ID"));

        assertEquals("RESIDENT_ID", feed.last("person", newborn).get("idType").asText());
        as(clerk())
                .contentType("application/json")
                .body(Map.of("idNumber", certificate))
                .post("/person-searches")
                .then()
                .body("items.personId", hasItem(newborn));
        register(person("另一人", real)).statusCode(409);
    }

    @Test
    @DisplayName("没有要改的、日期不通、号码不对：说明改法，什么也不存")
    void badCorrectionsAreExplained() {
        var seen = version(PERSON, id);
        patch(clerk(), seen, correction(Map.of()), PERSON, id).statusCode(400).body("code", equalTo("CHANGE_EMPTY"));
        patch(clerk(), seen, correction(Map.of("name", "李兰", "kind", "CHANGE")), PERSON, id)
                .statusCode(422)
                .body("code", equalTo("CHANGE_DATE_INVALID"));
        patch(clerk(), seen, correction(Map.of("idNumber", "123456789012345678")), PERSON, id)
                .statusCode(422)
                .body("code", equalTo("IDENTITY_INVALID"))
                .body("citations.article", hasItem("第九条"));
        patch(
                        clerk(),
                        seen,
                        correction(Map.of(
                                "idType",
                                "MILITARY_ID",
                                "idNumber",
                                "军字第12345678号",
                                "sex",
                                "FEMALE",
                                "birthDate",
                                "1975-03-04")),
                        PERSON,
                        id)
                .statusCode(422)
                .body("errors.code", hasItem("IDENTITY_DOCUMENT"))
                .body("citations.article", hasItem("第九条"));
        patch(Demo.otherClerk(), seen, correction(Map.of("name", "李兰")), PERSON, id)
                .statusCode(404);
        assertEquals(seen, version(PERSON, id));
    }
}
