package jumin.enrollment;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jumin.testing.Tokens;

/** Places, people and logins of the tests. All invented. */
public final class Demo {

    public static final String AREA = "360900";
    public static final String COUNTY = "360900/360902/";
    public static final String TOWNSHIP = "360900/360902/360902199/";
    public static final String OTHER_TOWNSHIP = "360900/360902/360902198/";
    public static final String VILLAGE = "360902199201";
    public static final String VILLAGE_PATH = TOWNSHIP + VILLAGE + "/";
    public static final String OTHER_VILLAGE = "360902198201";
    public static final String OTHER_VILLAGE_PATH = OTHER_TOWNSHIP + OTHER_VILLAGE + "/";

    public static final String DIVISIONS = """
            {"divisions": [
              {"code": "360900", "parent": null, "name": "宜春市", "level": "CITY"},
              {"code": "360902", "parent": "360900", "name": "袁州区", "level": "COUNTY"},
              {"code": "360902199", "parent": "360902", "name": "清泉镇", "level": "TOWNSHIP"},
              {"code": "360902199201", "parent": "360902199", "name": "青石村", "level": "VILLAGE"},
              {"code": "360902199202", "parent": "360902199", "name": "柳溪村", "level": "VILLAGE"},
              {"code": "360902198", "parent": "360902", "name": "白云镇", "level": "TOWNSHIP"},
              {"code": "360902198201", "parent": "360902198", "name": "云岭村", "level": "VILLAGE"}]}
            """;
    public static final String UNIVERSITY = "GX36090201";

    private static final AtomicInteger SEQUENCE = new AtomicInteger(100);

    private Demo() {}

    public static RequestSpecification as(String token) {
        return given().basePath("/api/enrollment/v1").auth().oauth2(token);
    }

    public static String clerk() {
        return Tokens.staff("township_clerk", "clerk", TOWNSHIP);
    }

    public static String otherClerk() {
        return Tokens.staff("township_clerk", "clerk2", OTHER_TOWNSHIP);
    }

    public static String reviewer() {
        return Tokens.staff("county_reviewer", "reviewer", "360900/360902/");
    }

    public static String auditor() {
        return Tokens.staff("auditor", "auditor", "360900/");
    }

    public static String administrator() {
        return Tokens.staff("system_admin", "admin", "360900/");
    }

    public static String department() {
        return Tokens.token(
                "civil-affairs", "department", Map.of("organ", "MZ360902", "area", AREA), Duration.ofMinutes(10));
    }

    /** Its account: sees its own students. */
    public static String school(String code) {
        return Tokens.token(
                "school-" + code,
                "school",
                Map.of("division", "360900/360902/", "school", code),
                Duration.ofMinutes(10));
    }

    /** A registered university, and a school that is none. */
    public static void university() {
        as(reviewer())
                .contentType("application/json")
                .body("""
                        {"schools": [
                          {"code": "GX36090201", "name": "宜春示范学院", "kind": "UNIVERSITY", "countyCode": "360902"},
                          {"code": "XX36090288", "name": "示范小学", "kind": "SCHOOL", "countyCode": "360902"}]}
                        """)
                .post("/schools")
                .then()
                .statusCode(200);
    }

    public static void divisions() {
        as(administrator())
                .contentType("application/json")
                .body(DIVISIONS)
                .post("/divisions")
                .then()
                .statusCode(200);
    }

    public static void clockAt(String moment) {
        as(administrator())
                .contentType("application/json")
                .body(Map.of("now", moment))
                .put("/clock")
                .then()
                .statusCode(200);
    }

    /** A valid number that no other test has. */
    public static String idNumber(LocalDate birth, boolean male) {
        var number = SEQUENCE.getAndIncrement();
        var order = number * 2 % 1000 + (male ? 1 : 0);
        var place = 360902 + number / 500;
        return withCheckDigit("%06d%s%03d".formatted(place, birth.toString().replace("-", ""), order));
    }

    public static String withCheckDigit(String seventeen) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * weights[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    public static String houseNumber() {
        return "H" + SEQUENCE.getAndIncrement();
    }

    /** What the counter sends; change it before sending. */
    public static Map<String, Object> person(String name, String idNumber) {
        var person = new HashMap<String, Object>();
        person.put("name", name);
        person.put("idType", "RESIDENT_ID");
        person.put("idNumber", idNumber);
        person.put("divisionCode", VILLAGE);
        person.put("houseNumber", houseNumber());
        person.put("relation", "HEAD");
        person.put("benefitYear", 2024);
        person.put("type", "ordinary");
        return person;
    }

    public static ValidatableResponse register(Map<String, Object> person) {
        return register(clerk(), person, UUID.randomUUID().toString());
    }

    public static ValidatableResponse register(String token, Map<String, Object> person, String key) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(person)
                .post("/persons")
                .then();
    }
}
