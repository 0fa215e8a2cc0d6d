package jumin.enrollment.elsewhere;

import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Demo;
import jumin.enrollment.Standard2024;
import jumin.testing.Tokens;

/** A city whose text aids whoever is insured elsewhere, too; in October of the year before. */
final class ElsewhereCity {

    static final String CITY = "131000";
    static final String COUNTY = "131000/131002/";
    static final String VILLAGE = "131002100201";
    static final String PATH = "/elsewhere-aids";
    static final int YEAR = 2067;
    private static final int PATIENCE = 60;

    private ElsewhereCity() {}

    record Somebody(String id, String idNumber) {}

    /** Enrolled there for the year before, and recognised by a department. */
    static Somebody somebodyAided(Standard2024 contribution) throws Exception {
        Demo.clockAt("2066-10-10T09:00:00");
        contribution.accepted(CITY);
        as(Tokens.staff("system_admin", "admin-lf", CITY + "/"))
                .contentType("application/json")
                .body("""
                        {"divisions": [
                          {"code": "131000", "parent": null, "name": "廊坊市", "level": "CITY"},
                          {"code": "131002", "parent": "131000", "name": "安次区", "level": "COUNTY"},
                          {"code": "131002100", "parent": "131002", "name": "东风镇", "level": "TOWNSHIP"},
                          {"code": "131002100201", "parent": "131002100", "name": "东风村", "level": "VILLAGE"}]}
                        """)
                .post("/divisions")
                .then()
                .statusCode(200);
        contribution.published(CITY, YEAR, "400.00");
        var number = idNumber(LocalDate.of(1950, 5, 6), true);
        var poor = new Somebody(registered(number, 2066), number);
        var row = Map.of("idNumber", number, "name", "祁外保", "category", "特困人员", "from", "2060-01-01");
        post(
                        Tokens.token(
                                "mz-131002",
                                "department",
                                Map.of("organ", "MZ131002", "area", CITY),
                                Duration.ofMinutes(10)),
                        Map.of("listMonth", "2066-10", "kind", "PARTIAL", "rows", List.of(row)),
                        "/category-lists")
                .statusCode(201);
        return poor;
    }

    static String registered(String number, int year) {
        var wanted = person("祁外保", number);
        wanted.put("divisionCode", VILLAGE);
        wanted.put("benefitYear", year);
        return register(clerk(), wanted, UUID.randomUUID().toString())
                .statusCode(201)
                .extract()
                .path("enrollment.personId");
    }

    static String clerk() {
        return Tokens.staff("township_clerk", "clerk-lf", COUNTY + "131002100/");
    }

    static String county(String role, String login) {
        return Tokens.staff(role, login, COUNTY);
    }

    static Map<String, Object> claim(String person, String paid) {
        return new HashMap<>(Map.of(
                "personId",
                person,
                "benefitYear",
                YEAR,
                "insuredWhere",
                "某省某市",
                "paid",
                paid,
                "paidOn",
                "2066-10-01",
                "evidence",
                "参保凭证、缴费票据"));
    }

    /** The acceptance of the draft law takes effect within seconds. */
    static ValidatableResponse claimed(String person, String paid) throws InterruptedException {
        var answer = post(clerk(), claim(person, paid), PATH);
        for (var tries = 0; tries < PATIENCE && answer.extract().statusCode() == 422; tries++) {
            Thread.sleep(100);
            answer = post(clerk(), claim(person, paid), PATH);
        }
        return answer.statusCode(201);
    }

    static String claimId(String person) throws InterruptedException {
        return claimed(person, "380.00").extract().path("claimId");
    }
}
