package jumin.enrollment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jumin.testing.PostgresResource;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "enrollment"))
class FrontDoorTest {

    private static final String CLOCK = "/api/enrollment/v1/clock";

    @Test
    @DisplayName("没有令牌：401 与问题说明")
    void noTokenIsAProblem() {
        given().get(CLOCK)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_LOGGED_IN"));
    }

    @Test
    @DisplayName("令牌过期：401")
    void expiredTokenIsAProblem() {
        given().auth()
                .oauth2(Tokens.expired("auditor", "360900/"))
                .get(CLOCK)
                .then()
                .statusCode(401)
                .body("code", equalTo("NOT_LOGGED_IN"));
    }

    @Test
    @DisplayName("账号没有数据范围：403")
    void noScopeIsAProblem() {
        given().auth()
                .oauth2(Tokens.withoutScope("auditor"))
                .get(CLOCK)
                .then()
                .statusCode(403)
                .body("code", equalTo("SCOPE_MISSING"));
    }

    @Test
    @DisplayName("业务时钟可读；只有系统管理员可调")
    void clockIsReadByStaffAndMovedByTheAdministrator() {
        var clerk = Tokens.staff("township_clerk", "clerk", "360900/360902/");
        given().auth().oauth2(clerk).get(CLOCK).then().statusCode(200).body("now", notNullValue());
        given().auth()
                .oauth2(clerk)
                .contentType("application/json")
                .body("{\"now\": \"2024-02-01T09:00:00\"}")
                .put(CLOCK)
                .then()
                .statusCode(403)
                .body("code", equalTo("ACCESS_DENIED"));
        given().auth()
                .oauth2(Tokens.staff("system_admin", "admin", "360900/"))
                .contentType("application/json")
                .body("{\"now\": \"2024-02-01T09:00:00\", \"why\": 1}")
                .put(CLOCK)
                .then()
                .statusCode(400)
                .body("code", equalTo("FIELD_UNKNOWN"));
    }

    @Test
    @DisplayName("不存在的地址：404")
    void unknownAddressIsAProblem() {
        given().auth()
                .oauth2(Tokens.staff("auditor", "auditor", "360900/"))
                .get("/api/enrollment/v1/nothing")
                .then()
                .statusCode(404)
                .body("code", equalTo("RESOURCE_NOT_FOUND"));
    }
}
