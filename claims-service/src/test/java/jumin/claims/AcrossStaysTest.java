package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 转院与跨年度: what was borne before counts only as far as the text lets it. */
@ClaimsTest
class AcrossStaysTest extends Care {

    private static final String PRIMARY = "H13100200061";
    private static final String SECONDARY = "H13100200062";

    private OtherCity city;

    @BeforeEach
    void aCityWithTheRules() {
        city = new OtherCity(feeds);
        city.hospital(PRIMARY, "primary");
        city.hospital(SECONDARY, "secondary");
    }

    private static ValidatableResponse stay(String hospital, UUID person, String from, String to) {
        return post(
                hospital(hospital),
                "settlements",
                key(),
                Bills.ofPerson(person)
                        .from(from, to)
                        .item("A-SERVICE", "100", "100", "10000.00")
                        .json());
    }

    private static void referred(String to, UUID person, String from, String day, String admission) {
        post(hospital(to), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "%s",
                         "details": {"referral": {"fromProvider": "%s", "transferredOn": "%s"}}}
                        """.formatted(person, admission, from, day))
                .statusCode(201);
    }

    @Test
    @DisplayName("第十六条（六） 中间一次日期不连续的：从它起重新计算，更早承担的不再带下去")
    void aTransferThatWasNotContinuousBeginsAnew() {
        var person = city.covered("链某");
        stay(PRIMARY, person, "2024-03-02", "2024-03-05").body("amounts.deductible", equalTo("200.00"));
        referred(SECONDARY, person, PRIMARY, "2024-03-05", "2024-03-10");
        stay(SECONDARY, person, "2024-03-10", "2024-03-15").body("amounts.deductible", equalTo("500.00"));
        referred(OtherCity.HOSPITAL, person, SECONDARY, "2024-03-15", "2024-03-15");
        stay(OtherCity.HOSPITAL, person, "2024-03-15", "2024-03-20").body("amounts.deductible", equalTo("1000.00"));
    }

    @Test
    @DisplayName("第十六条（六） 两次都连续的：只补到最高一级的起付标准")
    void aChainOfThreeBearsTheHighestDeductibleOnce() {
        var person = city.covered("连某");
        stay(PRIMARY, person, "2024-03-02", "2024-03-05").body("amounts.deductible", equalTo("200.00"));
        referred(SECONDARY, person, PRIMARY, "2024-03-05", "2024-03-05");
        stay(SECONDARY, person, "2024-03-05", "2024-03-10").body("amounts.deductible", equalTo("300.00"));
        referred(OtherCity.HOSPITAL, person, SECONDARY, "2024-03-10", "2024-03-10");
        stay(OtherCity.HOSPITAL, person, "2024-03-10", "2024-03-20").body("amounts.deductible", equalTo("1000.00"));
    }

    @Test
    @DisplayName("第二十一条 统筹区内跨年度住院没有中途结账的暂缓；统筹区外的按出院年度")
    void aStayAcrossTheYearsWaitsForItsInterimBill() {
        var person = city.covered("跨某");
        feeds.covered(person, 2025, "2025-01-01", "2025-12-31");

        stay(OtherCity.HOSPITAL, person, "2024-12-20", "2025-01-10")
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons[0].code", equalTo("YEAR_END_BILL_MISSING"))
                .body("reasons[0].cure", containsString("中途结账"));
        post(admin(), "providers", key(), """
                        {"code": "H13010000063", "name": "省内医院", "divisionPath": "130100/130102/", "level": "tertiary",
                         "kind": "", "traditional": false, "agreements": [
                          {"qualification": "INPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                        """).statusCode(201);
        stay("H13010000063", person, "2024-12-20", "2025-01-10")
                .statusCode(201)
                .body("benefitYear", equalTo(2025), "amounts.poolPay", equalTo("5100.00"));
    }

    @Test
    @DisplayName("第二十一条 没有就诊登记的（零星报销）：上年末中途结账，次年接着算，起付标准只算一次")
    void withoutARegisteredEncounterTheSecondBillGoesOnFromTheFirst() {
        var person = city.covered("续某");
        feeds.covered(person, 2025, "2025-01-01", "2025-12-31");
        var first = Bills.ofPerson(person)
                .from("2024-12-20", "2024-12-31")
                .item("A-SERVICE", "25", "100", "2500.00")
                .json()
                .replaceFirst("\\{", "{\"interim\": true, ");
        post(hospital(SECONDARY), "settlements", key(), first)
                .statusCode(201)
                .body("amounts.deductible", equalTo("500.00"), "amounts.poolPay", equalTo("1500.00"));

        var second = Bills.ofPerson(person)
                .from("2025-01-01", "2025-01-10")
                .item("A-SERVICE", "25", "100", "2500.00")
                .json();
        post(hospital(SECONDARY), "settlements", key(), second)
                .statusCode(201)
                .body("amounts.deductible", equalTo("0.00"), "amounts.poolPay", equalTo("1875.00"));
        var other = city.covered("别某");
        feeds.covered(other, 2025, "2025-01-01", "2025-12-31");
        stay(SECONDARY, other, "2024-12-20", "2024-12-31").body("amounts.deductible", equalTo("500.00"));
        stay(SECONDARY, other, "2025-01-01", "2025-01-10").body("amounts.deductible", equalTo("500.00"));
    }

    @Test
    @DisplayName("第二十一条 上年没有待遇的，没有可以中途结账的：出院后结算，只付有待遇的各日")
    void aYearWithoutCoverNeedsNoBillOfItsOwn() {
        var person = feeds.person(Ids.next(), "未某", "131000/131002/131002001/131002001201/");
        feeds.covered(person, 2024, "2024-01-01", "2024-06-30");
        feeds.covered(person, 2025, "2025-01-01", "2025-12-31");
        post(
                        hospital(SECONDARY),
                        "settlements",
                        key(),
                        Bills.ofPerson(person)
                                .from("2024-12-20", "2025-01-10")
                                .item("A-SERVICE", "10", "100", "1000.00")
                                .on("2024-12-25")
                                .item("A-SERVICE", "25", "100", "2500.00")
                                .on("2025-01-02")
                                .json())
                .statusCode(201)
                .body("benefitYear", equalTo(2025), "amounts.poolPay", equalTo("1500.00"))
                .body("amounts.ownExpense", equalTo("1000.00"));
    }

    @Test
    @DisplayName("没有中途结账规定的统筹区：出院后一次结算，一次住院一个起付标准（A20）")
    void withoutTheRuleThereIsNoBillBeforeTheDischarge() {
        var person = covered("中某");
        String encounter = post(hospital(), "encounters", key(), """
                        {"person": {"personId": "%s"}, "careType": "21", "admittedAt": "2024-03-02T09:00:00+08:00",
                         "diagnosisCode": "I21.900", "diagnosisName": "急性心肌梗死"}
                        """.formatted(person))
                .statusCode(201)
                .extract()
                .path("id");
        settle(Bills.ofPerson(person)
                        .from("2024-03-02", "2024-03-10")
                        .item("A-SERVICE", "10", "100", "1000.00")
                        .json()
                        .replaceFirst("\\{", "{\"interim\": true, \"encounter\": \"" + encounter + "\", "))
                .statusCode(422)
                .body("code", equalTo("INTERIM_BILL_NOT_ALLOWED"), "errors[0].pointer", equalTo("/interim"));
    }
}
