package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ScopeTest {

    private static final List<String> PERSONAL = List.of(
            "insured_person",
            "coverage",
            "person_year",
            "settlement",
            "accumulator_entry",
            "posting",
            "redo",
            "redo_line",
            "redo_item",
            "filing",
            "encounter",
            "encounter_leave",
            "finding",
            "manual_claim",
            "payout",
            "paid_care",
            "third_party_recourse",
            "recourse_receipt");

    @Inject
    Feeds feeds;

    @Inject
    DataSource database;

    @Inject
    CurrentCaller caller;

    private String settlement;
    private String person;

    @BeforeEach
    void aSettlementOfOneHospitalForOneTownship() {
        provider(HOSPITAL, "示范医院", "tertiary");
        policy().body(Bills.CATALOGUE).put(BASE + "catalogue/items").then().statusCode(200);
        feeds.standard(2024, "380.00", "\"35000.00\"");
        var id = feeds.person(Ids.next(), "郑某", VILLAGE);
        feeds.covered(id, 2024, "2024-01-01", "2024-12-31");
        person = id.toString();
        settlement = post(
                        hospital(),
                        "settlements",
                        key(),
                        Bills.ofPerson(id)
                                .item("A-DRUG", "10", "100", "1000.00")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        aRedo(id);
        anAdvance(id);
        anEncounter(id);
        aManualClaim();
        post(clerk(TOWNSHIP), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "2024-01-01",
                         "details": {"offArea": {"reason": "long_term_resident", "place": "31"}}}
                        """.formatted(id)).statusCode(201);
    }

    /** An encounter with a leave, and something to find fault with. */
    private void anEncounter(java.util.UUID id) {
        String encounter = post(hospital(), "encounters", key(), """
                        {"person": {"personId": "%s"}, "careType": "21", "admittedAt": "2024-03-02T09:00:00+08:00",
                         "diagnosisCode": "I21.900", "diagnosisName": "急性心肌梗死"}
                        """.formatted(id))
                .statusCode(201)
                .extract()
                .path("id");
        hospital()
                .body("""
                        {"leftAt": "2024-03-05T08:00:00+08:00", "backAt": "2024-03-05T18:00:00+08:00",
                         "reason": "家事", "approvedBy": "张医生"}
                        """)
                .post(BASE + "encounters/" + encounter + "/leaves")
                .then()
                .statusCode(200);
        post(reviewer(), "findings", key(), """
                        {"settlementId": "%s", "rule": "IDENTITY_NOT_CHECKED", "detail": "未核验", "amount": "0.00"}
                        """.formatted(settlement)).statusCode(201);
    }

    /** What the fund pays in a third party's place, with a first receipt. */
    private void anAdvance(java.util.UUID id) {
        String filing =
                post(reviewer(), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "2024-05-01",
                         "details": {"trauma": {"course": "被撞", "fundAdvance": true}}}
                        """.formatted(id)).extract().path("id");
        approver()
                .body("{\"opinion\": \"属实\", \"thirdPartyShare\": \"0.7\"}")
                .post(BASE + "filings/" + filing + "/approval")
                .then()
                .statusCode(200);
        var injury = Bills.ofPerson(id)
                .careType("22")
                .from("2024-05-10", "2024-05-20")
                .item("A-SERVICE", "100", "100", "10000.00")
                .json();
        String paid = post(hospital(), "settlements", key(), injury)
                .statusCode(201)
                .extract()
                .path("settlementId");
        String recourse = reviewer()
                .get(BASE + "recourses?limit=1000")
                .then()
                .extract()
                .path("find { it.settlementId == '" + paid + "' }.id");
        reviewer()
                .body("{\"debtor\": \"某\"}")
                .post(BASE + "recourses/" + recourse + "/demand")
                .then()
                .statusCode(200);
        post(
                        as(jumin.testing.Tokens.staff("finance", "finance", COUNTY)),
                        "recourses/" + recourse + "/receipts",
                        key(),
                        "{\"amount\": \"1.00\", \"voucher\": \"V\"}")
                .statusCode(201);
    }

    /** A claim at the counter. */
    private void aManualClaim() {
        var id = feeds.person(Ids.next(), "姜某", VILLAGE);
        feeds.covered(id, 2024, "2024-01-01", "2024-12-31");
        post(clerk(TOWNSHIP), "manual-claims", key(), """
                        {"provider": "%s", "documents": [], "relation": "SELF", "bill": %s,
                         "payee": {"name": "姜某", "bank": "示范银行", "account": "6222020200011112222"}}
                        """.formatted(
                        HOSPITAL,
                        Bills.ofPerson(id).item("A-DRUG", "1", "1", "1.00").json()))
                .statusCode(201);
    }

    /** Something to redo, and done. */
    private void aRedo(java.util.UUID id) {
        var before = post(
                        hospital(),
                        "settlements",
                        key(),
                        Bills.ofPerson(id).week(1).worked().json())
                .extract()
                .<String>path("settlementId");
        feeds.category(id, "minimum_living", "2024-01-01");
        Until.holds(() -> rows(Scope.ALL, "redo_item where settlement_id = '" + before + "'"), count -> count > 0);
        post(
                        as(jumin.testing.Tokens.staff("county_approver", "approver", COUNTY)),
                        "redo-items/orders",
                        key(),
                        "{\"settlementIds\": [\"" + before + "\"], \"reason\": \"认定后到\"}")
                .statusCode(202);
        Until.holds(() -> rows(Scope.ALL, "redo_line where settlement_id = '" + before + "'"), count -> count > 0);
    }

    private long rows(Scope scope, String table) {
        return caller.callAs(new Caller("probe", "probe", Set.of(), scope), () -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Test
    @DisplayName("行级安全：用过的连接上，没有范围什么也看不到；外乡镇、外机构看不到；本乡镇看得到")
    void rowLevelSecurityHoldsOnUsedConnections() {
        for (var table : PERSONAL) {
            assertThat(table, rows(Scope.ALL, table), greaterThan(0L));
            assertThat(table, rows(Scope.NOTHING, table), is(0L));
            assertThat(table, rows(Scope.ofDivision("360900/360902/360902198/"), table), is(0L));
            assertThat(table, rows(Scope.ofDivision(TOWNSHIP), table), greaterThan(0L));
            assertThat(table, rows(Scope.ofProvider("H36090299999"), table), is(0L));
        }
        assertThat(rows(Scope.ofProvider(HOSPITAL), "settlement"), greaterThan(0L));
        assertThat(rows(Scope.ofProvider(HOSPITAL), "insured_person"), is(0L));
    }

    @Test
    @DisplayName("每张含个人数据的表都启用并强制行级安全；视图按查看者的范围")
    void everyTableWithPersonalDataIsForced() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select count(*) from pg_class where relname = any (?) and case relkind
                            when 'v' then 'security_invoker=true' = any (reloptions) else relrowsecurity and relforcerowsecurity end
                        """)) {
            query.setArray(1, connection.createArrayOf("text", PERSONAL.toArray()));
            try (var row = query.executeQuery()) {
                row.next();
                assertThat(row.getInt(1), is(PERSONAL.size()));
            }
        }
    }

    @Test
    @DisplayName("接口：别的医院、别的乡镇 404；本乡镇可看结算和累计")
    void othersGetNotFound() {
        for (var path : List.of("", "/replay", "/statement")) {
            hospital("H36090299999")
                    .get(BASE + "settlements/" + settlement + path)
                    .then()
                    .statusCode(404);
            clerk("360900/360902/360902198/")
                    .get(BASE + "settlements/" + settlement + path)
                    .then()
                    .statusCode(404);
            clerk(TOWNSHIP)
                    .get(BASE + "settlements/" + settlement + path)
                    .then()
                    .statusCode(200);
        }
        post(hospital("H36090299999"), "settlements/" + settlement + "/reversal", key(), "{\"reason\": \"试\"}")
                .statusCode(404);
        var accumulators = "persons/" + person + "/accumulators?benefitYear=2024";
        clerk("360900/360902/360902198/").get(BASE + accumulators).then().statusCode(404);
        clerk(TOWNSHIP).get(BASE + accumulators).then().statusCode(200);
    }

    @Test
    @DisplayName("诊断和费用不给用不着的岗位看：政策、系统管理、村协管员 403")
    void officesWithoutNeedDoNotSeeCare() {
        var helper = jumin.testing.Tokens.staff("village_helper", "helper", VILLAGE);
        for (var path : List.of(
                "settlements/" + settlement,
                "settlements/" + settlement + "/replay",
                "settlements/" + settlement + "/statement",
                "settlements/" + settlement + "/refusal-notice",
                "filings?person=" + person,
                "encounters/" + java.util.UUID.randomUUID(),
                "redos/" + java.util.UUID.randomUUID())) {
            policy().get(BASE + path).then().statusCode(403);
            admin().get(BASE + path).then().statusCode(403);
            as(helper).get(BASE + path).then().statusCode(403);
        }
    }

    @Test
    @DisplayName("结算和分录只增不改：数据库拒绝更新和删除")
    void settlementsAreInsertOnly() {
        for (var table : List.of("settlement", "accumulator_entry", "posting")) {
            var refused = org.junit.jupiter.api.Assertions.assertThrows(
                    IllegalStateException.class,
                    () -> caller.callAs(Caller.service("probe"), () -> {
                        try (var connection = database.getConnection();
                                var statement = connection.createStatement()) {
                            return statement.executeUpdate("delete from " + table);
                        }
                    }));
            assertThat(
                    refused.getCause().getMessage(),
                    anyOf(
                            containsString("permission denied"),
                            containsString("insert-only"),
                            containsString("cannot delete from view")));
        }
    }

    @Test
    @DisplayName("查看留痕：审计员看得到谁看过结算")
    void readsAreAudited() {
        hospital().get(BASE + "settlements/" + settlement).then().statusCode(200);
        as(jumin.testing.Tokens.staff("auditor", "auditor", CITY))
                .get(BASE + "audit-events?limit=1000&after=" + lastAudit())
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.subject == '" + settlement + "' && it.action == 'READ' }.actor",
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
