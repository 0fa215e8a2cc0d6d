package jumin.contribution;

import static jumin.contribution.TreasuryTest.balance;
import static jumin.contribution.TreasuryTest.confirm;
import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class TreasuryCorrectionTest extends RefundCalls {

    private static final Money PAID = Money.yuan("380.00");

    private World.Person person;
    private Object voucher;

    @BeforeEach
    void somebodyPays() {
        person = world.villager();
        var payment = World.payment(person, "380.00", "2023-11-02");
        voucher = payment.get("voucherNo");
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
    }

    private static List<Money> stations() {
        return List.of(balance("TAX_ORGAN"), balance("TREASURY"), balance("FISCAL_ACCOUNT"));
    }

    private static ValidatableResponse list(String role, String county, String query) {
        return World.as(role, role, county)
                .get(ROOT + "treasury-confirmations?" + query)
                .then()
                .statusCode(200);
    }

    private String confirmation(String stage) {
        return list("finance", World.COUNTY, "state=BOOKED&voucherNo=" + voucher + "&stage=" + stage)
                .extract()
                .path("items[0].confirmationId");
    }

    private static ValidatableResponse propose(String confirmation) {
        return World.as("finance", "finance", World.COUNTY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("reason", "回单金额录错"))
                .post(ROOT + "treasury-confirmations/" + confirmation + "/reversal")
                .then();
    }

    private static ValidatableResponse decide(String role, String county, String reversal, String how) {
        return World.as(role, role, county)
                .post(ROOT + "treasury-reversals/" + reversal + "/" + how)
                .then();
    }

    private void reversed(String stage) {
        String reversal = propose(confirmation(stage)).statusCode(201).extract().path("reversal.reversalId");
        decide("county_approver", World.COUNTY, reversal, "approval")
                .statusCode(200)
                .body("state", equalTo("REVERSED"));
    }

    @Test
    @DisplayName("报错的国库确认：两人冲销，分录冲回，原确认留存；同一条再来不再记账，正确的可以重报，缴费上见入库日期")
    void whatWasReportedWronglyIsReversedByTwo() {
        var before = stations();
        confirm(voucher, "RECEIVED", "308.00", "2023-11-03").body("booked", equalTo(1));
        confirm(voucher, "RECEIVED", "380.00", "2023-11-04")
                .body("lines[0].code", equalTo("TREASURY_CONFIRMATION_DIFFERS"));
        payments(person).body("[0].treasuryOn", equalTo("2023-11-03"));
        var wrong = confirmation("RECEIVED");
        String reversal = propose(wrong).statusCode(201).extract().path("reversal.reversalId");
        propose(wrong).statusCode(409).body("code", equalTo("TREASURY_REVERSAL_ALREADY_PROPOSED"));
        list("county_approver", World.COUNTY, "reversal=PROPOSED&voucherNo=" + voucher)
                .body("items[0].reversal.reason", equalTo("回单金额录错"));
        decide("finance", World.COUNTY, reversal, "approval")
                .statusCode(409)
                .body("code", equalTo("TREASURY_REVERSAL_NEEDS_TWO_PERSONS"));
        decide("county_approver", World.OTHER_COUNTY, reversal, "approval").statusCode(404);
        decide("county_approver", World.COUNTY, reversal, "approval")
                .statusCode(200)
                .body("state", equalTo("REVERSED"), "reversal.decidedBy", equalTo("county_approver"));
        decide("county_approver", World.COUNTY, reversal, "rejection")
                .statusCode(409)
                .body("code", equalTo("TREASURY_REVERSAL_ALREADY_DECIDED"));
        assertEquals(before, stations());
        payments(person).body("[0].treasuryOn", nullValue());
        confirm(voucher, "RECEIVED", "308.00", "2023-11-03")
                .body("lines[0].code", equalTo("TREASURY_CONFIRMATION_REVERSED"));
        confirm(voucher, "RECEIVED", "380.00", "2023-11-04").body("booked", equalTo(1));
        payments(person).body("[0].treasuryOn", equalTo("2023-11-04"));
        assertEquals(before.get(1).plus(PAID), balance("TREASURY"));
        propose(wrong).statusCode(409).body("code", equalTo("TREASURY_REVERSAL_UNFIT"));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("不予冲销的，确认照旧")
    void whatIsRejectedStands() {
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03").body("booked", equalTo(1));
        var before = stations();
        String reversal =
                propose(confirmation("RECEIVED")).statusCode(201).extract().path("reversal.reversalId");
        decide("county_approver", World.COUNTY, reversal, "rejection")
                .statusCode(200)
                .body("state", equalTo("BOOKED"), "reversal.state", equalTo("REJECTED"));
        assertEquals(before, stations());
    }

    @Test
    @DisplayName("退回税务机关的税票重新入库：是第二次入库，第一次留存；冲销只冲第二次")
    void aReturnedVoucherIsReceivedAnew() {
        var before = stations();
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03").body("booked", equalTo(1));
        confirm(voucher, "RETURNED", "380.00", "2023-11-06").body("booked", equalTo(1));
        assertEquals(before, stations());
        payments(person).body("[0].returnedOn", equalTo("2023-11-06"));
        confirm(voucher, "REMITTED", "380.00", "2023-11-20").body("lines[0].code", equalTo("TREASURY_STAGE_UNFIT"));
        confirm(voucher, "RECEIVED", "380.00", "2023-11-05").body("lines[0].code", equalTo("TREASURY_STAGE_UNFIT"));
        confirm(voucher, "RECEIVED", "380.00", "2023-11-10").body("booked", equalTo(1));
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03").body("repeated", equalTo(1));
        confirm(voucher, "RETURNED", "380.00", "2023-11-06").body("repeated", equalTo(1));
        payments(person).body("[0].treasuryOn", equalTo("2023-11-10"), "[0].returnedOn", nullValue());
        list("auditor", World.AREA + "/", "voucherNo=" + voucher)
                .body("items.state", equalTo(List.of("RETURNED", "RETURNED", "BOOKED")))
                .body("items.attempt", equalTo(List.of(1, 1, 2)));
        assertEquals(before.get(1).plus(PAID), balance("TREASURY"));
        reversed("RECEIVED");
        assertEquals(before, stations());
        confirm(voucher, "RECEIVED", "380.00", "2023-11-11").body("booked", equalTo(1));
        confirm(voucher, "REMITTED", "380.00", "2023-11-12").body("booked", equalTo(1));
        assertEquals(before.get(2).plus(PAID), balance("FISCAL_ACCOUNT"));
    }

    @Test
    @DisplayName("随缴费报来、没有单号的确认冲销后，写明单号的同日同额是另一次，照收；不写单号的仍是原来那一次")
    void aNumberTellsTheNextFromTheReversed() {
        var pushed = World.payment(world.villager(), "380.00", "2023-11-02");
        pushed = new HashMap<>(pushed);
        pushed.put("treasuryOn", "2023-11-03");
        pushed.put("remittedOn", "2023-11-10");
        World.tax().body(pushed).post(ROOT + "payments").then().statusCode(200);
        voucher = pushed.get("voucherNo");
        var before = stations();
        numbered("REMITTED", "2023-11-10", "SJ-8").body("repeated", equalTo(1));
        reversed("REMITTED");
        reversed("RECEIVED");
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03")
                .body("lines[0].code", equalTo("TREASURY_CONFIRMATION_REVERSED"));
        numbered("RECEIVED", "2023-11-03", "RK-NEW-1").body("booked", equalTo(1));
        numbered("RECEIVED", "2023-11-03", "RK-NEW-1").body("repeated", equalTo(1));
        numbered("REMITTED", "2023-11-10", "SJ-9").body("booked", equalTo(1));
        assertEquals(before, stations());
    }

    @Test
    @DisplayName("没有单号的入库退回后，当日写明单号重新入库：是下一次，款在国库；退回之前日期的重发不算")
    void aNumberTellsTheNextFromTheReturned() {
        var before = stations();
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03").body("booked", equalTo(1));
        confirm(voucher, "RETURNED", "380.00", "2023-11-03").body("booked", equalTo(1));
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03").body("repeated", equalTo(1));
        assertEquals(before, stations());
        numbered("RECEIVED", "2023-11-03", "RK-AGAIN").body("booked", equalTo(1));
        numbered("RECEIVED", "2023-11-03", "RK-AGAIN").body("repeated", equalTo(1));
        assertEquals(before.get(1).plus(PAID), balance("TREASURY"));
        numbered("RETURNED", "2023-11-08", "TH-2").body("booked", equalTo(1));
        numbered("RECEIVED", "2023-11-03", "RK-AGAIN").body("repeated", equalTo(1));
        Books.assertBalanced();
    }

    private ValidatableResponse numbered(String stage, String day, String number) {
        return confirm(voucher, stage, day, Map.of("documentNo", number));
    }

    @Test
    @DisplayName("与缴费对不上的确认照实记下，回执当场说明：金额不同、缴费已冲正")
    void whatDoesNotFitThePaymentIsSaidAtOnce() {
        confirm(voucher, "RECEIVED", "3800.00", "2023-11-03")
                .body("lines[0].status", equalTo("BOOKED"), "lines[0].detail", containsString("380.00"));
        var other = World.payment(world.villager(), "380.00", "2023-11-02");
        World.tax().body(other).post(ROOT + "payments").then().statusCode(200);
        var reversal = new HashMap<>(other);
        reversal.putAll(Map.of(
                "voucherNo", "C" + World.next() + "000000", "kind", "REVERSAL", "reverses", other.get("voucherNo")));
        World.tax()
                .body(reversal)
                .post(ROOT + "payments")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REVERSED"));
        confirm(other.get("voucherNo"), "RECEIVED", "380.00", "2023-11-03")
                .body("lines[0].status", equalTo("BOOKED"), "lines[0].detail", containsString("已冲正"));
        var right = World.payment(world.villager(), "380.00", "2023-11-02");
        World.tax().body(right).post(ROOT + "payments").then().statusCode(200);
        confirm(right.get("voucherNo"), "RECEIVED", "380.00", "2023-11-03").body("lines[0].detail", nullValue());
    }

    @Test
    @DisplayName("入库在先：上解先到的等着；金额须相同，上解后不能再退回；有上解的入库先冲上解")
    void stagesComeInTheirOrder() {
        var before = stations();
        confirm(voucher, "REMITTED", "380.00", "2023-11-10").body("booked", equalTo(1));
        assertEquals(before, stations());
        list("finance", World.COUNTY, "voucherNo=" + voucher).body("items[0].state", equalTo("WAITS_FOR_RECEIVED"));
        confirm(voucher, "RECEIVED", "300.00", "2023-11-03").body("lines[0].code", equalTo("TREASURY_STAGE_UNFIT"));
        confirm(voucher, "RECEIVED", "380.00", "2023-11-11").body("lines[0].code", equalTo("TREASURY_STAGE_UNFIT"));
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03").body("booked", equalTo(1));
        assertEquals(before.get(2).plus(PAID), balance("FISCAL_ACCOUNT"));
        confirm(voucher, "RETURNED", "380.00", "2023-11-12").body("lines[0].code", equalTo("TREASURY_STAGE_UNFIT"));
        propose(confirmation("RECEIVED")).statusCode(409).body("code", equalTo("TREASURY_REVERSAL_UNFIT"));
        reversed("REMITTED");
        reversed("RECEIVED");
        assertEquals(before, stations());
    }

    @Test
    @DisplayName("退费已按款项所在下达的，不能再冲销国库确认")
    void aRefundRestsOnIt() {
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03").body("booked", equalTo(1));
        ordered(request(person, "employee_insurance", "2023-12-20"));
        propose(confirmation("RECEIVED")).statusCode(409).body("code", equalTo("TREASURY_REVERSAL_UNFIT"));
    }

    @Test
    @DisplayName("税务机关只看本机关的确认，看不到经办人的冲销申请；按页接着取")
    void theTaxOrganSeesItsOwn() {
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03").body("booked", equalTo(1));
        propose(confirmation("RECEIVED")).statusCode(201);
        World.tax()
                .get(ROOT + "treasury-confirmations?voucherNo=" + voucher)
                .then()
                .body("items.size()", equalTo(1), "items[0].reversal", nullValue());
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.tax("13609999999"))
                .get(ROOT + "treasury-confirmations?voucherNo=" + voucher)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        list("county_reviewer", World.OTHER_COUNTY, "voucherNo=" + voucher).body("items.size()", equalTo(0));
        confirm(voucher, "REMITTED", "380.00", "2023-11-05").body("booked", equalTo(1));
        String next = list("finance", World.COUNTY, "limit=1&voucherNo=" + voucher)
                .body("items.stage", equalTo(List.of("RECEIVED")))
                .extract()
                .path("next");
        World.as("finance", "finance", World.COUNTY)
                .queryParam("after", next)
                .get(ROOT + "treasury-confirmations?limit=2&voucherNo=" + voucher)
                .then()
                .body("items.stage", equalTo(List.of("REMITTED")), "next", nullValue());
    }
}
