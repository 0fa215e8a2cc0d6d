package jumin.platform.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ParkedChangesTest {

    @Inject
    FeedInbox inbox;

    @Inject
    ProbeSubscription probe;

    @Inject
    CurrentCaller caller;

    private final String subject = "s" + System.nanoTime();
    private long at = System.nanoTime();

    private Change change() {
        at++;
        return new Change(
                "e:9:" + at, "probe", subject, Instant.ofEpochSecond(at % 100), JsonNodeFactory.instance.objectNode());
    }

    private void take(Change... changes) {
        caller.callAs(Caller.service("test"), () -> {
            var page = new ChangePage(List.of(changes), changes[changes.length - 1].cursor(), true);
            inbox.take(probe, inbox.cursor(ProbeSubscription.SOURCE), page);
            return null;
        });
    }

    private static String told(Change change) {
        return change.subject() + "@" + change.cursor() + "@" + change.recordedAt();
    }

    private ValidatableResponse release(String role) {
        return given().auth()
                .oauth2(Tokens.staff(role, role, "360900/"))
                .contentType("application/json")
                .body(Map.of("source", ProbeSubscription.SOURCE, "subject", subject))
                .post("/parked-changes/release")
                .then();
    }

    private ValidatableResponse listed() {
        return given().auth()
                .oauth2(Tokens.staff("system_admin", "admin", "360900/"))
                .get("/parked-changes")
                .then()
                .statusCode(200)
                .rootPath("find { it.subject == '" + subject + "' }");
    }

    @Test
    @DisplayName("停放的变更看得到；原因未除释放不了；除了原因按原次序全部应用，其后的照常")
    void whatIsParkedIsReleasedInOrder() {
        probe.refuse(subject);
        var first = change();
        var second = change();
        take(first);
        take(second);
        listed().body("changes", equalTo(2)).body("reason", equalTo("IllegalStateException"));
        release("auditor").statusCode(403);
        release("system_admin").statusCode(409).body("code", equalTo("FEED_CHANGE_STILL_FAILS"));
        listed().body("changes", equalTo(2));

        probe.refuse("");
        release("system_admin").statusCode(200).body("applied", equalTo(2));
        release("system_admin").statusCode(200).body("applied", equalTo(0));
        listed().body("subject", nullValue());
        var third = change();
        take(third);
        assertEquals(List.of(told(first), told(second), told(third)), probe.applied(subject));
    }

    @Test
    @DisplayName("本服务不读取的来源：没有找到")
    void unknownSourceIsNotFound() {
        given().auth()
                .oauth2(Tokens.staff("system_admin", "admin", "360900/"))
                .contentType("application/json")
                .body(Map.of("source", "nobody", "subject", subject))
                .post("/parked-changes/release")
                .then()
                .statusCode(404);
    }
}
