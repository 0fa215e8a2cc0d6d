package jumin.demo.hospital;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.http.StoryStopped;
import jumin.demo.tale.Stage;

/**
 * 报文编号: each run of the demo settles under the next free number, found by asking. A run that broke off between
 * settlement and reversal left a settlement behind: it is reversed first, so that the year begins at nothing.
 */
final class Messages {

    private static final int MOST_RUNS = 1000;

    private final Stage stage;

    Messages(Stage stage) {
        this.stage = stage;
    }

    String next() {
        for (int run = 1; run <= MOST_RUNS; run++) {
            var message = message(run);
            var path = "/api/claims/v1/settlements/by-message/" + message;
            var reply = stage.http().ask(Actor.HOSPITAL, Request.get(path));
            if (reply.status() == 404) {
                return message;
            }
            if (!reply.ok()) {
                throw new StoryStopped("查询报文 " + message + " 没有成功：" + reply.problem());
            }
            tidy(message, reply.json());
        }
        throw new StoryStopped("演示已运行 " + MOST_RUNS + " 次；请用 ./jumin reset 清空后再演示。");
    }

    private void tidy(String message, JsonNode settlement) {
        boolean stands = settlement.path("outcome").asText().equals("PAID") && !settlement.hasNonNull("reversedBy");
        if (stands) {
            stage.http()
                    .send(
                            Actor.HOSPITAL,
                            reversal(settlement.path("settlementId").asText(), message));
        }
    }

    /** The reversal's own message number follows from the settlement's. */
    static Request reversal(String settlementId, String message) {
        var body = Map.of("reason", "收费有误，整笔冲正");
        return Request.post("/api/claims/v1/settlements/" + settlementId + "/reversal", body)
                .key(message + "-R");
    }

    private String message(int run) {
        return stage.setup().providers().getFirst().code() + "20240320" + "%06d".formatted(run);
    }
}
