package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.TreeSet;
import jumin.platform.sql.Sql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ConstraintsTest {

    private static final String CODE = "H36090200088";

    @Inject
    ClaimsConstraints constraints;

    @Inject
    Sql database;

    @Test
    @DisplayName("每条有代码的数据规则都真有，也都说明怎么办")
    void eachRuleExistsAndHasAdvice() {
        var rules = database.list(
                "select conname::text from pg_constraint union select indexname::text from pg_indexes",
                row -> row.getString(1));
        assertThat(
                new TreeSet<>(rules), hasItems(constraints.problems().keySet().toArray(String[]::new)));
        assertThat(constraints.advice().keySet(), is(constraints.problems().keySet()));
        constraints.advice().forEach((rule, said) -> assertThat(rule, said.cure(), endsWith("。")));
    }

    @Test
    @DisplayName("协议重叠：说明怎么办，指到字段")
    void whoBreaksARuleIsToldWhatToDo() {
        provider(CODE, "协议医院", "tertiary");
        agreement("2024-06-01", "2024-12-31")
                .statusCode(409)
                .body("code", equalTo("AGREEMENT_OVERLAPS"), "detail", containsString("次日起"))
                .body("errors.pointer", contains("/validFrom"));
    }

    private static ValidatableResponse agreement(String from, String to) {
        return post(admin(), "providers/" + CODE + "/agreements", key(), """
                {"qualification": "INPATIENT", "validFrom": "%s", "validTo": "%s", "decision": "协议9"}
                """.formatted(from, to));
    }
}
