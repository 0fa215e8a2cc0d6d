package jumin.demo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReplyTest {

    private static Reply refused(String code) {
        var body = "{\"code\": \"" + code + "\", \"title\": \"不能\", \"detail\": \"说明\"}";
        return new Reply(409, body.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty(), false);
    }

    @Test
    @DisplayName("旧版本的演示留下的数据：说明先清空再演示，不叫人去看日志")
    void dataOfAnotherVersionIsToBeReset() {
        assertTrue(refused("IDEMPOTENCY_KEY_REUSED").cure().orElseThrow().contains("./jumin reset"));
        assertEquals(Optional.empty(), refused("RULE_VIOLATED").cure());
    }
}
