package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 各项限额的剩余: with the person's own standing, recognitions and quarter. */
@ClaimsTest
class YearlyLimitsTest extends Care {

    private static final String CLINIC = "H36090200058";

    private static ValidatableResponse limits(String area, UUID person) {
        return as(Tokens.staff("auditor", "auditor", area + "/"))
                .get(BASE + "persons/" + person + "/accumulators?benefitYear=2024")
                .then()
                .statusCode(200);
    }

    private static void clinic(String code, String county, String level, String qualification) {
        var area = county.substring(0, county.indexOf('/') + 1);
        post(as(Tokens.staff("system_admin", "admin", area)), "providers", key(), """
                        {"code": "%s", "name": "门诊部", "divisionPath": "%s", "level": "%s", "kind": "", "traditional": false,
                         "agreements": [{"qualification": "%s", "validFrom": "2024-01-01", "decision": "协议"}]}
                        """.formatted(
                                code, county, level, qualification))
                .statusCode(201);
    }

    private static void visit(String hospital, UUID person, String careType, String day, String units) {
        post(
                        hospital(hospital),
                        "settlements",
                        key(),
                        Bills.ofPerson(person)
                                .careType(careType)
                                .from(day, day)
                                .item("PRESSURE-DRUG", units, "100", units + "00.00")
                                .json())
                .statusCode(201);
    }

    @Test
    @DisplayName("宜春：村级门诊为当年缴费的 60%，两病、慢特病按本人认定的病种，大病保险按身份；没有认定的列出各类")
    void limitsFollowThePersonsOwnFacts() {
        clinic(CLINIC, COUNTY, "primary", "OUTPATIENT");
        var person = covered("限某");
        recognised(COUNTY, person, "2024-01-01", "\"twoDisease\": {\"disease\": \"hypertension\"}");
        visit(CLINIC, person, "9901", "2024-03-05", "2");

        limits("360900", person)
                .body("limits.find { it.accumulator == 'two_disease_paid_ytd' }.limit", equalTo("400.00"))
                .body("limits.find { it.accumulator == 'two_disease_paid_ytd' }.left", equalTo("270.00"))
                .body("limits.find { it.accumulator == 'outpatient_paid_ytd_village' }.limit", equalTo("228.00"))
                .body("limits.find { it.accumulator == 'outpatient_paid_ytd_county_tcm' }.left", equalTo("350.00"))
                .body("limits.find { it.accumulator == 'cii_paid_ytd' }.limit", equalTo("250000.00"))
                .body("limits.find { it.accumulator == 'chronic_paid_ytd' }.limit", nullValue())
                .body("limits.find { it.accumulator == 'chronic_paid_ytd' }.cases.高血压病", equalTo("5000.00"))
                .body("limits.find { it.accumulator == 'chronic_paid_ytd' }.own", is(false));
        clerk(TOWNSHIP)
                .get(BASE + "persons/" + person + "/yearly-account?benefitYear=2024")
                .then()
                .statusCode(200)
                .body("limits.accumulator", hasItems("two_disease_paid_ytd", "pool_paid_ytd"))
                .body("limits.accumulator", not(hasItem("chronic_paid_ytd")));

        var chronic = covered("慢某");
        recognised(COUNTY, chronic, "2024-01-01", "\"chronic\": {\"diseases\": [\"结核病\", \"慢性肾病\", \"恶性肿瘤\"]}");
        limits("360900", chronic)
                .body("limits.find { it.accumulator == 'chronic_paid_ytd' }.left", equalTo("11000.00"))
                .body("limits.find { it.accumulator == 'pool_paid_ytd' }.left", equalTo("100000.00"));
    }

    @Test
    @DisplayName("廊坊：两病各有各的限额和剩余（A21）")
    void eachDiseaseHasItsOwnLine() {
        var city = new OtherCity(feeds);
        var person = city.covered("分某");
        var county = OtherCity.AREA + "/131002/";
        recognised(county, person, "2024-01-01", "\"twoDisease\": {\"disease\": \"both\"}");
        post(
                        hospital(OtherCity.HOSPITAL),
                        "settlements",
                        key(),
                        Bills.ofPerson(person)
                                .careType("9901")
                                .from("2024-03-05", "2024-03-05")
                                .circumstances("{\"twoDisease\": \"diabetes\"}")
                                .item("SUGAR-DRUG", "2", "100", "200.00")
                                .json())
                .statusCode(201);

        limits(OtherCity.AREA, person)
                .body("limits.findAll { it.accumulator == 'two_disease_paid_ytd' }.left", hasItems("225.00", "275.00"))
                .body("limits.findAll { it.accumulator == 'two_disease_paid_ytd' }", hasSize(2));
    }

    @Test
    @DisplayName("朝阳：季度限额看本季度，别的季度用的不算")
    void aQuartersLimitIsThatOfTheQuarter() {
        var county = "211300/211302/";
        var clinic = "H21130200001";
        OtherCity.catalogue("211300", Bills.CATALOGUE);
        clinic(clinic, county, "primary", "OUTPATIENT");
        var person = feeds.person(Ids.next(), "季某", county + "211302001/211302001201/");
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        visit(clinic, person, "11", "2024-03-05", "1");
        visit(clinic, person, "11", "2024-11-05", "1");

        limits("211300", person)
                .body("limits.find { it.accumulator == 'outpatient_paid_quarter' }.limit", equalTo("50.00"))
                .body("limits.find { it.accumulator == 'outpatient_paid_quarter' }.used", equalTo("50.00"))
                .body("limits.find { it.accumulator == 'outpatient_paid_quarter' }.left", equalTo("0.00"));
    }
}
