package jumin.enrollment.category;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
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
import java.util.stream.IntStream;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.testing.Tokens;

/** A department that sends lists of people who are enrolled. */
record SendingOrgan(String organ) {

    static final int YEAR = 2033;
    private static final LocalDate BIRTH = LocalDate.of(1986, 6, 7);

    static SendingOrgan another() {
        return new SendingOrgan("CL" + UUID.randomUUID().toString().substring(0, 6));
    }

    record Somebody(String name, String idNumber, String personId, String enrollmentId) {}

    static Somebody enrolled(String name) {
        return enrolled(name, clerk(), Demo.VILLAGE);
    }

    static Somebody enrolled(String name, String clerk, String village) {
        var number = idNumber(BIRTH, true);
        var submission = person(name, number);
        submission.put("benefitYear", YEAR);
        submission.put("divisionCode", village);
        var answer = register(clerk, submission, UUID.randomUUID().toString())
                .statusCode(201)
                .extract();
        return new Somebody(name, number, answer.path("enrollment.personId"), answer.path("enrollment.enrollmentId"));
    }

    static Map<String, Object> row(Somebody somebody) {
        var row = new HashMap<String, Object>();
        row.put("idNumber", somebody.idNumber());
        row.put("name", somebody.name());
        row.put("category", "低保对象");
        row.put("from", "2032-01-01");
        return row;
    }

    String token() {
        return Tokens.token(
                "dep-" + organ, "department", Map.of("organ", organ, "area", Demo.AREA), Duration.ofMinutes(10));
    }

    ValidatableResponse list(String month, List<Somebody> people) {
        return as(token())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of(
                        "listMonth",
                        month,
                        "kind",
                        "FULL",
                        "rows",
                        people.stream().map(SendingOrgan::row).toList()))
                .post("/category-lists")
                .then()
                .statusCode(201);
    }

    /** A full list of one place. */
    ValidatableResponse part(String month, String division, List<Somebody> people) {
        return Calls.post(
                token(),
                Map.of(
                        "listMonth",
                        month,
                        "kind",
                        "FULL",
                        "categories",
                        List.of("低保对象"),
                        "divisions",
                        List.of(division),
                        "rows",
                        people.stream().map(SendingOrgan::row).toList()),
                "/category-lists");
    }

    ValidatableResponse file(byte[] content, String key) {
        return as(token())
                .header("Idempotency-Key", key)
                .multiPart("file", "低保.xlsx", content)
                .multiPart("listMonth", "2032-09")
                .multiPart("kind", "FULL")
                .post("/category-lists/files")
                .then();
    }

    static String amount(Somebody somebody) {
        return as(clerk())
                .get("/enrollments/{id}/subsidy", somebody.enrollmentId())
                .then()
                .statusCode(200)
                .extract()
                .path("amount");
    }

    static List<Somebody> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> enrolled("名单")).toList();
    }

    /** The organ of a county says so by its division. */
    String tokenOfCounty() {
        return Tokens.token(
                "dep-" + organ,
                "department",
                Map.of("organ", organ, "area", Demo.AREA, "division", Demo.COUNTY),
                Duration.ofMinutes(10));
    }

    ValidatableResponse undo(String list) {
        return Calls.post(token(), Map.of("reason", "报错"), "/category-lists/{id}/undo", list);
    }

    static String approver() {
        return approver("approver");
    }

    static String approver(String login) {
        return Tokens.staff("county_approver", login, "360900/");
    }
}
