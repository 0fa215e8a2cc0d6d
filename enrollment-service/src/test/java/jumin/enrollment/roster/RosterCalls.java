package jumin.enrollment.roster;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import jumin.enrollment.Demo;

/** What a clerk does with a roster, over HTTP. */
final class RosterCalls {

    private static final int PATIENCE = 300;

    private RosterCalls() {}

    static ValidatableResponse upload(String token, byte[] workbook, String key) {
        return as(token)
                .header("Idempotency-Key", key)
                .multiPart("file", "青石村.xlsx", workbook)
                .multiPart("benefitYear", "2024")
                .multiPart("divisionCode", Demo.VILLAGE)
                .post("/roster-imports")
                .then();
    }

    /** The id of the import, when its validation has ended. */
    static String validated(byte[] workbook) throws InterruptedException {
        String id = upload(clerk(), workbook, UUID.randomUUID().toString())
                .statusCode(202)
                .extract()
                .path("importId");
        assertEquals("VALIDATED", until(id, "UPLOADED"));
        return id;
    }

    static void committed(String id) throws InterruptedException {
        commit(id).statusCode(202);
        assertEquals("COMMITTED", until(id, "COMMITTING"));
    }

    static ValidatableResponse commit(String id) {
        return as(clerk())
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/roster-imports/{id}/commit", id)
                .then();
    }

    static ValidatableResponse read(String id) {
        return as(clerk()).get("/roster-imports/{id}", id).then().statusCode(200);
    }

    static ValidatableResponse rows(String id, String verdict) {
        return as(clerk())
                .queryParam("verdict", verdict)
                .get("/roster-imports/{id}/rows", id)
                .then()
                .statusCode(200);
    }

    /** The state after it is no longer that one. */
    static String until(String id, String state) throws InterruptedException {
        for (var tries = 0; tries < PATIENCE; tries++) {
            String now = read(id).extract().path("state");
            if (!now.equals(state)) {
                return now;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still " + state);
    }
}
