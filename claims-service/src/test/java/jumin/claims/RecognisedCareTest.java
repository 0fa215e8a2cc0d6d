package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 门诊慢特病和两病: several recognitions of one person stand beside each other. */
@ClaimsTest
class RecognisedCareTest extends Care {

    private static final String CHRONIC_CLINIC = "H36090200055";
    private static final String PRIMARY = "H36090200056";

    private OtherCity city;

    @BeforeEach
    void hospitalsForThem() {
        city = new OtherCity(feeds);
        clinic(CHRONIC_CLINIC, "tertiary", "CHRONIC");
        clinic(PRIMARY, "primary", "OUTPATIENT");
    }

    private static void clinic(String code, String level, String qualification) {
        post(admin(), "providers", key(), """
                        {"code": "%s", "name": "门诊", "divisionPath": "%s", "level": "%s", "kind": "", "traditional": false,
                         "agreements": [{"qualification": "%s", "validFrom": "2024-01-01", "decision": "协议"}]}
                        """.formatted(code, COUNTY, level, qualification))
                .statusCode(201);
    }

    private static RequestSpecification approver(String county) {
        return as(Tokens.staff("county_approver", "approver", county));
    }

    private static void chronic(UUID person, String diseases) {
        recognised(COUNTY, person, "2024-01-01", "\"chronic\": {\"diseases\": [" + diseases + "]}");
    }

    private static Bills visit(UUID person, String careType, String day, String amount) {
        var units = amount.substring(0, amount.length() - "00.00".length());
        return Bills.ofPerson(person)
                .careType(careType)
                .from(day, day)
                .item(careType.equals("9901") ? "PRESSURE-DRUG" : "A-DRUG", units, "100", amount);
    }

    private static ValidatableResponse at(String hospital, Bills bill) {
        return post(hospital(hospital), "settlements", key(), bill.json());
    }

    private static String treating(String disease) {
        return "{\"twoDisease\": \"" + disease + "\"}";
    }

    @Test
    @DisplayName("第二十五条（二） 认定了一种的，治疗另一种不能按慢特病结算，写明缺哪一种")
    void whoIsRecognisedForOneDiseaseIsNotForAnother() {
        var person = covered("慢某");
        chronic(person, "\"高血压病\"");

        at(CHRONIC_CLINIC, visit(person, "14", "2024-03-05", "1000.00").circumstances("{\"diseases\": [\"冠心病\"]}"))
                .statusCode(422)
                .body("code", equalTo("RECOGNITION_MISSING"), "detail", containsString("冠心病"));
        at(CHRONIC_CLINIC, visit(person, "14", "2024-03-05", "1000.00").circumstances("{\"diseases\": [\"高血压病\"]}"))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("600.00"));
    }

    @Test
    @DisplayName("第二十五条 Ⅰ类、Ⅱ类都认定的须写明治疗的病种，Ⅱ类的限额不因有Ⅰ类而放开")
    void theClassFollowsWhatIsTreated() {
        var person = covered("特某");
        chronic(person, "\"恶性肿瘤\"");
        chronic(person, "\"高血压病\"");

        at(CHRONIC_CLINIC, visit(person, "14", "2024-03-05", "10000.00"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/circumstances/diseases"));
        at(CHRONIC_CLINIC, visit(person, "14", "2024-03-05", "10000.00").circumstances("{\"diseases\": [\"高血压病\"]}"))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("5000.00"));
        at(CHRONIC_CLINIC, visit(person, "14", "2024-03-06", "10000.00").circumstances("{\"diseases\": [\"恶性肿瘤\"]}"))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("6000.00"));
    }

    @Test
    @DisplayName("第二十五条（三） 多个Ⅱ类病种一个限额：最高的加 2,000，不论本次治疗哪一种（A44）")
    void theLimitOfSeveralDiseasesIsCommonToThem() {
        var person = covered("众某");
        chronic(person, "\"高血压病\"");
        chronic(person, "\"糖尿病\"");

        at(CHRONIC_CLINIC, visit(person, "14", "2024-03-05", "10000.00").circumstances("{\"diseases\": [\"高血压病\"]}"))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("6000.00"));
        at(CHRONIC_CLINIC, visit(person, "14", "2024-03-06", "10000.00").circumstances("{\"diseases\": [\"糖尿病\"]}"))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("2000.00"));
    }

    @Test
    @DisplayName("第二十五条 没有写病种的已结算账单，后来又认定了另一类的：仍按结算时的类别，不列入待重算")
    void aClassThatIsRecognisedLaterDoesNotChangeWhatWasDecided() {
        var person = covered("后某");
        chronic(person, "\"高血压病\"");
        at(CHRONIC_CLINIC, visit(person, "14", "2024-03-05", "10000.00"))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("5000.00"));

        recognised(COUNTY, person, "2023-12-01", "\"chronic\": {\"diseases\": [\"恶性肿瘤\"]}");
        Until.holds(() -> tables.suspects(), waiting -> waiting == 0);
        approver(COUNTY)
                .get(BASE + "redo-items?benefitYear=2024&limit=1000&state=OPEN")
                .then()
                .statusCode(200)
                .body("items.findAll { it.personId == '" + person + "' }", empty());
    }

    @Test
    @DisplayName("第二十六条 两病先后认定：合并的年度限额 900")
    void bothRecognitionsCountTogetherWhereTheTextSaysSo() {
        var person = covered("双某");
        recognised(COUNTY, person, "2024-01-01", "\"twoDisease\": {\"disease\": \"hypertension\"}");
        at(PRIMARY, visit(person, "9901", "2024-03-05", "1000.00"))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("400.00"));
        recognised(COUNTY, person, "2024-05-01", "\"twoDisease\": {\"disease\": \"diabetes\"}");
        at(PRIMARY, visit(person, "9901", "2024-06-05", "1000.00"))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("500.00"));
    }

    @Test
    @DisplayName("第二十六条 两病只支付目录标注为降血压、降血糖的药品；其他药品写明原因，由个人负担")
    void onlyDrugsForTheTwoDiseasesArePaid() {
        var person = covered("药某");
        recognised(COUNTY, person, "2024-01-01", "\"twoDisease\": {\"disease\": \"hypertension\"}");
        String settlement = at(
                        PRIMARY,
                        Bills.ofPerson(person)
                                .careType("9901")
                                .from("2024-03-05", "2024-03-05")
                                .item("PRESSURE-DRUG", "2", "100", "200.00")
                                .item("SUGAR-DRUG", "1", "100", "100.00")
                                .item("A-DRUG", "3", "100", "300.00")
                                .item("C-DRUG", "1", "50", "50.00"))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("195.00"), "amounts.ownExpense", equalTo("350.00"))
                .body("remarks.find { it.lineNo == 3 }.remarkCode", equalTo("USE_NOT_PAID"))
                .body("remarks.find { it.lineNo == 3 }.remark", containsString("降血压、降血糖"))
                .body("remarks.find { it.lineNo == 3 }.amount", equalTo("300.00"))
                .body("remarks.find { it.lineNo == 4 }.remarkCode", equalTo("CLASS_C"))
                .body("remarks.size()", equalTo(2))
                .extract()
                .path("settlementId");
        hospital(PRIMARY)
                .get(BASE + "settlements/" + settlement + "/replay")
                .then()
                .body("identical", equalTo(true));
        policy().get(BASE + "catalogue/items?area=360900&on=2024-03-02&after=PRESSURE-DRU&limit=1")
                .then()
                .body("items[0].uses", contains("blood_pressure"));
        policy().body("""
                        {"area": "360900", "items": [{"code": "USE-NONE", "name": "药", "itemClass": "A", "kind": "drug",
                          "traditional": false, "validFrom": "2024-01-01", "uses": ["headache"]}]}
                        """)
                .put(BASE + "catalogue/items")
                .then()
                .statusCode(400)
                .body("code", equalTo("CATALOGUE_VALUE_UNKNOWN"));
    }

    @Test
    @DisplayName("第十六条（五） 两病各按各的限额、各自累计；都认定的分病种申报，没有认定的不付（A21）")
    void eachDiseaseHasItsOwnLimitWhereTheTextSaysSo() {
        var county = OtherCity.AREA + "/131002/";
        var person = city.covered("分某");
        recognised(county, person, "2024-01-01", "\"twoDisease\": {\"disease\": \"hypertension\"}");
        at(OtherCity.HOSPITAL, visit(person, "9901", "2024-03-05", "1000.00"))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("225.00"));
        at(OtherCity.HOSPITAL, visit(person, "9901", "2024-03-06", "1000.00").circumstances(treating("diabetes")))
                .statusCode(422)
                .body("code", equalTo("RECOGNITION_MISSING"));

        recognised(county, person, "2024-05-01", "\"twoDisease\": {\"disease\": \"diabetes\"}");
        at(OtherCity.HOSPITAL, visit(person, "9901", "2024-06-05", "1000.00"))
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons[0].code", equalTo("DISEASE_NOT_NAMED"));
        at(OtherCity.HOSPITAL, visit(person, "9901", "2024-06-06", "1000.00").circumstances(treating("hypertension")))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("0.00"));
        at(OtherCity.HOSPITAL, visit(person, "9901", "2024-06-07", "1000.00").circumstances(treating("diabetes")))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("375.00"));
    }
}
