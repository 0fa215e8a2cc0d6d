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

/** Where the care was given, as the person's own city's text sees the place. */
@ClaimsTest
class ElsewhereTest extends Care {

    private static final String CAPITAL = "H11010100001";
    private static final String FAR_AWAY = "H31010100002";

    private OtherCity city;

    @BeforeEach
    void hospitalsElsewhere() {
        city = new OtherCity(feeds);
        elsewhere(CAPITAL, "110100/110101/");
        elsewhere(FAR_AWAY, "310100/310101/");
    }

    private static void elsewhere(String code, String divisionPath) {
        post(admin(), "providers", key(), """
                        {"code": "%s", "name": "外地医院", "divisionPath": "%s", "level": "tertiary", "kind": "",
                         "traditional": false, "agreements": [
                          {"qualification": "INPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                        """.formatted(code, divisionPath)).statusCode(201);
    }

    private static Bills tenThousand(UUID person) {
        return Bills.ofPerson(person).item("A-SERVICE", "100", "100", "10000.00");
    }

    private static ValidatableResponse at(String hospital, Bills bill) {
        return post(hospital(hospital), "settlements", key(), bill.json());
    }

    private static String filed(String division, UUID person, String details) {
        return submitted(division, person, details).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse submitted(String division, UUID person, String details) {
        return post(as(Tokens.staff("county_reviewer", "reviewer", division)), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "2024-03-01", "details": {%s}}
                        """.formatted(
                        person, details));
    }

    @Test
    @DisplayName("第十六条（七）4 到京津住院：免备案，按统筹区内待遇；别的省仍须备案")
    void theNeighboursThatTheTextNamesAreOnPoolTerms() {
        var person = city.covered("冀某");

        at(CAPITAL, tenThousand(person))
                .statusCode(201)
                .body("amounts.offAreaPrepayment", equalTo("0.00"), "amounts.deductible", equalTo("1500.00"))
                .body("amounts.poolPay", equalTo("5100.00"));
        at(FAR_AWAY, tenThousand(person).week(2))
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons[0].code", equalTo("FILING_REQUIRED"));
    }

    @Test
    @DisplayName("第十六条（六） 到京津外检外购：按统筹区内待遇，不先行自付")
    void aPurchaseAtTheNeighboursIsOnPoolTerms() {
        var person = city.covered("京某");
        String filing = filed(
                OtherCity.AREA + "/131002/",
                person,
                "\"outsidePurchase\": {\"providerLevel\": \"tertiary\", \"area\": \"110100\"}");

        at(
                        OtherCity.HOSPITAL,
                        tenThousand(person)
                                .item("A-DRUG", "10", "100", "1000.00")
                                .with("\"outsidePurchase\": \"" + filing + "\""))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("5700.00"), "amounts.personPay", equalTo("5300.00"));
    }

    @Test
    @DisplayName("第十六条（六） 外检外购写明机构的：须已登记、当日是定点，级别、所在地相符；没有写的列为待核实")
    void thePlaceOfAPurchaseIsTheRegisteredOne() {
        var person = city.covered("购某");
        var county = OtherCity.AREA + "/131002/";
        var form = "\"outsidePurchase\": {\"providerLevel\": \"%s\", \"area\": \"%s\", \"provider\": \"%s\"}";
        for (var wrong : List.of(
                form.formatted("secondary", "110100", CAPITAL),
                form.formatted("tertiary", "310100", CAPITAL),
                form.formatted("tertiary", "110100", "H11010199999"))) {
            submitted(county, person, wrong).statusCode(400).body("code", equalTo("FILING_VALUE_UNKNOWN"));
        }
        String named = filed(county, person, form.formatted("tertiary", "110100", CAPITAL));
        String unnamed =
                filed(county, person, "\"outsidePurchase\": {\"providerLevel\": \"tertiary\", \"area\": \"110100\"}");

        at(OtherCity.HOSPITAL, tenThousand(person).with("\"outsidePurchase\": \"" + named + "\""))
                .statusCode(201)
                .body("unverified", empty());
        at(OtherCity.HOSPITAL, tenThousand(person).week(2).with("\"outsidePurchase\": \"" + unnamed + "\""))
                .statusCode(201)
                .body("unverified", hasItem(containsString("是否定点")));
    }

    @Test
    @DisplayName("别的统筹区的条文不分京津：跨省的照跨省（宜春 第二十八条）")
    void anotherTextDoesNotKnowThem() {
        at(CAPITAL, tenThousand(covered("赣某"))).statusCode(201).body("amounts.offAreaPrepayment", equalTo("2000.00"));
    }

    @Test
    @DisplayName("第十六条（七）3、第三十二条 学生休假实习：凭备案，医院填写的原因不予采用，写明")
    void aReasonIsNotTakenOnTheHospitalsWord() {
        var person = city.covered("津某");
        var bill = tenThousand(person).circumstances("{\"offAreaReason\": \"student_vacation\"}");

        at(FAR_AWAY, bill)
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons[0].code", equalTo("FILING_REQUIRED"))
                .body("unverified", hasItem(containsString("student_vacation")));
        filed(
                OtherCity.AREA + "/131002/",
                person,
                "\"offArea\": {\"reason\": \"student_vacation\", \"place\": \"31\"}");
        at(FAR_AWAY, bill).statusCode(201).body("amounts.poolPay", equalTo("5100.00"));
    }

    @Test
    @DisplayName("第二十八条 急诊抢救只有医院能证明：先按急诊，列为待核实")
    void anEmergencyIsTakenAndToBeVerified() {
        at(FAR_AWAY, tenThousand(covered("沪某")).circumstances("{\"offAreaReason\": \"emergency\"}"))
                .statusCode(201)
                .body("amounts.offAreaPrepayment", equalTo("1000.00"))
                .body("unverified", hasItem(containsString("急诊抢救")));
    }

    @Test
    @DisplayName("第二十八条 备案到县区的：在该县区就医即在备案地，不先行自付；备案到别处的不算")
    void aFilingMayNameTheCounty() {
        var there = covered("县某");
        filed(COUNTY, there, "\"offArea\": {\"reason\": \"long_term_resident\", \"place\": \"310101\"}");
        at(FAR_AWAY, tenThousand(there))
                .statusCode(201)
                .body("amounts.offAreaPrepayment", equalTo("0.00"), "amounts.poolPay", equalTo("5640.00"));

        var elsewhere = covered("区某");
        filed(COUNTY, elsewhere, "\"offArea\": {\"reason\": \"long_term_resident\", \"place\": \"310115\"}");
        at(FAR_AWAY, tenThousand(elsewhere)).statusCode(201).body("amounts.offAreaPrepayment", equalTo("2000.00"));
    }
}
