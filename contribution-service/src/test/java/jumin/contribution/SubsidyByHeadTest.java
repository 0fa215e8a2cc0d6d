package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What governments owe follows from heads and shares; in a year of its own, where nobody else pays. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class SubsidyByHeadTest {

    private static final int YEAR = 2038;

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
        publish("402.00", "214.40", "26.80", "26.80");
        world.collects(YEAR);
    }

    private static void publish(String central, String provincial, String city, String county) {
        var total = Money.yuan(central)
                .plus(Money.yuan(provincial))
                .plus(Money.yuan(city))
                .plus(Money.yuan(county));
        var proposal = new HashMap<String, Object>(Map.of(
                "area",
                World.AREA,
                "benefitYear",
                YEAR,
                "individualContribution",
                "400.00",
                "fiscalSubsidy",
                total.toString()));
        proposal.put("windowFrom", (YEAR - 1) + "-09-15");
        proposal.put("windowTo", YEAR + "-02-28");
        proposal.put("decisionNumber", "演示" + YEAR);
        proposal.put(
                "fiscalByLevel", Map.of("central", central, "provincial", provincial, "city", city, "county", county));
        String id = World.as("policy", "policy", "360900/")
                .body(proposal)
                .post(ROOT + "standards")
                .then()
                .statusCode(201)
                .extract()
                .path("standardId");
        World.as("policy", "policy2", "360900/")
                .post(ROOT + "standards/" + id + "/approval")
                .then()
                .statusCode(200);
    }

    private World.Person enrolled(String path) {
        var person = World.somebody();
        world.person(person, path);
        world.enrollment(person, YEAR, "ordinary", World.NOT_SUBSIDISED, "ENROLLED", "");
        return person;
    }

    @AfterEach
    void putTheClockRight() {
        world.now();
    }

    private static Map<String, Object> pays(World.Person person, String amount) {
        var payment = new HashMap<>(World.payment(person, amount, (YEAR - 1) + "-11-02"));
        payment.put("benefitYear", YEAR);
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        return payment;
    }

    private static ValidatableResponse reckoned() {
        return World.as("auditor", "auditor", "360900/")
                .get(ROOT + "government-subsidies/by-head?area=360900&benefitYear=" + YEAR)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse owe(String key) {
        return World.as("finance", "finance", "360900/")
                .header("Idempotency-Key", key)
                .body(Map.of("area", World.AREA, "benefitYear", YEAR, "decisionNumber", "演示5号"))
                .post(ROOT + "government-subsidies/by-head")
                .then();
    }

    private static Money balance(String account) {
        return Money.yuan(World.as("finance", "finance", "360900/")
                .get(ROOT + "ledger/trial-balance?benefitYear=" + YEAR)
                .jsonPath()
                .getString("accounts.find { it.account == '" + account + "' }.balance"));
    }

    @Test
    @DisplayName("已缴人数乘各级分担：只登记差额；人数减少、标准更正的差额为正为负；重发没有第二次")
    void subsidiesFollowHeadsAndShares() {
        world.at(LocalDate.of(YEAR, 3, 1));
        pays(enrolled(World.VILLAGE), "400.00");
        var second = pays(enrolled(World.VILLAGE), "400.00");
        pays(enrolled(World.VILLAGE), "300.00");
        enrolled(World.OTHER_VILLAGE);
        reckoned()
                .body("find { it.level == 'CENTRAL' }.heads", equalTo(2))
                .body("find { it.level == 'CENTRAL' }.amount", equalTo("804.00"))
                .body("find { it.level == 'COUNTY' }.divisionPath", equalTo(World.COUNTY))
                .body("find { it.level == 'COUNTY' }.difference", equalTo("53.60"));
        var key = UUID.randomUUID().toString();
        owe(key).statusCode(201)
                .body("size()", equalTo(4))
                .body("find { it.party == 'PROVINCIAL' }.amount", equalTo("428.80"))
                .body("find { it.party == 'PROVINCIAL' }.heads", equalTo(2))
                .body("find { it.party == 'PROVINCIAL' }.perHead", equalTo("214.40"))
                .body("find { it.party == 'PROVINCIAL' }.partyText", equalTo("省级财政"));
        World.as("finance", "finance", "360900/")
                .get(owe(key).extract().header("Location"))
                .then()
                .statusCode(200);
        owe(key).statusCode(201).body("size()", equalTo(4));
        owe(UUID.randomUUID().toString()).statusCode(201).body("$", empty());
        assertEquals(Money.yuan("1340.00"), balance("GOVERNMENT_SUBSIDY_DUE"));

        var reversal = new HashMap<>(second);
        reversal.remove("idNumber");
        reversal.put("voucherNo", "R" + World.next() + "000000");
        reversal.put("kind", "REVERSAL");
        reversal.put("reverses", second.get("voucherNo"));
        World.tax().body(reversal).post(ROOT + "payments").then().statusCode(200);
        owe(UUID.randomUUID().toString())
                .statusCode(201)
                .body("find { it.party == 'CENTRAL' }.amount", equalTo("-402.00"))
                .body("find { it.party == 'CENTRAL' }.heads", equalTo(1));
        assertEquals(Money.yuan("670.00"), balance("GOVERNMENT_SUBSIDY_DUE"));
        central("offset", "402.00", "-402.00");
        central("open", "402.00", "0.00");

        publish("410.00", "214.40", "26.80", "26.80");
        owe(UUID.randomUUID().toString())
                .body("size()", equalTo(1))
                .body("[0].amount", equalTo("8.00"))
                .body("[0].perHead", equalTo("410.00"));
        assertEquals(Money.yuan("678.00"), balance("GOVERNMENT_SUBSIDY_DUE"));

        aReversedDueIsReckonedAnew();
        assertEquals(Money.yuan("678.00"), balance("GOVERNMENT_SUBSIDY_DUE"));
        whatIsPaidAllTheSameWaitsForTheNextDue();
        Books.assertBalanced();
    }

    private static ValidatableResponse dues() {
        return World.as("auditor", "auditor", "360900/")
                .get(ROOT + "fund-dues?benefitYear=" + YEAR)
                .then()
                .statusCode(200);
    }

    private static void central(String field, String... amounts) {
        dues().body("findAll { it.party == 'CENTRAL' }." + field, contains(amounts));
    }

    /** Who pays all the same has it set off against the next due. */
    private void whatIsPaidAllTheSameWaitsForTheNextDue() {
        String first = dues().extract().path("find { it.party == 'CENTRAL' }.dueId");
        var receipt = FundCalls.receipt("GOVERNMENT_SUBSIDY", first, "804.00", "ZX" + World.next());
        receipt.put("benefitYear", YEAR);
        receipt.put("receivedOn", YEAR + "-02-20");
        FundCalls.finance("fund-receipts", receipt).statusCode(201);
        central("offset", "0.00", "-8.00", "8.00");
        central("open", "0.00", "-394.00", "0.00");
    }

    private void aReversedDueIsReckonedAnew() {
        String due = World.as("auditor", "auditor", "360900/")
                .get(ROOT + "fund-dues?benefitYear=" + YEAR)
                .then()
                .extract()
                .path("find { it.party == 'COUNTY' }.dueId");
        World.as("finance", "finance2", "360900/")
                .body(Map.of("note", "文号写错"))
                .post(ROOT + "fund-dues/" + due + "/reversal")
                .then()
                .statusCode(200)
                .body("amount", equalTo("53.60"));
        assertEquals(Money.yuan("624.40"), balance("GOVERNMENT_SUBSIDY_DUE"));
        reckoned().body("find { it.level == 'COUNTY' }.difference", equalTo("53.60"));
        owe(UUID.randomUUID().toString())
                .statusCode(201)
                .body("size()", equalTo(1))
                .body("[0].amount", equalTo("53.60"));
    }

    @Test
    @DisplayName("标准没有写明分担、没有标准、不是市级：拒绝并说明")
    void refusals() {
        World.as("finance", "finance", "360900/")
                .get(ROOT + "government-subsidies/by-head?area=360900&benefitYear=2024")
                .then()
                .statusCode(422)
                .body("code", equalTo("STANDARD_LEVELS_MISSING"));
        World.as("finance", "finance", "360900/")
                .get(ROOT + "government-subsidies/by-head?area=360900&benefitYear=2098")
                .then()
                .statusCode(422)
                .body("code", equalTo("STANDARD_NOT_PUBLISHED"));
        World.as("finance", "county", World.COUNTY)
                .get(ROOT + "government-subsidies/by-head?area=360900&benefitYear=" + YEAR)
                .then()
                .statusCode(403);
        reckoned().body("size()", greaterThan(2));
    }
}
