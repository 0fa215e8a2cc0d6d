package jumin.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemsOverHttpTest {

    /** Over the 2 MB of this module's tests. */
    private static final byte[] LARGE = ("\"" + "x".repeat(3 * 1024 * 1024) + "\"").getBytes();

    /** An endpoint that does with the database what it is told. */
    @Path("/problem-probe")
    @PermitAll
    public static class Probe {

        @Inject
        DataSource database;

        @POST
        public String echo(String body) {
            return body;
        }

        @POST
        @Path("{statement}")
        public void run(@PathParam("statement") String statement) throws SQLException {
            try (var connection = database.getConnection();
                    var sql = connection.createStatement()) {
                sql.execute(statement);
            }
        }
    }

    @Test
    @DisplayName("请求过大：413 也是问题说明，而不是空的答复")
    void anOversizedBodyIsAProblem() {
        given().contentType("application/json")
                .body(LARGE)
                .post("/problem-probe")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("BODY_TOO_LARGE"));
    }

    @Test
    @DisplayName("不报长度、分块发来的过大请求：同样是 413 问题说明")
    void anOversizedBodyInChunksIsAProblem() {
        given().contentType("application/json")
                .body(new ByteArrayInputStream(LARGE))
                .post("/problem-probe")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("BODY_TOO_LARGE"));
    }

    @Test
    @DisplayName("数据库少一项授权是我们的缺陷（500），不是“超出辖区”")
    void aMissingGrantIsNotTheCallersScope() {
        given().post("/problem-probe/{statement}", "delete from flyway_schema_history")
                .then()
                .statusCode(500)
                .body("code", equalTo("UNEXPECTED"));
    }
}
