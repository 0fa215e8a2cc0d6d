package jumin.enrollment.overlap;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.department;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Demo;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConflictOfUndoneListTest {

    private static final Map<String, Object> KEEP = Map.of("decision", "KEEP", "reason", "本人确认");

    private String number;
    private String id;

    @BeforeEach
    void somebodyEnrolledFor2024() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        number = idNumber(LocalDate.of(1990, 5, 6), true);
        id = registered(person("余名单", number));
        Demo.clockAt("2024-07-20T09:00:00");
    }

    private String sent(String token) {
        var row = Map.of("idNumber", number, "name", "余名单", "from", "2024-07-01", "where", "某市");
        return post(token, Map.of("source", "EMPLOYEE", "listMonth", "2024-07", "rows", List.of(row)), "/cover-lists")
                .statusCode(201)
                .body("counts.CONFLICT", equalTo(1))
                .extract()
                .path("listId");
    }

    private String conflict() {
        return get(clerk(), "/cover-conflicts?size=100")
                .extract()
                .path("items.find { it.personId == '" + id + "' }.conflictId");
    }

    @Test
    @DisplayName("名单已撤销的，撤销处理后不再待处理；名单还在的，重新打开")
    void aConflictOfAnUndoneListDoesNotReturn() {
        var list = sent(department());
        var conflict = conflict();
        post(clerk(), KEEP, "/cover-conflicts/{id}/decision", conflict).statusCode(200);
        post(clerk(), Map.of("reason", "再核"), "/cover-conflicts/{id}/undo", conflict)
                .statusCode(200)
                .body("state", equalTo("OPEN"));
        post(clerk(), KEEP, "/cover-conflicts/{id}/decision", conflict).statusCode(200);
        post(department(), Map.of("reason", "报错月份"), "/cover-lists/{id}/undo", list)
                .statusCode(200);

        post(clerk(), Map.of("reason", "名单已撤"), "/cover-conflicts/{id}/undo", conflict)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("reason", equalTo("名单已撤销"));

        get(clerk(), "/cover-conflicts?size=100").body("items.conflictId", not(hasItem(conflict)));
        post(clerk(), KEEP, "/cover-conflicts/{id}/decision", conflict).statusCode(409);
    }

    @Test
    @DisplayName("处理和撤销处理，审计按人的辖区看得到")
    void theAuditorSeesWhatWasDecided() {
        sent(department());
        var conflict = conflict();
        post(clerk(), KEEP, "/cover-conflicts/{id}/decision", conflict).statusCode(200);
        post(clerk(), Map.of("reason", "再核"), "/cover-conflicts/{id}/undo", conflict)
                .statusCode(200);

        as(Demo.auditor())
                .queryParam("subject", id)
                .queryParam("limit", 1000)
                .get("/audit-events")
                .then()
                .statusCode(200)
                .body("items.findAll { it.what == 'cover-conflict' }.detail", hasItems("保留", "撤销"));
    }

    @Test
    @DisplayName("报送机关列出自己的参保名单，可按状态、来源、月份缩小；别的机关的不列；县里的部门看得到自己的")
    void anOrganFindsItsLists() {
        var organ = "RS" + UUID.randomUUID().toString().substring(0, 6);
        var county = Tokens.token(
                "hr-" + organ,
                "department",
                Map.of("organ", organ, "area", Demo.AREA, "division", Demo.COUNTY),
                Duration.ofMinutes(10));
        var list = sent(county);

        get(county, "/cover-lists")
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].listId", equalTo(list))
                .body("items[0].counts.CONFLICT", equalTo(1));
        get(county, "/cover-lists?state=MATCHED&source=EMPLOYEE&listMonth=2024-07")
                .body("items.listId", hasItem(list));
        for (var other : List.of("state=UNDONE", "source=OTHER_REGION", "listMonth=2024-06")) {
            get(county, "/cover-lists?" + other).statusCode(200).body("total", equalTo(0));
        }
        get(county, "/cover-lists/{id}/rows", list).body("items[0].verdict", equalTo("CONFLICT"));
        get(department(), "/cover-lists?size=100").body("items.listId", not(hasItem(list)));
        get(Demo.auditor(), "/cover-lists?size=100&state=MATCHED")
                .body("items.listId", hasItem(list))
                .body("items.state", everyItem(equalTo("MATCHED")));
        get(clerk(), "/cover-lists").statusCode(403);
    }
}
