package jumin.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsOverHttpTest {

    /** Over the 2 MB of this module's tests. */
    private static final byte[] LARGE = ("\"" + "x".repeat(3 * 1024 * 1024) + "\"").getBytes();

    public record Fact(String text, java.time.LocalDate day) {}

    public record Counted(int number, java.util.List<@Size(max = 3) String> words) {}

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
        @Path("fact")
        public Fact fact(Fact fact) {
            return fact;
        }

        @POST
        @Path("facts")
        public int facts(java.util.List<Fact> facts) {
            return facts.size();
        }

        @POST
        @Path("counted")
        public Counted counted(@NotNull @Valid Counted counted) {
            return counted;
        }

        @GET
        public String number(@RestQuery int number, @RestQuery java.time.LocalDate day, @RestQuery java.util.UUID id) {
            return number + " " + day + " " + id;
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
    @DisplayName("查询参数的值不能识别：400 并说出参数名，不是 404")
    void aQueryValueThatCannotBeReadIsNamed() {
        given().get("/problem-probe?number=abc")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"), "detail", containsString("number"));
        for (var wrong : java.util.List.of("day=2024-13-01", "id=nobody")) {
            var name = wrong.substring(0, wrong.indexOf('='));
            given().get("/problem-probe?number=7&" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", equalTo(java.util.List.of("?" + name)))
                    .body("detail", not(containsString("number")));
        }
        given().get("/problem-probe?number=7").then().statusCode(200);
        given().get("/no-such-address?number=7").then().statusCode(404);
    }

    @Test
    @DisplayName("没有的查询参数：400，说出写的是哪个、可用的是哪些")
    void aParameterThatNobodyAskedForIsNamed() {
        given().get("/problem-probe?number=7&nummer=8")
                .then()
                .statusCode(400)
                .body(
                        "code",
                        equalTo("PARAMETER_UNKNOWN"),
                        "detail",
                        containsString("nummer"),
                        "errors[0].pointer",
                        equalTo("?nummer"),
                        "errors[0].suggestion",
                        containsString("number"));
        given().contentType("text/plain")
                .body("x")
                .post("/problem-probe?number=7")
                .then()
                .statusCode(400)
                .body("detail", containsString("没有查询参数"));
    }

    @Test
    @DisplayName("缺少的数字说必填；清单里的一项指到那一项")
    void fieldsAreNamedAsTheCallerWroteThem() {
        given().contentType("application/json")
                .body("{\"words\": []}")
                .post("/problem-probe/counted")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/number"), "errors[0].message", equalTo("必填"));
        given().contentType("application/json")
                .body("{\"number\": 1, \"words\": [\"one\", \"three\"]}")
                .post("/problem-probe/counted")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/words/1"));
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

    @Test
    @DisplayName("数据库的约束拦下的：用中文说错在哪、怎么办，不露约束名")
    void aBrokenRuleIsSaidInWords() {
        for (var rule : java.util.Map.of("23514", "不在允许的范围内", "23505", "已有相同的登记", "23000", "冲正")
                .entrySet()) {
            given().post(
                            "/problem-probe/{statement}",
                            "do $$ begin raise exception 'no' using errcode = '" + rule.getKey()
                                    + "', constraint = 'probe_note_check', table = 'probe'; end $$")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("RULE_VIOLATED"), "errors", nullValue())
                    .body("detail", containsString(rule.getValue()))
                    .body("detail", not(containsString("probe_note_check")));
        }
    }

    @Test
    @DisplayName("起止颠倒的日期到了数据库：是请求的问题（409），不是系统内部错误")
    void aReversedRangeIsNoBug() {
        given().post("/problem-probe/{statement}", "select daterange('2024-01-01', '2023-01-01')")
                .then()
                .statusCode(409)
                .body("code", equalTo("RULE_VIOLATED"), "detail", containsString("颠倒"));
    }

    @Test
    @DisplayName("要数组却来对象、要对象却来数组：说出要什么，不说“不是有效的 JSON”")
    void theWrongShapeIsNotMalformed() {
        given().contentType("application/json")
                .body("{}")
                .post("/problem-probe/facts")
                .then()
                .statusCode(400)
                .body("code", equalTo("FIELD_INVALID"), "errors[0].message", containsString("数组"));
        given().contentType("application/json")
                .body("[]")
                .post("/problem-probe/fact")
                .then()
                .statusCode(400)
                .body("code", equalTo("FIELD_INVALID"), "errors[0].message", containsString("对象"));
        given().contentType("application/json")
                .body("{\"text\": ")
                .post("/problem-probe/fact")
                .then()
                .statusCode(400)
                .body("code", equalTo("BODY_MALFORMED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"a\\u0000b\"}",
                "{\"text\": \"\\u001b\"}",
                "{\"text\": \"\\ud800\"}",
                "{\"day\": \"-999999999-01-01\"}",
                "{\"day\": \"9999-12-31\"}",
                "{\"day\": \"2024-02-30\"}",
                "{\"day\": \"2024-03-02T00:00:00\"}",
                "{\"day\": [2024, 3, 2]}"
            })
    @DisplayName("不能保存、不能打印的字符和不可能的日期：400，指出字段")
    void whatCannotBeKeptIsRefusedAtTheDoor(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/problem-probe/fact")
                .then()
                .statusCode(400)
                .body("code", equalTo("FIELD_INVALID"));
    }

    @Test
    @DisplayName("制表、换行、罕用字、正常日期照收")
    void ordinaryTextAndDaysPass() {
        given().contentType("application/json")
                .body("{\"text\": \"㼆𠮷·\\t\\n\", \"day\": \"2024-02-29\"}")
                .post("/problem-probe/fact")
                .then()
                .statusCode(200)
                .body("day", equalTo("2024-02-29"));
    }
}
