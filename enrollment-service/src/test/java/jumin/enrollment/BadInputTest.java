package jumin.enrollment;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BadInputTest {

    @Test
    @DisplayName("请求过大：413；花名册可大到10MB")
    void largeBodiesAreRefused() {
        as(clerk())
                .contentType("application/json")
                .body("{\"name\": \"" + "长".repeat(900_000) + "\"}")
                .post("/person-searches")
                .then()
                .statusCode(413)
                .body("code", equalTo("BODY_TOO_LARGE"));
        as(clerk())
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("file", "大.xlsx", new byte[11 * 1024 * 1024])
                .multiPart("benefitYear", "2024")
                .multiPart("divisionCode", Demo.VILLAGE)
                .post("/roster-imports")
                .then()
                .statusCode(413)
                .body("code", equalTo("ROSTER_TOO_LARGE"));
    }

    @Test
    @DisplayName("缺幂等键、缺文件、内容类型不对、JSON 不通、角色不对：各有代码")
    void requestsThatCannotBeAreRefused() {
        Demo.divisions();
        as(clerk())
                .contentType("application/json")
                .body(person("甲", idNumber(LocalDate.of(1980, 1, 1), true)))
                .post("/persons")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
        as(clerk())
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("benefitYear", "2024")
                .multiPart("divisionCode", Demo.VILLAGE)
                .post("/roster-imports")
                .then()
                .statusCode(400)
                .body("code", equalTo("ROSTER_FILE_MISSING"));
        as(clerk())
                .contentType("text/plain")
                .body("x")
                .post("/persons")
                .then()
                .statusCode(415)
                .body("code", equalTo("CONTENT_TYPE_NOT_SUPPORTED"));
        as(clerk())
                .contentType("application/json")
                .body("{\"name\": ")
                .post("/person-searches")
                .then()
                .statusCode(400)
                .body("code", equalTo("BODY_MALFORMED"));
        as(Tokens.staff("policy", "policy", "360900/"))
                .contentType("application/json")
                .body("{\"name\": \"甲\"}")
                .post("/person-searches")
                .then()
                .statusCode(403)
                .body("code", equalTo("ACCESS_DENIED"));
        register(person("", "1")).statusCode(400).body("code", equalTo("FIELD_INVALID"));
    }

    @Test
    @DisplayName("不认识的编号、状态、年度：各有代码，不是500")
    void unknownThingsAreNotFound() {
        var nobody = UUID.randomUUID();
        for (var path : new String[] {
            "/persons/" + nobody,
            "/persons/" + nobody + "/enrollments",
            "/households/" + nobody,
            "/enrollments/" + nobody,
            "/enrollments/" + nobody + "/subsidy",
            "/roster-imports/" + nobody,
            "/roster-imports/" + nobody + "/rows",
            "/roster-imports/" + nobody + "/error-workbook"
        }) {
            as(clerk()).get(path).then().statusCode(404);
        }
        as(clerk()).get("/enrollments").then().statusCode(400);
        as(clerk())
                .get("/enrollments?benefitYear=abc")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"));
        as(clerk()).get("/households?size=1000").then().statusCode(400).body("code", equalTo("FIELD_INVALID"));
        as(clerk())
                .get("/households?divisionCode=999999")
                .then()
                .statusCode(422)
                .body("code", equalTo("DIVISION_UNKNOWN"));
    }
}
