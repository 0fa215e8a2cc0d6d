package jumin.platform.scope;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Map;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VerifiedTokensTest {

    /** Says who asks. */
    @Path("/who-probe")
    @Authenticated
    public static class Probe {

        @Inject
        CurrentCaller caller;

        @GET
        public String who() {
            return caller.get().id() + " " + caller.get().scope().division().from();
        }
    }

    private static void asks(String token, int status) {
        given().auth().oauth2(token).get("/who-probe").then().statusCode(status);
    }

    @Test
    @DisplayName("同一令牌反复使用：每次都是同一人、同一范围；两个令牌不相混")
    void theSameTokenIsTheSameCaller() {
        var one = Tokens.staff("township_clerk", "clerk-one", "360900/360902/");
        var other = Tokens.staff("township_clerk", "clerk-two", "360900/360903/");
        for (var turn = 0; turn < 3; turn++) {
            given().auth()
                    .oauth2(one)
                    .get("/who-probe")
                    .then()
                    .statusCode(200)
                    .body(equalTo("clerk-one 360900/360902/"));
            given().auth().oauth2(other).get("/who-probe").then().body(equalTo("clerk-two 360900/360903/"));
        }
    }

    @Test
    @DisplayName("验过的令牌到期即失效；改动一个字符的令牌重新验，不予接受")
    void aTokenEndsWhenItEnds() throws InterruptedException {
        var token = Tokens.token("brief", "township_clerk", Map.of("division", "360900/"), Duration.ofSeconds(3));
        asks(token, 200);
        asks(token, 200);
        var at = token.lastIndexOf('.') + 20;
        asks(token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1), 401);

        Thread.sleep(4000);
        asks(token, 401);
    }
}
