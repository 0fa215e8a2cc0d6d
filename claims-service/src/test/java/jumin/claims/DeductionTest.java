package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is taken from a provider for findings: never more than it still holds of the settlement. */
@ClaimsTest
class DeductionTest extends Care {

    private LocalDate today;
    private YearMonth month;

    @BeforeEach
    void theDay() {
        today = LocalDate.parse(
                admin().get(BASE + "clock").then().extract().<String>path("now").substring(0, 10));
        month = YearMonth.from(today);
    }

    @AfterEach
    void theDayAgain() {
        itIs(today);
    }

    private static void itIs(LocalDate day) {
        admin().body("{\"now\": \"" + day + "T10:00:00\"}")
                .put(BASE + "clock")
                .then()
                .statusCode(anyOf(is(200), is(204)));
    }

    private static String aHospital(String code) {
        provider(code, "扣减医院", "tertiary");
        return code;
    }

    /** The fund pays 5,640.00 of it: (10,000 − 600) × 60%. */
    private static String settled(String code, UUID person) {
        var bill = Bills.ofPerson(person).item("A-SERVICE", "100", "100", "10000.00");
        return post(hospital(code), "settlements", key(), bill.json())
                .statusCode(201)
                .extract()
                .path("settlementId");
    }

    private static void takeBack(String code, String settlement) {
        post(hospital(code), "settlements/" + settlement + "/reversal", key(), "{\"reason\": \"收费有误\"}")
                .statusCode(201);
    }

    private static String raised(String settlement, String rule, String amount) {
        return post(reviewer(), "findings", key(), """
                        {"settlementId": "%s", "rule": "%s", "detail": "重复检查", "amount": "%s"}
                        """.formatted(settlement, rule, amount))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Upheld without an answer once the time to answer is over. */
    private String finalFinding(String settlement, String rule, String amount) {
        var id = raised(settlement, rule, amount);
        itIs(today.plusDays(40));
        approver()
                .body("{\"upheld\": true, \"reason\": \"核对病历\"}")
                .post(BASE + "findings/" + id + "/decision")
                .then()
                .statusCode(200)
                .body("state", equalTo("FINAL"));
        itIs(today);
        return id;
    }

    private ValidatableResponse statement(String code, YearMonth of) {
        itIs(of.plusMonths(1).atDay(2));
        return post(reviewer(), "monthly-statements", key(), """
                        {"provider": "%s", "area": "360900", "month": "%s", "retentionRate": "0.00"}
                        """.formatted(code, of))
                .statusCode(201);
    }

    @Test
    @DisplayName("结算被机构冲正后，待申辩的疑点撤销；再结算的不受影响")
    void aReversalDropsWhatIsStillOpen() {
        var code = aHospital("H36090200041");
        var settlement = settled(code, covered("柏某"));
        var finding = raised(settlement, "UNREASONABLE_CARE", "140.00");

        takeBack(code, settlement);

        reviewer()
                .get(BASE + "findings/" + finding)
                .then()
                .body("state", equalTo("DROPPED"), "decision", containsString("冲正"));
    }

    @Test
    @DisplayName("已终结而结算已冲正的：冲正收回了基金支付，不再扣减")
    void whatWasReversedIsNotDeductedAsWell() {
        var code = aHospital("H36090200042");
        var settlement = settled(code, covered("水某"));
        finalFinding(settlement, "UNREASONABLE_CARE", "140.00");
        takeBack(code, settlement);

        statement(code, month).body("poolPay", equalTo("0.00"), "deduction", equalTo("0.00"));
    }

    @Test
    @DisplayName("一次住院的两个疑点合计不超过机构就该结算得到的基金支付")
    void twoFindingsTakeNoMoreThanTheProviderHolds() {
        var code = aHospital("H36090200043");
        var settlement = settled(code, covered("窦某"));
        finalFinding(settlement, "IDENTITY_NOT_CHECKED", "5640.00");
        finalFinding(settlement, "UNREASONABLE_CARE", "140.00");

        statement(code, month)
                .body("deduction", equalTo("5640.00"), "payable", equalTo("0.00"), "findings", hasSize(1));
    }

    @Test
    @DisplayName("重算前后两笔结算各有疑点：同一就诊只按机构得到的扣减")
    void aRedoneSettlementIsOneCare() {
        var code = aHospital("H36090200044");
        var person = covered("云某");
        var settlement = post(
                        hospital(code),
                        "settlements",
                        key(),
                        Bills.ofPerson(person).worked().json())
                .extract()
                .<String>path("settlementId");
        String held = hospital(code)
                .get(BASE + "settlements/" + settlement)
                .then()
                .extract()
                .path("amounts.fundPay");
        finalFinding(settlement, "UNREASONABLE_CARE", held);
        feeds.category(person, "minimum_living", "2024-01-01");
        RedoListTest.redoOnce(person);
        String redone = hospital(code)
                .get(BASE + "settlements/" + settlement)
                .then()
                .extract()
                .path("replacedBy");
        finalFinding(redone, "UNREASONABLE_CARE", held);

        statement(code, month).body("deduction", equalTo(held), "payable", equalTo("0.00"));
    }

    @Test
    @DisplayName("扣减以后机构才冲正：下月结算单退回已扣的")
    void aDeductionIsGivenBackWhenTheSettlementIsReversedLater() {
        var code = aHospital("H36090200045");
        var settlement = settled(code, covered("章某"));
        var finding = finalFinding(settlement, "UNREASONABLE_CARE", "140.00");
        statement(code, month).body("deduction", equalTo("140.00"), "payable", equalTo("5500.00"));
        takeBack(code, settlement);

        statement(code, month.plusMonths(1))
                .body("poolPay", equalTo("-5640.00"), "deduction", equalTo("-140.00"))
                .body("payable", equalTo("-5500.00"), "findings", hasItem(finding));
        statement(code, month.plusMonths(2)).body("deduction", equalTo("0.00"), "findings", empty());
    }

    @Test
    @DisplayName("事后审核不在重算出的结算上重复提出同一规则")
    void aReviewDoesNotSayTheSameOfARedoneSettlement() {
        var person = covered("苏某");
        var first = Bills.ofPerson(person).from("2024-03-02", "2024-03-20").item("A-SERVICE", "100", "100", "10000.00");
        settle(first.json()).statusCode(201);
        var again =
                Bills.ofPerson(person).from("2024-03-21", "2024-03-25").item("A-SERVICE", "100", "1000", "100000.00");
        settle(again.json()).statusCode(201);
        assertThat(ReviewTest.findings(reviewer(), person), hasSize(1));
        feeds.category(person, "minimum_living", "2024-01-01");
        RedoListTest.redoOnce(person);

        ReviewTest.run(reviewer(), "360900");

        assertThat(ReviewTest.findings(reviewer(), person), hasSize(1));
    }
}
