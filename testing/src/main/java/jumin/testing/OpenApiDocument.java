package jumin.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The OpenAPI document of one service: what it serves, what is committed, what a reader finds in it. */
public final class OpenApiDocument {

    private static final Path BUILT = Path.of("target/openapi/openapi.yaml");
    private static final Path COMMITTED = Path.of("src/main/openapi/openapi.yaml");
    private static final Path JSON = Path.of("target/openapi/openapi.json");

    private OpenApiDocument() {}

    /** A change of the interface is made on purpose: {@code JUMIN_OPENAPI_UPDATE=true} writes the committed document again. */
    public static void isTheCommittedOne() throws IOException {
        if (Boolean.parseBoolean(System.getenv("JUMIN_OPENAPI_UPDATE"))) {
            Files.copy(BUILT, COMMITTED, StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(Files.readString(COMMITTED), text(), "JUMIN_OPENAPI_UPDATE=true writes " + COMMITTED);
    }

    /** Every operation has an English name and a Chinese summary. */
    public static void namesEveryOperation() throws IOException {
        for (var path : new ObjectMapper().readTree(JSON.toFile()).get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var where = operation.getKey() + " " + path.getKey();
                if (!operation.getKey().equals("parameters")) {
                    assertTrue(operation.getValue().path("operationId").asText().matches("[a-z][A-Za-z]+"), where);
                    assertTrue(operation.getValue().path("summary").asText().matches("(?s).*\\p{IsHan}.*"), where);
                }
            }
        }
    }

    /** The running service gives out the same operations, behind the gateway's path. */
    public static void isServed(String service) throws IOException {
        var served = RestAssured.get("/api/" + service + "/v1/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var mapper = new ObjectMapper();
        assertEquals(
                mapper.readTree(JSON.toFile()).get("paths"),
                mapper.readTree(served).get("paths"));
    }

    /** Walks every operation with bad input. */
    public static void refusesBadInput() {
        new EndpointWalk(JSON).checkBadInput();
    }

    public static String text() throws IOException {
        return Files.readString(BUILT);
    }
}
