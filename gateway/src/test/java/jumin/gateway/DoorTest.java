package jumin.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.stream.IntStream;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BehindTheDoor.class)
class DoorTest {

    private static final String ECHO = "/api/enrollment/v1/echo";

    @Test
    @DisplayName("没有令牌、令牌过期、令牌是乱码：401 与问题说明")
    void noTokenNoWayIn() {
        given().get(ECHO)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_LOGGED_IN"))
                .body("traceId", notNullValue());
        given().auth()
                .oauth2(Tokens.expired("auditor", "360900/"))
                .get(ECHO)
                .then()
                .statusCode(401)
                .body("code", equalTo("NOT_LOGGED_IN"));
        given().auth().oauth2("rubbish").get(ECHO).then().statusCode(401).body("code", equalTo("NOT_LOGGED_IN"));
    }

    @Test
    @DisplayName("请求原样转到服务：方法、地址、内容、令牌")
    void requestReachesTheService() {
        var body = "{\"text\": \"" + "x".repeat(100_000) + "\"}";
        as("clerk")
                .contentType("application/json")
                .body(body)
                .post(ECHO + "?page=2")
                .then()
                .statusCode(200)
                .body("method", equalTo("POST"))
                .body("uri", equalTo(ECHO + "?page=2"))
                .body("length", equalTo(body.length()))
                .body("authorization", equalTo(true));
    }

    @Test
    @DisplayName("外来的身份头被去掉，追踪编号继续往下传并回给调用方")
    void identityHeadersStopAndTraceGoesOn() {
        var traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        as("clerk2")
                .header("X-Remote-User", "admin")
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .get(ECHO)
                .then()
                .statusCode(200)
                .body("user", equalTo("null"))
                .body("traceparent", containsString(traceId))
                .header("X-Trace-Id", equalTo(traceId));
    }

    @Test
    @DisplayName("安全响应头")
    void securityHeaders() {
        as("headers")
                .get(ECHO)
                .then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @Test
    @DisplayName("服务停机：503 问题说明，告诉何时重试")
    void serviceDownIsAProblem() {
        as("down")
                .get("/api/contribution/v1/levies")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("SERVICE_UNAVAILABLE"))
                .header("Retry-After", equalTo("2"));
    }

    @Test
    @DisplayName("服务自己的问题说明原样通过；网页形式的错误变成问题说明")
    void problemsPassAndBareErrorsBecomeProblems() {
        as("errors")
                .get("/api/enrollment/v1/own-problem")
                .then()
                .statusCode(409)
                .body("code", equalTo("OWN"));
        as("errors")
                .get("/api/enrollment/v1/bare")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("BODY_TOO_LARGE"))
                .body(not(containsString("<h1>")));
    }

    @Test
    @DisplayName("内容过大：413")
    void tooLargeIsAProblem() {
        as("large")
                .contentType("application/json")
                .body("x".repeat(5_000_000))
                .post(ECHO)
                .then()
                .statusCode(413)
                .body("code", equalTo("BODY_TOO_LARGE"));
    }

    @Test
    @DisplayName("不认识的服务、地址和内部变更流：404")
    void unknownAddressesAndFeedsAreNotHere() {
        for (var path : new String[] {
            "/api/secret/v1/x",
            "/",
            "/q/health",
            "/api/enrollment/v1/feed",
            "/api/enrollment/v1/feed/",
            "/api/enrollment/v1/feed;x=1"
        }) {
            as("lost").get(path).then().statusCode(404).body("code", equalTo("RESOURCE_NOT_FOUND"));
        }
    }

    @Test
    @DisplayName("过于频繁：429；别的调用方不受影响")
    void tooManyRequestsOfOneCallerOnly() {
        var refused = IntStream.range(0, 120)
                .map(i -> as("hasty").get(ECHO).statusCode())
                .filter(status -> status == 429)
                .count();

        assertTrue(refused > 0, "none of 120 requests was refused");
        as("patient").get(ECHO).then().statusCode(200);
    }

    private static RequestSpecification as(String login) {
        return given().auth().oauth2(Tokens.staff("township_clerk", login, "360900/360902/360902199/"));
    }
}
