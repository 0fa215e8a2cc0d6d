package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ScopeOfAnswersTest {

    @Inject
    OneOfEach one;

    @Inject
    DataSource database;

    @Inject
    CurrentCaller caller;

    private OneOfEach.Settled settled;

    @BeforeEach
    void aSettlementOfOneHospitalForOneTownship() {
        settled = one.settled();
    }

    @Test
    @DisplayName("接口：别的医院、别的乡镇 404；本乡镇可看结算和累计")
    void othersGetNotFound() {
        for (var path : List.of("", "/replay", "/statement")) {
            hospital("H36090299999")
                    .get(BASE + "settlements/" + settled.settlement() + path)
                    .then()
                    .statusCode(404);
            clerk("360900/360902/360902198/")
                    .get(BASE + "settlements/" + settled.settlement() + path)
                    .then()
                    .statusCode(404);
            clerk(TOWNSHIP)
                    .get(BASE + "settlements/" + settled.settlement() + path)
                    .then()
                    .statusCode(200);
        }
        post(
                        hospital("H36090299999"),
                        "settlements/" + settled.settlement() + "/reversal",
                        key(),
                        "{\"reason\": \"试\"}")
                .statusCode(404);
        var accumulators = "persons/" + settled.person() + "/accumulators?benefitYear=2024";
        clerk("360900/360902/360902198/").get(BASE + accumulators).then().statusCode(404);
        clerk(TOWNSHIP).get(BASE + accumulators).then().statusCode(200);
    }

    @Test
    @DisplayName("诊断和费用不给用不着的岗位看：政策、系统管理、村协管员 403")
    void officesWithoutNeedDoNotSeeCare() {
        var helper = jumin.testing.Tokens.staff("village_helper", "helper", VILLAGE);
        for (var path : List.of(
                "settlements/" + settled.settlement(),
                "settlements/" + settled.settlement() + "/replay",
                "settlements/" + settled.settlement() + "/statement",
                "settlements/" + settled.settlement() + "/refusal-notice",
                "filings?person=" + settled.person(),
                "encounters/" + java.util.UUID.randomUUID(),
                "redos/" + java.util.UUID.randomUUID())) {
            policy().get(BASE + path).then().statusCode(403);
            admin().get(BASE + path).then().statusCode(403);
            as(helper).get(BASE + path).then().statusCode(403);
        }
    }

    @Test
    @DisplayName("查看留痕：审计员看得到谁看过结算")
    void readsAreAudited() {
        hospital().get(BASE + "settlements/" + settled.settlement()).then().statusCode(200);
        as(jumin.testing.Tokens.staff("auditor", "auditor", CITY))
                .get(BASE + "audit-events?limit=1000&after=" + lastAudit())
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.subject == '" + settled.settlement() + "' && it.action == 'READ' }.actor",
                        equalTo("hospital-" + HOSPITAL));
    }

    private long lastAudit() {
        return caller.callAs(Caller.service("probe"), () -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select greatest(max(id) - 500, 0) from audit_event")) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
