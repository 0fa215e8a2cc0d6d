package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ItemPrepaymentTest extends Care {

    private static final String AREA = "150400";
    private static final String PLACE = "H15040200009";

    private static final String ITEMS = """
            {"area": "360900", "items": [
              {"code": "B-OWN", "name": "自治区目录写明比例的乙类药", "itemClass": "B", "kind": "drug", "traditional": false,
               "validFrom": "2024-01-01", "prepayment": "0.05"},
              {"code": "B-PLAIN", "name": "没有写明比例的乙类药", "itemClass": "B", "kind": "drug", "traditional": false,
               "validFrom": "2024-01-01"}]}
            """;

    private static Bills bill(Object person, String year) {
        return Bills.ofPerson(person)
                .from(year + "-03-02", year + "-03-20")
                .item("B-OWN", "100", "100", "10000.00")
                .item("B-PLAIN", "10", "100", "1000.00");
    }

    @Test
    @DisplayName("赤峰第二十六条：比例由自治区目录规定，目录写明的按目录（5%），没有写明的按统一的比例；结算单各列一行")
    void theCataloguesRateCountsWhereTheTextLeavesItToIt() {
        OtherCity.catalogue(AREA, ITEMS);
        post(as(Tokens.staff("system_admin", "admin", AREA + "/")), "providers", key(), """
                        {"code": "%s", "name": "示范医院", "divisionPath": "150400/150402/", "level": "tertiary", "kind": "",
                         "traditional": false, "agreements": [
                          {"qualification": "INPATIENT", "validFrom": "2024-01-01", "decision": "协议1"}]}
                        """.formatted(PLACE))
                .statusCode(201);
        var person = feeds.person(Ids.next(), "白某", "150400/150402/150402001/150402001201/");
        feeds.covered(person, 2025, "2025-01-01", "2025-12-31");

        String settlement = post(
                        hospital(PLACE),
                        "settlements",
                        key(),
                        bill(person, "2025").json())
                .statusCode(201)
                .body("amounts.prepayment", equalTo("600.00"), "amounts.eligibleAmount", equalTo("10400.00"))
                .body("amounts.poolPay", equalTo("5640.00"))
                .extract()
                .path("settlementId");
        hospital(PLACE)
                .get(BASE + "settlements/" + settlement + "/statement")
                .then()
                .body("items.prepayment", contains("0.05", null))
                .body("lines.sentence", hasItem("乙类药品先行自付（目录所定比例）  10,000.00 × 5%"))
                .body("lines.find { it.sentence.contains('目录所定') }.article", equalTo("第二十六条"))
                .body("lines.sentence", hasItem("乙类药品先行自付  1,000.00 × 10%"));
        hospital(PLACE)
                .get(BASE + "settlements/" + settlement + "/replay")
                .then()
                .body("identical", equalTo(true));
    }

    @Test
    @DisplayName("宜春第二十九条：条文写明乙类药 15%，不看目录所定的比例")
    void whereTheTextNamesTheRateItStands() {
        policy().body(ITEMS).put(BASE + "catalogue/items").then().statusCode(200);

        preSettle(bill(covered("曹某"), "2024").json()).statusCode(200).body("amounts.prepayment", equalTo("1650.00"));
    }
}
