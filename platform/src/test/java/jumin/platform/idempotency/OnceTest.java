package jumin.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnceTest {

    @Inject
    Once once;

    @Inject
    CurrentCaller caller;

    private final AtomicInteger done = new AtomicInteger();

    @Test
    @DisplayName("同一编号同时发 50 次：只办一次，50 个相同的答复")
    void fiftyAtOnceAreOne() throws Exception {
        var key = UUID.randomUUID().toString();
        var answers = new ArrayList<Future<Response>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> ask(key, "same")));
            }
        }

        var first = (byte[]) answers.getFirst().get().getEntity();
        for (var answer : answers) {
            assertEquals(201, answer.get().getStatus());
            assertArrayEquals(first, (byte[]) answer.get().getEntity());
        }
        assertEquals(1, done.get());
    }

    @Test
    @DisplayName("同一编号、不同内容：拒绝；重发：标明是旧答复")
    void otherContentIsRefused() {
        var key = UUID.randomUUID().toString();
        ask(key, "one");

        var refused = assertThrows(ProblemException.class, () -> ask(key, "other"));

        assertEquals(PlatformProblem.IDEMPOTENCY_KEY_REUSED, refused.code());
        assertEquals("true", ask(key, "one").getHeaderString(Once.REPLAYED));
        assertEquals(1, done.get());
    }

    @Test
    @DisplayName("同一内容换了字段顺序（服务重启后就会这样）：仍是同一请求")
    void theOrderOfMapEntriesDoesNotMatter() {
        var key = UUID.randomUUID().toString();
        var oneWay = new LinkedHashMap<String, Integer>();
        oneWay.put("a", 1);
        oneWay.put("b", 2);
        var otherWay = new LinkedHashMap<String, Integer>();
        otherWay.put("b", 2);
        otherWay.put("a", 1);
        as(() -> once.answer("work", key, oneWay, this::work));

        assertEquals(
                "true", as(() -> once.answer("work", key, otherWay, this::work)).getHeaderString(Once.REPLAYED));
    }

    @Test
    @DisplayName("办理失败不占用编号：改正后可用原编号重发")
    void aFailureLeavesTheKeyFree() {
        var key = UUID.randomUUID().toString();
        assertThrows(
                ProblemException.class,
                () -> as(() -> once.answer("fail", key, "x", () -> {
                    throw new ProblemException(PlatformProblem.REQUEST_REJECTED, "不行");
                })));

        assertEquals(201, ask(key, "x").getStatus());
    }

    @Test
    @DisplayName("没有编号：拒绝")
    void aKeyIsRequired() {
        for (var key : new String[] {null, "", "  "}) {
            var refused = assertThrows(ProblemException.class, () -> ask(key, "x"));
            assertEquals(PlatformProblem.IDEMPOTENCY_KEY_REQUIRED, refused.code());
        }
    }

    @Test
    @DisplayName("编号过长，含空格、汉字或看不见的字符：拒绝，什么也没做；128 个可见字符可以")
    void aKeyIsVisibleAscii() {
        for (var key : new String[] {"x".repeat(129), "a b", "登记-1", "a\tb", "\u007f", "a\u00a0b"}) {
            var refused = assertThrows(ProblemException.class, () -> ask(key, "x"));
            assertEquals(PlatformProblem.IDEMPOTENCY_KEY_INVALID, refused.code());
        }
        assertEquals(0, done.get());
        assertEquals(201, ask("~!" + UUID.randomUUID() + "x".repeat(90), "x").getStatus());
    }

    @Test
    @DisplayName("不同调用方的同一编号互不相干")
    void keysBelongToTheirCaller() {
        var key = UUID.randomUUID().toString();
        ask(key, "x");

        caller.callAs(Caller.service("other"), () -> once.answer("work", key, Map.of("text", "y"), this::work));

        assertEquals(2, done.get());
    }

    private Response ask(String key, String text) {
        return as(() -> once.answer("work", key, Map.of("text", text), this::work));
    }

    private Once.Answer work() {
        return Once.Answer.created(List.of(done.incrementAndGet()), "/here");
    }

    private Response as(java.util.concurrent.Callable<Response> call) {
        return caller.callAs(Caller.service("test"), call);
    }
}
