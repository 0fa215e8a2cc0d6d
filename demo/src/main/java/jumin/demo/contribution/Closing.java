package jumin.demo.contribution;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/**
 * 差异处理和签认: each difference is dealt with and leaves a trace; money for nobody stays in suspense until its owner is found.
 * Then two persons sign, and the days are closed for good.
 */
final class Closing {

    private static final Map<String, Map<String, String>> ACTIONS = Map.of(
            "SHORT", Map.of("action", "COLLECT_REST", "note", "已电话通知本人补缴差额"),
            "NOBODY", Map.of("action", "EXPLAINED", "note", "税票无误，证件号不在花名册，款列暂存款，另行查找缴费人"),
            "TWICE", Map.of("action", "RETURN_SURPLUS", "note", "已按本人申请退库"),
            "AFTER_WINDOW", Map.of("action", "ACCEPT_LATE", "note", "已告知本人待遇起始日"));

    private final Stage stage;

    Closing(Stage stage) {
        this.stage = stage;
    }

    void play(JsonNode differences) {
        close(differences);
        sign(differences.path(0).path("reconciliationId").asText());
    }

    private void close(JsonNode differences) {
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
                        Actor.REVIEWER.title() + "逐项关闭差异 " + closed + " 项，每项留下处理方式、说明和经手人；无人认领的一笔查明后仍在暂存款，等找到缴费人。",
                        that("已关闭", ACTIONS.size(), closed));
    }

    private void sign(String run) {
        var path = "/api/contribution/v1/reconciliations/" + run + "/closure";
        stage.http().send(Actor.FINANCE, Request.post(path));
        stage.http().send(Actor.FINANCE, Request.post(path));
        var closed = stage.http().json(Actor.APPROVER, Request.post(path));
        stage.tale()
                .step(
                        Actor.FINANCE.title() + "签认本批对账（签两次也只算一人），" + Actor.APPROVER.title()
                                + "再签认：所含对账日从此关闭，迟到的记录列入以后的开放日。",
                        that("状态", "CLOSED", closed.path("state").asText()),
                        that(
                                "两人签认",
                                false,
                                closed.path("signedBy")
                                        .asText()
                                        .equals(closed.path("closedBy").asText())));
    }
}
