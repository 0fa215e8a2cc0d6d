package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 定点零售药店: no hospital level; drugs of the two diseases, and 双通道 by an agreement of its own. */
@ClaimsTest
class PharmacyTest extends Care {

    private static final String CITY_PLACE = "131000/131002/";
    private static final String THERE = "P13100200001";
    private static final String HERE = "P36090200001";

    private static final String DIABETES = "\"twoDisease\": {\"disease\": \"diabetes\"}";

    private OtherCity city;

    @BeforeEach
    void pharmacies() {
        city = new OtherCity(feeds);
        register(THERE, CITY_PLACE, "", "OUTPATIENT", "DUAL_CHANNEL").statusCode(201);
        register(HERE, COUNTY, "", "OUTPATIENT").statusCode(201);
    }

    private static ValidatableResponse register(String code, String place, String level, String... qualifications) {
        var agreements = java.util.stream.Stream.of(qualifications)
                .map("""
                        {"qualification": "%s", "validFrom": "2024-01-01", "decision": "药店协议"}"""::formatted)
                .collect(java.util.stream.Collectors.joining(","));
        var area = place.substring(0, place.indexOf('/') + 1);
        return post(as(Tokens.staff("system_admin", "admin", area)), "providers", key(), """
                        {"code": "%s", "name": "康民大药房", "divisionPath": "%s", %s "traditional": false, "agreements": [%s]}
                        """.formatted(
                        code, place, level.isEmpty() ? "" : "\"level\": \"" + level + "\",", agreements));
    }

    private static ValidatableResponse sold(String pharmacy, UUID person, String careType) {
        var bill = Bills.ofPerson(person)
                .careType(careType)
                .from("2024-03-05", "2024-03-05")
                .item("SUGAR-DRUG", "2", "100", "200.00")
                .item("A-DRUG", "1", "100", "100.00");
        return post(hospital(pharmacy), "settlements", key(), bill.json());
    }

    @Test
    @DisplayName("廊坊第十六条（五）、第二十二条：药店没有级别，两病用药照条文支付；结算单写零售药店；重放一致")
    void drugsOfTheTwoDiseasesArePaidAtAPharmacy() {
        var person = city.covered("购某");
        recognised(CITY_PLACE, person, "2024-01-01", DIABETES);

        String settlement = sold(THERE, person, "9901")
                .statusCode(201)
                .body("amounts.poolPay", equalTo("100.00"), "amounts.ownExpense", equalTo("100.00"))
                .extract()
                .path("settlementId");
        hospital(THERE)
                .get(BASE + "settlements/" + settlement + "/statement")
                .then()
                .body("care.providerLevel", equalTo("零售药店"));
        hospital(THERE)
                .get(BASE + "settlements/" + settlement + "/replay")
                .then()
                .body("identical", equalTo(true));
    }

    @Test
    @DisplayName("宜春第二十六条按医疗机构级别定比例，没有写药店：暂缓并写明缺什么，不是零也不按别的级别")
    void whereTheRateGoesByLevelAPharmacyHasNone() {
        var person = covered("无某");
        recognised(COUNTY, person, "2024-01-01", DIABETES);
        sold(HERE, person, "9901")
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons.code", contains("PARAMETER_MISSING"))
                .body("reasons[0].article", equalTo("第二十六条"));
    }

    @Test
    @DisplayName("廊坊第二十二条 双通道：相关规定没有公布，暂缓并写明缺什么，不是错误，也不按住院或门诊支付")
    void theDualChannelWaitsForItsRule() {
        sold(THERE, city.covered("双某"), "dual_channel")
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons[0].code", equalTo("PARAMETER_MISSING"))
                .body("reasons[0].article", equalTo("第二十二条"));
    }

    @Test
    @DisplayName("药店不收治住院：没有住院资格，也不能登记；有级别的药店、没有级别的医院都不收")
    void aPharmacyTakesNobodyIn() {
        register("P13100200002", CITY_PLACE, "", "INPATIENT")
                .statusCode(400)
                .body("code", equalTo("PROVIDER_VALUE_UNKNOWN"));
        register("P13100200002", CITY_PLACE, "primary", "OUTPATIENT")
                .statusCode(400)
                .body("code", equalTo("PROVIDER_VALUE_UNKNOWN"));
        register("H13100200077", CITY_PLACE, "", "OUTPATIENT").statusCode(400);
        sold(THERE, city.covered("住某"), "21")
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"), "reasons.code", hasItem("PROVIDER_NOT_DESIGNATED"));
        hospital(THERE).get(BASE + "providers/" + THERE).then().body("level", equalTo(""));
    }
}
