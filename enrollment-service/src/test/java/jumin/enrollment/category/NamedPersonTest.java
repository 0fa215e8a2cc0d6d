package jumin.enrollment.category;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NamedPersonTest {

    private static final int YEAR = 2058;

    private String organ;
    private String number;

    @BeforeEach
    void aListWithAPlace() {
        Demo.divisions();
        Demo.clockAt("2057-11-02T09:00:00");
        organ = "NP" + UUID.randomUUID().toString().substring(0, 6);
        number = idNumber(LocalDate.of(1986, 6, 7), true);
        var row = Map.of(
                "idNumber",
                number,
                "name",
                "尤未登",
                "category",
                "低保对象",
                "from",
                "2057-01-01",
                "divisionCode",
                Demo.VILLAGE);
        Calls.post(
                        Tokens.token(
                                "dep-" + organ,
                                "department",
                                Map.of("organ", organ, "area", Demo.AREA),
                                Duration.ofMinutes(10)),
                        Map.of("listMonth", "2057-11", "kind", "FULL", "rows", List.of(row)),
                        "/category-lists")
                .statusCode(201)
                .body("counts.NOT_FOUND", equalTo(1));
    }

    private ValidatableResponse named(String token, int year, String state) {
        return get(token, "/named-persons?size=100&benefitYear={year}&state={state}", year, state)
                .statusCode(200)
                .rootPath("items.findAll { it.organ == '" + organ + "' }");
    }

    @Test
    @DisplayName("名单写明住址的，住地乡镇看到谁还没有登记，别的乡镇看不到；登记后不再列，次年未续保的列为未参保")
    void theTownshipLearnsWhomNobodyKnows() {
        named(clerk(), YEAR, "UNREGISTERED")
                .body("maskedName", equalTo(List.of("尤**")))
                .body("categoryName", equalTo(List.of("低保对象")))
                .body("divisionName", equalTo(List.of("青石村")));
        named(otherClerk(), YEAR, "UNREGISTERED").body("size()", equalTo(0));

        var wanted = person("尤未登", number);
        wanted.put("benefitYear", YEAR);
        String id = register(wanted).statusCode(201).extract().path("enrollment.personId");
        named(clerk(), YEAR, "UNREGISTERED").body("size()", equalTo(0));
        named(clerk(), YEAR, "ENROLLED").body("personId", equalTo(List.of(id)));
        named(clerk(), YEAR + 1, "NOT_ENROLLED").body("personId", equalTo(List.of(id)));
    }

    @Test
    @DisplayName("先在名单、后以另一姓名登记的，列为姓名不符；死亡的不再列")
    void whoIsRegisteredUnderAnotherNameIsShownSo() {
        var wanted = person("尤未灯", number);
        wanted.put("benefitYear", YEAR);
        String id = register(wanted).statusCode(201).extract().path("enrollment.personId");
        named(clerk(), YEAR, "NAME_DIFFERS").body("personId", equalTo(List.of(id)));
        named(clerk(), YEAR, "ENROLLED").body("size()", equalTo(0));
        var death = Map.<String, Object>of("event", "DEATH", "on", "2057-11-01", "reason", "病故", "evidence", "死亡证明");
        Calls.post(clerk(), death, "/persons/{id}/endings", id).statusCode(201);
        for (var state : List.of("NAME_DIFFERS", "NOT_ENROLLED", "UNREGISTERED")) {
            named(clerk(), YEAR, state).body("size()", equalTo(0));
        }
    }
}
