package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What one care hands on to the next, in a city whose text has these rules. */
@ClaimsTest
class ChainedCareTest extends Care {

    private static final String SECONDARY = "H13100200002";

    private OtherCity city;

    @BeforeEach
    void aCityWithTheRules() {
        city = new OtherCity(feeds);
        city.hospital(SECONDARY, "secondary");
    }

    private static ValidatableResponse at(String hospital, String bill) {
        return post(hospital(hospital), "settlements", key(), bill);
    }

    private static String file(String hospital, UUID person, String from, String details) {
        return post(hospital(hospital), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "%s", "details": {%s}}
                        """.formatted(person, from, details))
                .statusCode(201)
                .body("state", equalTo("EFFECTIVE"))
                .extract()
                .path("id");
    }

    @Test
    @DisplayName("第十六条（六） 外检外购：备案的先行自付 10% 后按所去机构的比例付；没有备案的不付，写明")
    void anOutsidePurchaseIsPaidWhenItWasFiled() {
        var person = city.covered("车某");
        var filing = file(
                OtherCity.HOSPITAL,
                person,
                "2024-03-01",
                "\"outsidePurchase\": {\"providerLevel\": \"tertiary\", \"area\": \"310100\"}");

        at(OtherCity.HOSPITAL, bought(person, filing).json())
                .statusCode(201)
                .body("amounts.poolPay", equalTo("5640.00"), "amounts.personPay", equalTo("5360.00"));
        var unfiled = city.covered("侯某");
        at(OtherCity.HOSPITAL, bought(unfiled, UUID.randomUUID().toString()).json())
                .statusCode(201)
                .body("amounts.poolPay", equalTo("5100.00"), "amounts.ownExpense", equalTo("1000.00"))
                .body("remarks[0].remarkCode", equalTo("PURCHASE_NOT_FILED"));
    }

    private static Bills bought(UUID person, String filing) {
        return Bills.ofPerson(person)
                .item("A-SERVICE", "100", "100", "10000.00")
                .item("A-DRUG", "10", "100", "1000.00")
                .with("\"outsidePurchase\": \"" + filing + "\"");
    }

    @Test
    @DisplayName("第十六条（六） 转诊：日期连续、由低到高只补起付标准的差额；没有转诊的重新计算")
    void aReferralPaysTheDifferenceOfTheDeductibles() {
        var person = city.covered("甘某");
        at(SECONDARY, stay(person, "2024-03-02", "2024-03-10"))
                .statusCode(201)
                .body("amounts.deductible", equalTo("500.00"), "amounts.poolPay", equalTo("7125.00"));
        file(
                OtherCity.HOSPITAL,
                person,
                "2024-03-10",
                "\"referral\": {\"fromProvider\": \"" + SECONDARY + "\", \"transferredOn\": \"2024-03-10\"}");
        at(OtherCity.HOSPITAL, stay(person, "2024-03-10", "2024-03-20"))
                .statusCode(201)
                .body("amounts.deductible", equalTo("1000.00"), "amounts.poolPay", equalTo("5400.00"));

        var other = city.covered("岑某");
        at(SECONDARY, stay(other, "2024-03-02", "2024-03-10")).statusCode(201);
        at(OtherCity.HOSPITAL, stay(other, "2024-03-10", "2024-03-20"))
                .statusCode(201)
                .body("amounts.deductible", equalTo("1500.00"));
    }

    private static String stay(UUID person, String from, String to) {
        return Bills.ofPerson(person)
                .from(from, to)
                .item("A-SERVICE", "100", "100", "10000.00")
                .json();
    }

    @Test
    @DisplayName("第二十一条 跨年度：年末中途结账，两年分别计算，起付标准只算一次，未满的带到下一年")
    void theDeductibleIsBorneOnceAcrossTheYears() {
        var person = city.covered("利某");
        feeds.covered(person, 2025, "2025-01-01", "2025-12-31");
        String encounter = post(hospital(OtherCity.HOSPITAL), "encounters", key(), """
                        {"person": {"personId": "%s"}, "careType": "21", "admittedAt": "2024-12-20T09:00:00+08:00",
                         "diagnosisCode": "I21.900", "diagnosisName": "急性心肌梗死"}
                        """.formatted(person))
                .statusCode(201)
                .extract()
                .path("id");
        var first = Bills.ofPerson(person)
                .from("2024-12-20", "2024-12-31")
                .item("A-DRUG", "3", "100", "300.00")
                .json()
                .replaceFirst("\\{", "{\"interim\": true, \"encounter\": \"" + encounter + "\", ");
        at(OtherCity.HOSPITAL, first)
                .statusCode(201)
                .body("benefitYear", equalTo(2024), "amounts.deductible", equalTo("300.00"))
                .body("amounts.poolPay", equalTo("0.00"));

        var second = Bills.ofPerson(person)
                .from("2025-01-01", "2025-01-10")
                .item("A-DRUG", "50", "100", "5000.00")
                .json()
                .replaceFirst("\\{", "{\"encounter\": \"" + encounter + "\", ");
        at(OtherCity.HOSPITAL, second)
                .statusCode(201)
                .body("benefitYear", equalTo(2025), "amounts.deductible", equalTo("1200.00"))
                .body("amounts.poolPay", equalTo("2280.00"));
    }

    private static ValidatableResponse listed(UUID person) {
        Until.holds(
                () -> OtherCity.reviewer()
                        .get(BASE + "redo-items?benefitYear=2024&limit=1000")
                        .then()
                        .extract()
                        .<List<String>>path("items.personId"),
                persons -> persons.contains(person.toString()));
        return OtherCity.reviewer()
                .get(BASE + "redo-items?benefitYear=2024&limit=1000")
                .then()
                .rootPath("items.find { it.personId == '" + person + "' }");
    }

    private static String refer(UUID person) {
        return file(
                OtherCity.HOSPITAL,
                person,
                "2024-03-10",
                "\"referral\": {\"fromProvider\": \"" + SECONDARY + "\", \"transferredOn\": \"2024-03-10\"}");
    }

    @Test
    @DisplayName("第十六条（六） 转诊补办：后一次住院列入待重算，起付标准只补差额；前次冲正后又列入")
    void aLateReferralAndALostOneAreListed() {
        var person = city.covered("边某");
        String first = at(SECONDARY, stay(person, "2024-03-02", "2024-03-10"))
                .extract()
                .path("settlementId");
        String second = at(OtherCity.HOSPITAL, stay(person, "2024-03-10", "2024-03-20"))
                .body("amounts.deductible", equalTo("1500.00"))
                .extract()
                .path("settlementId");
        refer(person);
        listed(person)
                .body("settlementId", equalTo(second), "changed", hasItem("filing"))
                .body("difference.poolPay", equalTo("300.00"));

        var other = city.covered("宓某");
        String before =
                at(SECONDARY, stay(other, "2024-03-02", "2024-03-10")).extract().path("settlementId");
        refer(other);
        at(OtherCity.HOSPITAL, stay(other, "2024-03-10", "2024-03-20")).body("amounts.deductible", equalTo("1000.00"));
        post(hospital(SECONDARY), "settlements/" + before + "/reversal", key(), "{\"reason\": \"收费有误\"}")
                .statusCode(201);
        listed(other).body("difference.poolPay", equalTo("-300.00"));
    }

    @Test
    @DisplayName("第十六条（六） 转出机构后结算：后一次住院列入待重算")
    void theStayBeforeMayBeSettledLater() {
        var person = city.covered("扈某");
        refer(person);
        String second = at(OtherCity.HOSPITAL, stay(person, "2024-03-10", "2024-03-20"))
                .body("amounts.deductible", equalTo("1500.00"))
                .extract()
                .path("settlementId");
        at(SECONDARY, stay(person, "2024-03-02", "2024-03-10")).statusCode(201);

        listed(person).body("settlementId", equalTo(second), "difference.poolPay", equalTo("300.00"));
    }

    @Test
    @DisplayName("第十六条（六） 外检外购备案撤销的：原来支付的列入待重算；撤销以后结算的不付")
    void aPurchaseUnderAFilingThatNoLongerHoldsIsNotPaid() {
        var person = city.covered("燕某");
        var filing = file(
                OtherCity.HOSPITAL,
                person,
                "2024-03-01",
                "\"outsidePurchase\": {\"providerLevel\": \"tertiary\", \"area\": \"310100\"}");
        at(OtherCity.HOSPITAL, bought(person, filing).json()).body("amounts.poolPay", equalTo("5640.00"));
        OtherCity.reviewer()
                .body("{\"lastDay\": \"2024-02-01\", \"reason\": \"未外购\"}")
                .post(BASE + "filings/" + filing + "/ending")
                .then()
                .statusCode(200);

        listed(person).body("changed", hasItem("filing"), "difference.poolPay", equalTo("-540.00"));
        at(OtherCity.HOSPITAL, bought(person, filing).week(3).json())
                .statusCode(201)
                .body("remarks[0].remarkCode", equalTo("PURCHASE_NOT_FILED"));
    }
}
