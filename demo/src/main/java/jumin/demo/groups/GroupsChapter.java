package jumin.demo.groups;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;

/** 第二章 特殊群体: civil affairs' list is matched row by row, subsidies follow. */
public final class GroupsChapter {

    private static final Map<String, Integer> VERDICTS = Map.of("MATCHED", 7, "NAME_DIFFERS", 1, "NOT_FOUND", 1);

    private final Stage stage;

    public GroupsChapter(Stage stage) {
        this.stage = stage;
    }

    public void play() throws IOException {
        stage.tale().chapter("第二章　" + Days.GROUPS + "，特殊群体与资助参保");
        Days.moveTo(stage.http(), Days.GROUPS);
        list();
        new EmployeeList(stage).play(stage.input().specialGroups().listMonth());
        new Subsidies(stage).play();
    }

    private void list() throws IOException {
        var groups = stage.input().specialGroups();
        var request =
                Request.post("/api/enrollment/v1/category-lists", groups).key("demo-groups-" + groups.listMonth());
        var answer = stage.http().json(Actor.CIVIL_AFFAIRS, request);
        stage.tale()
                .step(
                        Actor.CIVIL_AFFAIRS.title() + "送来 " + groups.listMonth() + " 名单 "
                                + groups.rows().size() + " 行：认定 7 行；姓名不符 1 行，未登记 1 行，逐行说明：",
                        that("逐行结论", VERDICTS, verdicts(answer)));
        for (var row : answer.path("rows")) {
            if (!row.path("verdict").asText().equals("MATCHED")) {
                stage.tale()
                        .detail(row.path("maskedName").asText() + "（"
                                + row.path("idMasked").asText() + "）"
                                + row.path("verdictName").asText() + "："
                                + row.path("reason").asText());
            }
        }
    }

    private static Map<String, Integer> verdicts(JsonNode answer) {
        var verdicts = new LinkedHashMap<String, Integer>();
        answer.path("rows").forEach(row -> verdicts.merge(row.path("verdict").asText(), 1, Integer::sum));
        return verdicts;
    }
}
