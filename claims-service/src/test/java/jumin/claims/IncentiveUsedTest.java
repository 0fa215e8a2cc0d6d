package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import jumin.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 国办发〔2024〕38号：居民发生大病报销并使用奖励额度后，前期积累的零报销激励额度清零。 */
@ClaimsTest
class IncentiveUsedTest extends Care {

    private static final String NEARBY = "H36090200091";
    private static final String CLINIC = "H36090200059";
    private static final int HEALTHY = 2025;
    private static final int ILL = 2026;
    private static final int AFTER = 2027;

    private static void clock(String now) {
        admin().body("{\"now\": \"" + now + "\"}").put(BASE + "clock").then().statusCode(200);
    }

    @BeforeEach
    void threeYears() {
        clock("2027-06-01T09:00:00");
        feeds.standard(ILL, "400.00", "\"41000.00\"");
        feeds.standard(AFTER, "400.00", "\"41000.00\"");
        post(admin(), "providers", key(), """
                {"code": "%s", "name": "清零医院", "divisionPath": "%s", "level": "tertiary", "kind": "", "traditional": false,
                 "agreements": [{"qualification": "INPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(NEARBY, COUNTY)).statusCode(201);
    }

    @AfterEach
    void back() {
        clock("2026-06-01T09:00:00");
    }

    private UUID healthy(String name) {
        var person = covered(name);
        for (int year = HEALTHY; year <= AFTER; year++) {
            feeds.covered(person, year, year + "-01-01", year + "-12-31");
        }
        return person;
    }

    private static ValidatableResponse stay(UUID person, int year, String quantity, String amount) {
        var bill = Bills.ofPerson(person)
                .from(year + "-03-02", year + "-03-10")
                .item("A-SERVICE", quantity, "100", amount);
        return post(hospital(NEARBY), "settlements", key(), bill.json()).statusCode(201);
    }

    private static ValidatableResponse severe(UUID person, int year) {
        return stay(person, year, "7000", "700000.00");
    }

    private static Map<String, Object> listed(UUID person, int year) {
        return Until.holds(
                () -> as(Tokens.staff("county_approver", "approver", COUNTY))
                        .get(BASE + "redo-items?benefitYear=" + year + "&limit=1000")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items.find { it.personId == '" + person + "' }"),
                found -> found != null);
    }

    private static String used(UUID person) {
        return as(Tokens.staff("auditor", "auditor", COUNTY))
                .get(BASE + "persons/" + person + "/accumulators?benefitYear=" + ILL)
                .then()
                .extract()
                .path("sums.incentive_used_ytd");
    }

    @Test
    @DisplayName("使用激励额度以后清零；那次结算冲正的恢复，其后年度的决定列入待重算，重算后恢复提高的限额")
    void whatWasUsedIsGoneAndComesBackWithTheReversal() {
        var person = healthy("清某");
        String usedIt = severe(person, ILL)
                .body("amounts.criticalIllnessPay", equalTo("251000.00"))
                .extract()
                .path("settlementId");
        assertThat(used(person), is("1000.00"));
        String after = severe(person, AFTER)
                .body("amounts.criticalIllnessPay", equalTo("250000.00"))
                .extract()
                .path("settlementId");

        post(hospital(NEARBY), "settlements/" + usedIt + "/reversal", key(), "{\"reason\": \"收费有误\"}")
                .statusCode(201);

        assertThat(used(person), is(nullValue()));
        var item = listed(person, AFTER);
        assertThat(item, hasEntry("settlementId", after));
        assertThat(item.get("changed").toString(), is("[cover]"));
        assertThat(((Map<?, ?>) item.get("difference")).get("criticalIllnessPay"), is("2000.00"));
        RedoListTest.order(
                as(Tokens.staff("county_approver", "approver", COUNTY)),
                "{\"settlementIds\": [\"" + after + "\"], \"reason\": \"冲正恢复激励\"}");
        assertThat(tables.sums(person), is(tables.fold(person)));
        severe(healthy("对某"), AFTER).body("amounts.criticalIllnessPay", equalTo("252000.00"));
    }

    @Test
    @DisplayName("使用了激励额度的那次重算后没有限额、不再使用：额度恢复，其后年度的决定列入待重算")
    void aRedoThatNoLongerUsesItGivesItBack() {
        var person = healthy("改某");
        String usedIt = severe(person, ILL)
                .body("amounts.criticalIllnessPay", equalTo("251000.00"))
                .extract()
                .path("settlementId");
        String after = severe(person, AFTER)
                .body("amounts.criticalIllnessPay", equalTo("250000.00"))
                .extract()
                .path("settlementId");
        feeds.enrollment("category", person.toString(), """
                {"personId": "%s", "area": "360900", "recognitions": [{"category": "minimum_living", "from": "2026-01-01",
                 "to": "2026-12-31", "organ": "MZ360902", "recordedAt": "2026-01-01T00:00:00Z"}]}
                """.formatted(person));
        assertThat(listed(person, ILL), hasEntry("settlementId", usedIt));
        assertThat(used(person), is("1000.00"));

        RedoListTest.order(
                as(Tokens.staff("county_approver", "approver", COUNTY)),
                "{\"settlementIds\": [\"" + usedIt + "\"], \"reason\": \"身份认定后到\"}");

        assertThat(used(person), is(nullValue()));
        var item = listed(person, AFTER);
        assertThat(item, hasEntry("settlementId", after));
        assertThat(((Map<?, ?>) item.get("difference")).get("criticalIllnessPay"), is("1000.00"));
    }

    private static String visit(UUID person, int year) {
        return Bills.ofPerson(person)
                .careType("11")
                .from(year + "-05-06", year + "-05-06")
                .item("A-DRUG", "1", "100", "100.00")
                .json();
    }

    private static void clinic() {
        post(admin(), "providers", key(), """
                {"code": "%s", "name": "清零卫生室", "divisionPath": "%s", "level": "village", "kind": "village",
                 "traditional": false, "agreements": [{"qualification": "OUTPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(CLINIC, VILLAGE)).statusCode(201);
    }

    private static void lateVisit(UUID person, int year) {
        post(hospital(CLINIC), "settlements", key(), visit(person, year))
                .statusCode(201)
                .body("outcome", equalTo("PAID"), "amounts.poolPay", not(equalTo("0.00")));
    }

    @Test
    @DisplayName("往年的门诊后到、没有任何疑点：那一年不再是零报销，其后年度的决定照样列入待重算；当年的门诊不另查")
    void aCleanLateVisitOfAYearWithoutAClaimIsSeen() {
        clinic();
        var person = healthy("晚某");
        String after = severe(person, AFTER)
                .body("amounts.criticalIllnessPay", equalTo("252000.00"))
                .extract()
                .path("settlementId");
        var looks = tables.secondLooks(person);
        lateVisit(person, AFTER);
        assertThat(tables.secondLooks(person), is(looks));

        lateVisit(person, ILL);

        var item = listed(person, AFTER);
        assertThat(item, hasEntry("settlementId", after));
        assertThat(((Map<?, ?>) item.get("difference")).get("criticalIllnessPay"), is("-1000.00"));
    }

    @Test
    @DisplayName("两个年度同时：后一年度的决定已读、未写时，往年的门诊先结算；写成以后仍会查到")
    void aDecisionThatWasOnItsWayIsSeenAtTheSecondLook() throws Exception {
        clinic();
        var person = healthy("同某");
        var message = key();
        var bill = Bills.ofPerson(person)
                .from(AFTER + "-03-02", AFTER + "-03-10")
                .item("A-SERVICE", "7000", "100", "700000.00")
                .json();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var waiting = new AtomicReference<Future<String>>();
            tables.whileMessageIsHeld(NEARBY, message, () -> {
                waiting.set(threads.submit(() -> post(hospital(NEARBY), "settlements", message, bill)
                        .statusCode(201)
                        .body("amounts.criticalIllnessPay", equalTo("252000.00"))
                        .extract()
                        .path("settlementId")));
                Until.holds(tables::somebodyWaits, waits -> waits);
                lateVisit(person, ILL);
            });

            var item = listed(person, AFTER);
            assertThat(item, hasEntry("settlementId", waiting.get().get()));
            assertThat(((Map<?, ?>) item.get("difference")).get("criticalIllnessPay"), is("-1000.00"));
        }
    }

    @Test
    @DisplayName("没有超过原限额的不算使用，积累的额度留到以后；往年的账单后到，其后年度的决定列入待重算")
    void whatWasNotUsedIsKeptAndALateBillOfAnOldYearIsSeen() {
        var person = healthy("留某");
        stay(person, ILL, "100", "10000.00").body("amounts.criticalIllnessPay", equalTo("0.00"));
        assertThat(used(person), is(nullValue()));
        String after = severe(person, AFTER)
                .body("amounts.criticalIllnessPay", equalTo("251000.00"))
                .extract()
                .path("settlementId");

        stay(person, HEALTHY, "100", "10000.00");

        var item = listed(person, AFTER);
        assertThat(item, hasEntry("settlementId", after));
        assertThat(((Map<?, ?>) item.get("difference")).get("criticalIllnessPay"), is("-1000.00"));
    }
}
