package jumin.testing;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Walks over all endpoints of an OpenAPI document with bad input: each must answer the right status and a problem with a
 * stable code, never a 500, never a stack trace, and nothing may be stored.
 */
public final class EndpointWalk {

    private static final Set<String> GROW_WITHOUT_HARM = Set.of("audit_event", "flyway_schema_history");
    private static final int OVERSIZED = 17 * 1024 * 1024;

    private final List<Endpoint> endpoints;
    private final List<String> faults = new ArrayList<>();

    public EndpointWalk(Path openApi) {
        endpoints = Endpoint.of(openApi);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("no endpoint in " + openApi);
        }
    }

    /** Throws an AssertionError that lists every endpoint that misbehaved, and how. */
    public void checkBadInput() {
        var usual = RestAssured.config();
        RestAssured.config = usual.logConfig(new LogConfig());
        try {
            walk();
        } finally {
            RestAssured.config = usual;
        }
    }

    /** Without the client's own log: it would lay out each oversized body line by line, which takes seconds per endpoint. */
    private void walk() {
        var before = rowCounts();
        endpoints.forEach(this::withoutToken);
        endpoints.forEach(this::withWrongCaller);
        endpoints.forEach(this::withUnknownParameter);
        endpoints.stream().filter(Endpoint::hasPathParameter).forEach(this::withUnknownId);
        endpoints.stream().filter(Endpoint::takesJson).forEach(this::withBadBody);
        var after = rowCounts();
        if (!before.equals(after)) {
            faults.add("rows were stored: before " + before + ", after " + after);
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.size() + " faults:\n" + String.join("\n", faults));
        }
    }

    private void withoutToken(Endpoint endpoint) {
        expect(endpoint, "no token", send(given(), endpoint, unknownId()), 401);
        expect(
                endpoint,
                "expired token",
                send(as(Tokens.expired("township_clerk", "360900/")), endpoint, unknownId()),
                401);
        expect(endpoint, "rubbish token", send(as("rubbish"), endpoint, unknownId()), 401);
    }

    private void withWrongCaller(Endpoint endpoint) {
        expect(
                endpoint,
                "unknown role",
                send(as(Tokens.staff("passer_by", "passer-by", "999999/")), endpoint, unknownId()),
                403,
                404,
                400,
                200);
        expect(endpoint, "no scope", send(as(Tokens.withoutScope("township_clerk")), endpoint, unknownId()), 403);
    }

    /** A misspelt parameter would be a question for something else. */
    private void withUnknownParameter(Endpoint endpoint) {
        var response = send(everything().queryParam("noSuchParameter", "1"), endpoint, unknownId());
        expect(endpoint, "unknown parameter", response, 400);
        if (response.statusCode() == 400 && !response.asString().contains("PARAMETER_UNKNOWN")) {
            faults.add(endpoint + ", unknown parameter: " + response.asString());
        }
    }

    private void withUnknownId(Endpoint endpoint) {
        if (endpoint.bodies().isEmpty()) {
            expect(endpoint, "unknown id", send(everything(), endpoint, unknownId()), 404, 400, 409, 422);
        }
        expect(endpoint, "malformed id", send(everything(), endpoint, "not-an-id'--"), 404, 400);
    }

    private void withBadBody(Endpoint endpoint) {
        body(endpoint, "malformed JSON", "{\"a\": ", "application/json", 400);
        body(endpoint, "no JSON", "hello", "application/json", 400);
        body(endpoint, "unknown field", "{\"noSuchField\": 1}", "application/json", 400);
        body(endpoint, "wrong type", "true", "application/json", 400);
        body(endpoint, "empty body", "", "application/json", 400);
        body(endpoint, "empty object", "{}", "application/json", 400);
        body(endpoint, "wrong content type", "a=b", "application/x-www-form-urlencoded", 415);
        body(endpoint, "oversized", "\"" + "x".repeat(OVERSIZED) + "\"", "application/json", 413);
    }

    private void body(Endpoint endpoint, String what, String body, String type, int... allowed) {
        try {
            var response =
                    everything().contentType(type).body(body).request(endpoint.method(), endpoint.at(unknownId()));
            expect(endpoint, what, response, allowed);
        } catch (Exception closed) {
            if (!what.equals("oversized")) {
                faults.add(endpoint + ", " + what + ": " + closed);
            }
        }
    }

    private static Response send(RequestSpecification request, Endpoint endpoint, String id) {
        if (endpoint.takesJson()) {
            request.contentType("application/json").body("{}");
        } else if (!endpoint.bodies().isEmpty()) {
            request.multiPart("file", "empty.xlsx", new byte[0]);
        }
        return request.request(endpoint.method(), endpoint.at(id));
    }

    private void expect(Endpoint endpoint, String what, Response response, int... allowed) {
        var status = response.statusCode();
        var text = response.asString();
        var fault = "";
        if (java.util.Arrays.stream(allowed).noneMatch(one -> one == status)) {
            fault = "status " + status + " instead of " + java.util.Arrays.toString(allowed);
        } else if (status >= 400 && !String.valueOf(response.contentType()).startsWith("application/problem+json")) {
            fault = "content type " + response.contentType();
        } else if (status >= 400 && response.path("code") == null) {
            fault = "no code";
        } else if (text.contains("Exception") || text.contains("\tat ")) {
            fault = "insides leaked";
        }
        if (!fault.isEmpty()) {
            faults.add(endpoint + ", " + what + ": " + fault + " " + text.substring(0, Math.min(200, text.length())));
        }
    }

    /** Somebody with every role and every scope: what fails for them fails for its content. */
    private static RequestSpecification everything() {
        return as(Tokens.almighty()).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static String unknownId() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, Long> rowCounts() {
        var config = ConfigProvider.getConfig();
        var counts = new TreeMap<String, Long>();
        try (var connection = DriverManager.getConnection(
                        config.getValue(PostgresResource.ADMIN_URL, String.class),
                        "postgres",
                        config.getValue(PostgresResource.ADMIN_PASSWORD, String.class));
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            tables.removeAll(GROW_WITHOUT_HARM);
            for (var table : tables) {
                try (var row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    counts.put(table, row.getLong(1));
                }
            }
            return counts;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
