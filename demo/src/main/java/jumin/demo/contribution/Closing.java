package jumin.demo.contribution;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 差异处理: three are dealt with and leave a trace; money for nobody stays in suspense until its owner is found. */
final class Closing {

    private static final Map<String, Map<String, String>> ACTIONS = Map.of(
            "SHORT", Map.of("action", "COLLECT_REST", "note", "已电话通知本人补缴差额"),
            "TWICE", Map.of("action", "RETURN_SURPLUS", "note", "已按本人申请退库"),
            "AFTER_WINDOW", Map.of("action", "ACCEPT_LATE", "note", "已告知本人待遇起始日"));

    private final Stage stage;

    Closing(Stage stage) {
        this.stage = stage;
    }

    void play(JsonNode differences) {
        int closed = 0;
        for (var difference : differences) {
            var action = ACTIONS.get(difference.path("type").asText());
            if (action != null) {
                var path = "/api/contribution/v1/differences/"
                        + difference.path("differenceId").asText() + "/closure";
                var view = stage.http().json(Actor.REVIEWER, Request.post(path, action));
                closed += view.path("state").asText().equals("CLOSED") ? 1 : 0;
            }
        }
        stage.tale()
                .step(
                        Actor.REVIEWER.title() + "逐项关闭已处理的差异 3 项，每项留下处理方式、说明和经手人；无人认领的一笔留在暂存款，等找到缴费人。",
                        that("已关闭", ACTIONS.size(), closed));
    }
}
