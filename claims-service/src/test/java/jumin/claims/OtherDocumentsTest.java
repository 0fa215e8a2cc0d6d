package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 条文留给其他文件的: assistance and critical illness by the year's standard, and the limit raised by the years of cover. */
@ClaimsTest
class OtherDocumentsTest extends Care {

    private static final int YEAR = 2026;
    private static final String NEARBY = "H36090200067";

    private OtherCity city;

    @BeforeEach
    void aYearWhoseStandardSaysMore() {
        city = new OtherCity(feeds);
        standard("10000.00");
        post(admin(), "providers", key(), """
                {"code": "%s", "name": "激励医院", "divisionPath": "%s", "level": "tertiary", "kind": "", "traditional": false,
                 "agreements": [{"qualification": "INPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(NEARBY, COUNTY)).statusCode(201);
    }

    private void standard(String line) {
        standard(line, false);
    }

    private void standard(String line, boolean yearly) {
        feeds.contribution("standard", OtherCity.AREA + ":" + YEAR, """
                {"area": "%s", "benefitYear": %d, "standardId": "%s", "individualContribution": "400.00",
                 "fiscalSubsidy": "700.00", "windowFrom": "2025-10-01", "windowTo": "2025-12-31", "perCapitaIncome": null,
                 "decisionNumber": "决〔2025〕1号", "publishedAt": "2025-09-01T08:00:00+08:00", "benefits": [
                  {"layer": "ASSISTANCE", "category": "minimum_living", "ratio": "0.7", "line": "1000.00", "cap": "8000.00",
                   "yearly": %b, "decisionNumber": "救助1号"},
                  {"layer": "CRITICAL_ILLNESS", "ratio": "0.6", "line": "%s", "includePrepay": false,
                   "decisionNumber": "大病1号"}]}
                """.formatted(
                        OtherCity.AREA, YEAR, UUID.randomUUID(), yearly, line));
    }

    private UUID there(String name) {
        var person = city.covered(name);
        feeds.covered(person, YEAR, YEAR + "-01-01", YEAR + "-12-31");
        return person;
    }

    private static ValidatableResponse stay(String hospital, UUID person, String quantity, String amount) {
        return post(
                hospital(hospital),
                "settlements",
                key(),
                Bills.ofPerson(person)
                        .from(YEAR + "-03-02", YEAR + "-03-10")
                        .item("A-SERVICE", quantity, "100", amount)
                        .json());
    }

    @Test
    @DisplayName("第十八条、第十九条 大病保险、医疗救助按公布的标准核算，一张结算单三层")
    void threeLayersInOneDecision() {
        var person = there("救某");
        feeds.category(person, "minimum_living", "2024-01-01");

        stay(OtherCity.HOSPITAL, person, "515", "51500.00")
                .statusCode(201)
                .body("amounts.poolPay", equalTo("30000.00"), "amounts.criticalIllnessPay", equalTo("6900.00"))
                .body("amounts.medicalAssistancePay", equalTo("8000.00"), "amounts.personPay", equalTo("6600.00"));
        stay(OtherCity.HOSPITAL, there("平某"), "515", "51500.00")
                .statusCode(201)
                .body("amounts.criticalIllnessPay", equalTo("6900.00"), "amounts.medicalAssistancePay", nullValue());
    }

    @Test
    @DisplayName("第十九条 医疗救助的起付线和限额按年度：第二次住院不再扣起付线，限额是全年的；标准没有写按年的各算各的")
    void assistanceOfAYearHasOneLineAndOneCap() {
        standard("10000.00", true);
        var person = there("年某");
        feeds.category(person, "minimum_living", "2024-01-01");
        stayOf(person, "03", "35").body("amounts.medicalAssistancePay", equalTo("910.00"));
        stayOf(person, "04", "35").body("amounts.medicalAssistancePay", equalTo("1610.00"));
        stayOf(person, "05", "515").body("amounts.medicalAssistancePay", equalTo("5480.00"));
        as(jumin.testing.Tokens.staff("auditor", "auditor", OtherCity.AREA + "/"))
                .get(BASE + "persons/" + person + "/accumulators?benefitYear=" + YEAR)
                .then()
                .body("limits.find { it.accumulator == 'assistance_paid_ytd' }.limit", equalTo("8000.00"))
                .body("limits.find { it.accumulator == 'assistance_paid_ytd' }.left", equalTo("0.00"));

        standard("10000.00", false);
        var other = there("次某");
        feeds.category(other, "minimum_living", "2024-01-01");
        stayOf(other, "03", "35").body("amounts.medicalAssistancePay", equalTo("910.00"));
        stayOf(other, "04", "35").body("amounts.medicalAssistancePay", equalTo("910.00"));
    }

    private static ValidatableResponse stayOf(UUID person, String month, String units) {
        return post(
                        hospital(OtherCity.HOSPITAL),
                        "settlements",
                        key(),
                        Bills.ofPerson(person)
                                .from(YEAR + "-" + month + "-02", YEAR + "-" + month + "-10")
                                .item("A-SERVICE", units, "100", units + "00.00")
                                .json())
                .statusCode(201);
    }

    @Test
    @DisplayName("标准更正后，已作出的决定列入待重算，按新的标准")
    void aCorrectedStandardIsRedone() {
        var person = there("正某");
        String id = stay(OtherCity.HOSPITAL, person, "515", "51500.00")
                .body("amounts.criticalIllnessPay", equalTo("6900.00"))
                .extract()
                .path("settlementId");

        standard("11000.00");

        Until.holds(
                () -> OtherCity.reviewer()
                        .get(BASE + "redo-items?benefitYear=" + YEAR + "&limit=1000")
                        .then()
                        .extract()
                        .<List<String>>path("items.settlementId"),
                listed -> listed.contains(id));
        OtherCity.reviewer()
                .get(BASE + "redo-items?benefitYear=" + YEAR + "&limit=1000")
                .then()
                .body(
                        "items.find { it.settlementId == '" + id + "' }.difference.criticalIllnessPay",
                        equalTo("-600.00"));
    }

    @Test
    @DisplayName("第三十三条、国办发〔2024〕38号 连续参保6年：大病保险年度限额提高2次，每次1000元")
    void yearsOfCoverRaiseTheLimit() {
        var person = covered("激某");
        feeds.contribution("coverage", person.toString(), """
                {"personId": "%s", "area": "360900", "benefitYear": %d, "intervals": [
                  {"from": "%d-01-01", "to": "%d-12-31", "state": "COVERED", "reason": "集中征缴期内缴费", "article": "第十五条"}],
                 "reasonNotCovered": null, "computedAt": "2026-01-01T08:00:00+08:00", "decisionId": "%s", "lawRelease": "test@1",
                 "continuousYears": 6}
                """.formatted(person, YEAR, YEAR, YEAR, UUID.randomUUID()));
        feeds.standard(YEAR, "400.00", "\"41000.00\"");

        stay(NEARBY, person, "7000", "700000.00")
                .statusCode(201)
                .body("amounts.poolPay", equalTo("100000.00"), "amounts.criticalIllnessPay", equalTo("252000.00"));
    }

    @Test
    @DisplayName("国办发〔2024〕38号 上年基金零报销：限额提高1次；上年付过的不提高，冲正了的算零报销；2025年以前的年度不算")
    void aYearWithoutClaimsRaisesTheLimit() {
        feeds.standard(YEAR, "400.00", "\"41000.00\"");
        stay(NEARBY, healthy("零某"), "7000", "700000.00")
                .statusCode(201)
                .body("amounts.criticalIllnessPay", equalTo("251000.00"));

        var treated = healthy("病某");
        lastYear(treated).statusCode(201);
        stay(NEARBY, treated, "7000", "700000.00").body("amounts.criticalIllnessPay", equalTo("250000.00"));

        var reversed = healthy("冲某");
        String id = lastYear(reversed).extract().path("settlementId");
        post(hospital(NEARBY), "settlements/" + id + "/reversal", key(), "{\"reason\": \"收费有误\"}")
                .statusCode(201);
        stay(NEARBY, reversed, "7000", "700000.00").body("amounts.criticalIllnessPay", equalTo("251000.00"));
    }

    @Test
    @DisplayName("国办发〔2024〕38号 迁到外县以后的零星报销和试算：上年在原县付过的不提高，与医院结算所见一致")
    void whoHasMovedIsClaimedForOnTheSameYears() {
        var elsewhere = "360900/360981/";
        feeds.standard(YEAR, "400.00", "\"41000.00\"");
        var treated = healthy("迁某");
        lastYear(treated).statusCode(201);
        feeds.person(treated, Ids.next(), "迁某", elsewhere + "360981001/360981001201/");
        var bill = Bills.ofPerson(treated)
                .from(YEAR + "-03-02", YEAR + "-03-10")
                .item("A-SERVICE", "7000", "100", "700000.00")
                .json();
        var reviewer = Tokens.staff("county_reviewer", "reviewer", elsewhere);

        as(reviewer)
                .body("{\"provider\": \"" + NEARBY + "\", \"bill\": " + bill + "}")
                .post(BASE + "trials")
                .then()
                .statusCode(200)
                .body("amounts.criticalIllnessPay", equalTo("250000.00"));
        String id = post(clerk(elsewhere), "manual-claims", key(), """
                        {"provider": "%s", "documents": [%s], "relation": "SELF", "bill": %s,
                         "payee": {"name": "迁某", "bank": "示范银行", "account": "6222020200011112222"}}
                        """.formatted(NEARBY, ManualClaimTest.ALL, bill))
                .statusCode(201)
                .extract()
                .path("id");
        ManualClaimTest.step(as(reviewer), id, "first-review")
                .statusCode(200)
                .body("result.amounts.criticalIllnessPay", equalTo("250000.00"));
        ManualClaimTest.step(reviewer(), id, "first-review").statusCode(404);
        ManualClaimTest.step(as(Tokens.staff("county_approver", "approver", elsewhere)), id, "second-review")
                .statusCode(200)
                .body("result.amounts.criticalIllnessPay", equalTo("250000.00"));
    }

    /** Covered in three years. */
    private UUID healthy(String name) {
        var person = covered(name);
        feeds.covered(person, YEAR - 1, YEAR - 1 + "-01-01", YEAR - 1 + "-12-31");
        feeds.covered(person, YEAR, YEAR + "-01-01", YEAR + "-12-31");
        return person;
    }

    private static ValidatableResponse lastYear(UUID person) {
        var bill = Bills.ofPerson(person)
                .from(YEAR - 1 + "-03-02", YEAR - 1 + "-03-10")
                .item("A-SERVICE", "100", "100", "10000.00");
        return post(hospital(NEARBY), "settlements", key(), bill.json());
    }
}
