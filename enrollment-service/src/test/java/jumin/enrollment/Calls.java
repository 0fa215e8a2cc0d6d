package jumin.enrollment;

import static jumin.enrollment.Demo.as;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** Requests that many tests make. */
public final class Calls {

    private Calls() {}

    /** A changing request with a key of its own. */
    public static ValidatableResponse post(String token, Map<String, Object> body, String path, Object... parameters) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path, parameters)
                .then();
    }

    /** The same, under the version that the caller saw. */
    public static ValidatableResponse post(
            String token, String version, Map<String, Object> body, String path, Object... parameters) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", version)
                .body(body)
                .post(path, parameters)
                .then();
    }

    public static ValidatableResponse patch(
            String token, String version, Map<String, Object> body, String path, Object id) {
        return as(token)
                .contentType("application/json")
                .header("If-Match", version)
                .body(body)
                .patch(path, id)
                .then();
    }

    public static ValidatableResponse get(String token, String path, Object... parameters) {
        return as(token).get(path, parameters).then();
    }

    public static String version(String path, Object id) {
        return as(Demo.clerk()).get(path, id).header("ETag");
    }

    /** Registers somebody; the id. */
    public static String registered(Map<String, Object> person) {
        return Demo.register(person).statusCode(201).extract().path("enrollment.personId");
    }

    public static String household(String person) {
        return as(Demo.clerk()).get("/persons/{id}", person).path("householdId");
    }

    public static String enrollment(String person) {
        return as(Demo.clerk()).get("/persons/{id}/enrollments", person).path("items[0].enrollmentId");
    }
}
