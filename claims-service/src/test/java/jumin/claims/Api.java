package jumin.claims;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import jumin.testing.Tokens;

/** How the tests speak with this service: over HTTP, with real tokens. */
final class Api {

    static final String BASE = "/api/claims/v1/";
    static final String HOSPITAL = "H36090200001";
    static final String CITY = "360900/";
    static final String COUNTY = "360900/360902/";
    static final String TOWNSHIP = "360900/360902/360902199/";
    static final String VILLAGE = TOWNSHIP + "360902199201/";

    private Api() {}

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static RequestSpecification admin() {
        return as(Tokens.staff("system_admin", "admin", CITY));
    }

    static RequestSpecification policy() {
        return as(Tokens.staff("policy", "policy", CITY));
    }

    static RequestSpecification reviewer() {
        return as(Tokens.staff("county_reviewer", "reviewer", COUNTY));
    }

    static RequestSpecification approver() {
        return as(Tokens.staff("county_approver", "approver", COUNTY));
    }

    static RequestSpecification secondApprover() {
        return as(Tokens.staff("county_approver", "approver2", COUNTY));
    }

    static RequestSpecification clerk(String divisionPath) {
        return as(Tokens.staff("township_clerk", "clerk", divisionPath));
    }

    static RequestSpecification hospital() {
        return hospital(HOSPITAL);
    }

    static RequestSpecification hospital(String code) {
        return as(Tokens.hospital(code));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static ValidatableResponse post(RequestSpecification by, String path, String key, String body) {
        return by.header("Idempotency-Key", key).body(body).post(BASE + path).then();
    }

    /** A tertiary hospital with all agreements in 2024. */
    static void provider(String code, String name, String level) {
        var body = """
                {"code": "%s", "name": "%s", "divisionPath": "%s", "level": "%s", "kind": "", "traditional": false,
                 "agreements": [{"qualification": "INPATIENT", "validFrom": "2024-01-01", "validTo": "2024-12-31", "decision": "协议1"},
                                {"qualification": "OUTPATIENT", "validFrom": "2024-01-01", "decision": "协议2"}]}
                """.formatted(code, name, COUNTY, level);
        post(admin(), "providers", key(), body).statusCode(201);
    }
}
