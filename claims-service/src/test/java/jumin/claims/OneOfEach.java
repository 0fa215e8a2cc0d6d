package jumin.claims;

import static jumin.claims.Api.*;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Scope;

/** One row at least in each table that holds personal data, of one hospital and one township. */
@ApplicationScoped
public class OneOfEach {

    private final Feeds feeds;
    private final DataSource database;
    private final CurrentCaller caller;

    OneOfEach(Feeds feeds, DataSource database, CurrentCaller caller) {
        this.feeds = feeds;
        this.database = database;
        this.caller = caller;
    }

    /** A settlement, and whose. */
    record Settled(String settlement, String person) {}

    Settled settled() {
        provider(HOSPITAL, "示范医院", "tertiary");
        policy().body(Bills.CATALOGUE).put(BASE + "catalogue/items").then().statusCode(200);
        feeds.standard(2024, "380.00", "\"35000.00\"");
        var id = feeds.person(Ids.next(), "郑某", VILLAGE);
        feeds.covered(id, 2024, "2024-01-01", "2024-12-31");
        String settlement = post(
                        hospital(),
                        "settlements",
                        key(),
                        Bills.ofPerson(id)
                                .item("A-DRUG", "10", "100", "1000.00")
                                .with("\"doctor\": \"D404\"")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        return new Settled(settlement, id.toString());
    }

    /** The same, with all that can follow upon it. */
    void everything() {
        var settled = settled();
        var id = UUID.fromString(settled.person());
        aRedo(id);
        anAdvance(id);
        anEncounter(id, settled.settlement());
        aManualClaim();
        ofTheCounty(settled.settlement());
        post(clerk(TOWNSHIP), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "2024-01-01",
                         "details": {"offArea": {"reason": "long_term_resident", "place": "31"}}}
                        """.formatted(id)).statusCode(201);
    }

    /** What stands in the tables of a provider's business, as its use cases leave it. */
    private void ofTheCounty(String settlement) {
        var place = "'" + HOSPITAL + "', '" + COUNTY + "'";
        for (var row : List.of(
                "agency_reversal (id, provider, division_path, settlement_id, reason, asked_by, asked_on, state, decided_by)"
                        + " values (gen_random_uuid(), " + place + ", '" + settlement
                        + "', '误', '甲', current_date, 'REJECTED', '乙')",
                "message_intake (provider, division_path, message_id, attempt, client, kind, taken_at)" + " values ("
                        + place + ", '" + key() + "', gen_random_uuid(), 'x', 'SETTLEMENT', clock_timestamp())",
                "message_outcome (provider, division_path, message_id, kind, state, decided_by, decided_at, reason)"
                        + " values (" + place + ", '" + key()
                        + "', 'SETTLEMENT', 'NOT_DONE', 'PROVIDER', clock_timestamp(), '超时')",
                "retention_release (id, provider, division_path, area, year, result, decision, basis, share, retained_fen,"
                        + " released_fen, forfeited_fen, made_by, made_on, state)"
                        + " values (gen_random_uuid(), " + place
                        + ", '360900', 1999, '合格', '考核1号', '-', '1', 1, 1, 0, '甲', current_date, 'REJECTED')",
                "retention_release_share (release_id, benefit_year, provider, division_path, released_fen, forfeited_fen)"
                        + " select id, 1999, provider, division_path, 1, 0 from retention_release r where year = 1999"
                        + " and provider = '" + HOSPITAL + "'"
                        + " and not exists (select 1 from retention_release_share s where s.release_id = r.id) limit 1",
                "monthly_statement (id, provider, division_path, area, month, claims, total_fen, pool_fen, critical_illness_fen,"
                        + " medical_assistance_fen, deduction_fen, retention_rate, retention_fen, payable_fen, made_by, made_on,"
                        + " rejected_by, opinion, state) values (gen_random_uuid(), "
                        + place
                        + ", '360900', '1999-01-01', 1, 1, 1, 0, 0, 0, '0', 0, 1, '甲', current_date, '乙', '误', 'REJECTED')",
                "monthly_statement_share (statement_id, settled_month, benefit_year, provider, division_path, fund_fen,"
                        + " deduction_fen, retention_fen) select id, month, 1999, provider, division_path, 1, 0, 0"
                        + " from monthly_statement m where month = '1999-01-01' and provider = '" + HOSPITAL + "'"
                        + " and not exists (select 1 from monthly_statement_share s where s.statement_id = m.id) limit 1",
                "provider_account (id, provider, division_path, area, payee_name, payee_bank, account_sealed, account_last4,"
                        + " entered_by, entered_on) values (gen_random_uuid(), " + place
                        + ", '360900', '医院', '银行', '-', '0000', '甲', current_date)",
                "provider_payment (id, provider, division_path, payable, amount_fen, voucher, paid_by, paid_on)"
                        + " values (gen_random_uuid(), " + place + ", gen_random_uuid(), 1, 'V', '甲', current_date)",
                "approval_withdrawal (id, provider, division_path, payable, approved_by, opinion, withdrawn_by, withdrawn_on, reason)"
                        + " values (gen_random_uuid(), " + place
                        + ", gen_random_uuid(), '甲', '', '乙', current_date, '误')",
                "provider_payment_return (id, provider, division_path, payment, reason, entered_by, returned_on)"
                        + " select gen_random_uuid(), provider, division_path, id, '销户', '甲', current_date"
                        + " from provider_payment p where provider = '" + HOSPITAL
                        + "' and not exists (select 1 from provider_payment_return r where r.payment = p.id) limit 1")) {
            caller.callAs(Caller.service("probe"), () -> {
                try (var connection = database.getConnection();
                        var statement = connection.createStatement()) {
                    return statement.executeUpdate("insert into " + row);
                }
            });
        }
    }

    /** An encounter with a leave, and something to find fault with. */
    private void anEncounter(UUID id, String settlement) {
        String encounter = post(hospital(), "encounters", key(), """
                        {"person": {"personId": "%s"}, "careType": "21", "admittedAt": "2024-03-02T09:00:00+08:00",
                         "diagnosisCode": "I21.900", "diagnosisName": "急性心肌梗死"}
                        """.formatted(id))
                .statusCode(201)
                .extract()
                .path("id");
        post(hospital(), "encounters/" + encounter + "/changes", key(), """
                        {"careType": "21", "admittedAt": "2024-03-02T09:00:00+08:00", "diagnosisCode": "I50.900",
                         "diagnosisName": "心力衰竭", "reason": "确诊"}
                        """).statusCode(200);
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
    private void anAdvance(UUID id) {
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
    private void aRedo(UUID id) {
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

    /** How many rows of a table somebody of this scope sees. */
    long rows(Scope scope, String table) {
        return caller.callAs(new Caller("probe", "probe", Set.of(), scope), () -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
