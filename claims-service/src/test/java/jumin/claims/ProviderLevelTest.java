package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ProviderLevelTest extends Care {

    private static final String CODE = "H36090200013";
    private static final String LATER = "H36090200014";

    @Test
    @DisplayName("医院升级：此前入院的按原级别的起付标准，当日起按新的；同一变更不能登记两次；更正登记各日都按此")
    void careIsJudgedByTheLevelOfItsDay() {
        provider(CODE, "升级医院", "secondary");
        entered("tertiary", "\"standingFrom\": \"2024-06-01\",").statusCode(201).body("level", equalTo("tertiary"));
        entered("tertiary", "\"standingFrom\": \"2024-06-01\",")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/standingFrom"));

        deductible("2024-05-31", "400.00");
        deductible("2024-06-01", "600.00");

        entered("primary", "").statusCode(201);
        deductible("2024-05-31", "400.00");
        deductible("2024-06-01", "100.00");
    }

    @Test
    @DisplayName("级别变更补登记：那些日子的决定列入待重算，按当日的级别重算起付标准和支付标准；更早入院的不动")
    void aLateChangeOfLevelPutsTheDecisionsOfItsDaysOnTheList() {
        provider(LATER, "补登记医院", "secondary");
        var before = stay("2024-02-20", "2024-02-28");
        var after = stay("2024-03-02", "2024-03-08");
        hospital(LATER)
                .get(BASE + "settlements/" + after)
                .then()
                .body("amounts.deductible", equalTo("400.00"), "amounts.overCeiling", equalTo("6000.00"));

        entered(LATER, "tertiary", "\"standingFrom\": \"2024-03-01\",").statusCode(201);

        var item = Until.holds(() -> item(after), found -> found != null);
        assertThat(item.get("changed").toString(), containsString("provider"));
        assertThat(item(before), nullValue());
        RedoListTest.order(approver(), "{\"settlementIds\": [\"" + after + "\"], \"reason\": \"级别补登记\"}");
        String redone = hospital(LATER)
                .get(BASE + "settlements/" + after)
                .then()
                .extract()
                .path("replacedBy");
        hospital(LATER)
                .get(BASE + "settlements/" + redone)
                .then()
                .body("amounts.deductible", equalTo("600.00"), "amounts.overCeiling", equalTo("3000.00"));
        hospital(LATER)
                .get(BASE + "settlements/" + redone + "/statement")
                .then()
                .body("care.providerLevel", equalTo("三级"), "items[0].remarkCode", equalTo("OVER_CEILING"))
                .body("items[0].remark", containsString("3,000.00"));
    }

    @Test
    @DisplayName("外地医院没有本地经办机构：一个县可以登记，已登记的级别由市级变更")
    void aHospitalFarAwayIsChangedByTheCity() {
        var far = "H31010100015";
        at(reviewer(), far, "secondary").statusCode(201);
        at(reviewer(), far, "secondary").statusCode(201);
        at(reviewer(), far, "tertiary").statusCode(403).body("code", equalTo("OUTSIDE_SCOPE"));
        at(admin(), far, "tertiary").statusCode(201);
    }

    private static ValidatableResponse at(RequestSpecification by, String code, String level) {
        return post(by, "providers", key(), """
                {"code": "%s", "name": "外地医院", "divisionPath": "310100/310101/", "level": "%s", "kind": "",
                 "traditional": false, "agreements": []}
                """.formatted(code, level));
    }

    private String stay(String from, String to) {
        return post(
                        hospital(LATER),
                        "settlements",
                        key(),
                        Bills.ofPerson(covered("级某"))
                                .from(from, to)
                                .item("B-STENT", "1", "18000", "18000.00")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
    }

    private static Map<String, Object> item(String settlement) {
        return approver()
                .get(BASE + "redo-items?benefitYear=2024&limit=1000")
                .then()
                .extract()
                .path("items.find { it.settlementId == '" + settlement + "' }");
    }

    private static ValidatableResponse entered(String level, String from) {
        return entered(CODE, level, from);
    }

    private static ValidatableResponse entered(String code, String level, String from) {
        return post(admin(), "providers", key(), """
                {"code": "%s", "name": "升级医院", "divisionPath": "%s", "level": "%s", %s
                 "traditional": false, "agreements": []}
                """.formatted(code, COUNTY, level, from));
    }

    private void deductible(String admission, String expected) {
        var bill = Bills.ofPerson(covered("级某"))
                .from(admission, "2024-06-05")
                .item("A-SERVICE", "10", "100", "1000.00")
                .json();
        hospital(CODE)
                .body(bill)
                .post(BASE + "pre-settlements")
                .then()
                .statusCode(200)
                .body("amounts.deductible", equalTo(expected));
    }
}
