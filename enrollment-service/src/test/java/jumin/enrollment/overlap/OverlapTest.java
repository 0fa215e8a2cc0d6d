package jumin.enrollment.overlap;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.department;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverlapTest {

    @Inject
    FeedOfThisService feed;

    private String number;
    private String id;

    @BeforeEach
    void somebodyEnrolledFor2024() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        number = idNumber(LocalDate.of(1990, 5, 6), true);
        id = registered(person("蒋务工", number));
        Demo.clockAt("2024-07-20T09:00:00");
    }

    private Map<String, Object> row(String name, String from, String to) {
        var row = new HashMap<String, Object>(Map.of("idNumber", number, "name", name, "from", from, "where", "某市"));
        if (!to.isEmpty()) {
            row.put("to", to);
        }
        return row;
    }

    private static void list(String source, Map<String, Object> row, String verdict) {
        post(department(), Map.of("source", source, "listMonth", "2024-07", "rows", List.of(row)), "/cover-lists")
                .statusCode(201)
                .body("rows[0].verdict", equalTo(verdict));
    }

    private String conflict() {
        return get(clerk(), "/cover-conflicts?size=100")
                .extract()
                .path("items.find { it.personId == '" + id + "' }.conflictId");
    }

    @Test
    @DisplayName("在职工医保：建议终止，附依据；处理后终止，撤销后恢复；别的乡镇看不到")
    void employeesAreProposedToEnd() {
        list("EMPLOYEE", row("蒋务工", "2024-07-01", ""), "CONFLICT");
        var conflict = conflict();
        get(clerk(), "/cover-conflicts?size=100")
                .body("items.find { it.conflictId == '" + conflict + "' }.proposal", equalTo("TERMINATE"))
                .body("items.find { it.conflictId == '" + conflict + "' }.citation.article", containsString("第二十二条"));
        get(otherClerk(), "/cover-conflicts?size=100").body("items.conflictId", not(hasItem(conflict)));

        var decision = Map.<String, Object>of("decision", "TERMINATE", "reason", "本人确认");
        post(otherClerk(), decision, "/cover-conflicts/{id}/decision", conflict).statusCode(404);
        post(clerk(), decision, "/cover-conflicts/{id}/decision", conflict)
                .statusCode(200)
                .body("state", equalTo("DECIDED"));
        assertEquals("TERMINATED", feed.last("enrollment", id).get("state").asText());
        post(clerk(), decision, "/cover-conflicts/{id}/decision", conflict)
                .statusCode(409)
                .body("code", equalTo("CONFLICT_DECIDED"));

        post(clerk(), Map.of("reason", "名单有误"), "/cover-conflicts/{id}/undo", conflict)
                .statusCode(200)
                .body("state", equalTo("OPEN"));
        assertEquals("ENROLLED", feed.last("enrollment", id).get("state").asText());
    }

    @Test
    @DisplayName("第二十条：有终止日的职工医保建议暂停；处理后暂停，撤销后没有暂停")
    void shortTermWorkIsProposedToRest() {
        list("EMPLOYEE", row("蒋务工", "2024-03-01", "2024-06-30"), "CONFLICT");
        var conflict = conflict();
        post(clerk(), Map.of("decision", "SUSPEND", "reason", "短期务工"), "/cover-conflicts/{id}/decision", conflict)
                .statusCode(200)
                .body("proposal", equalTo("SUSPEND"))
                .body("citation.article", equalTo("第二十条"));
        assertEquals(
                "2024-03-01",
                feed.last("enrollment", id).get("facts").get("employeeStart").asText());
        post(clerk(), Map.of("reason", "名单有误"), "/cover-conflicts/{id}/undo", conflict)
                .statusCode(200);
        assertTrue(
                feed.last("enrollment", id).get("facts").path("employeeStart").isMissingNode());
    }

    @Test
    @DisplayName("不重叠、姓名不符、查无此人、日期不通：逐行说明；外地参保建议终止")
    void everyRowHasAVerdict() {
        list("EMPLOYEE", row("蒋务工", "2022-01-01", "2022-12-31"), "NO_CONFLICT");
        list("EMPLOYEE", row("蒋某人", "2024-07-01", ""), "NAME_DIFFERS");
        list("EMPLOYEE", row("蒋务工", "2024-07-01", "2024-06-01"), "INVALID");
        list("OTHER_REGION", row("蒋务工", "2024-01-01", "2024-12-31"), "CONFLICT");
        get(clerk(), "/cover-conflicts?size=100")
                .body("items.find { it.personId == '" + id + "' }.proposal", equalTo("TERMINATE"));
        number = idNumber(LocalDate.of(1990, 5, 7), true);
        list("EMPLOYEE", row("无此人", "2024-07-01", ""), "NOT_FOUND");
        post(
                        clerk(),
                        Map.of(
                                "source",
                                "EMPLOYEE",
                                "listMonth",
                                "2024-07",
                                "rows",
                                List.of(row("甲", "2024-07-01", ""))),
                        "/cover-lists")
                .statusCode(403);
    }
}
