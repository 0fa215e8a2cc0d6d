package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class CatalogueRestrictionTest extends Care {

    @BeforeEach
    void drugsThatAreNotPaidForEverything() {
        policy().body("""
                        {"area": "360900", "items": [
                          {"code": "R-LEVEL", "name": "限基层用药", "itemClass": "A", "kind": "drug", "traditional": false,
                           "validFrom": "2024-01-01", "restriction": {"text": "限一级及以下医疗机构", "levels": ["primary", "township"]}},
                          {"code": "R-DIAGNOSIS", "name": "限心梗用药", "itemClass": "A", "kind": "drug", "traditional": false,
                           "validFrom": "2024-01-01", "restriction": {"text": "限急性心肌梗死", "diagnoses": ["I21"]}},
                          {"code": "R-WORDS", "name": "限抢救用药", "itemClass": "A", "kind": "drug", "traditional": false,
                           "validFrom": "2024-01-01", "restriction": {"text": "限急救、抢救"}}]}
                        """).put(BASE + "catalogue/items").then().statusCode(200);
    }

    @Test
    @DisplayName("限定支付范围：不符合的不在支付范围并写明原文，符合的照付，账单看不出的照付并列为待核实")
    void whatIsOutsideTheRestrictionIsNotPaid() {
        settle(Bills.ofPerson(covered("限某"))
                        .item("R-LEVEL", "10", "100", "1000.00")
                        .item("R-DIAGNOSIS", "10", "100", "1000.00")
                        .item("R-WORDS", "10", "100", "1000.00")
                        .json())
                .statusCode(201)
                .body("amounts.ownExpense", equalTo("1000.00"), "amounts.eligibleAmount", equalTo("2000.00"))
                .body("remarks.find { it.lineNo == 1 }.remarkCode", equalTo("RESTRICTION_NOT_MET"))
                .body("remarks.find { it.lineNo == 1 }.remark", containsString("限一级及以下医疗机构"))
                .body("remarks.size()", equalTo(1))
                .body("unverified", hasItem(allOf(containsString("第 3 行"), containsString("限急救、抢救"))));
    }

    @Test
    @DisplayName("目录查询看得到限定支付范围；没有原文的被拒绝")
    void theRestrictionIsPartOfTheCatalogue() {
        policy().get(BASE + "catalogue/items?area=360900&on=2024-03-02&after=R-DIAGNOSI&limit=1")
                .then()
                .body("items[0].restriction.text", equalTo("限急性心肌梗死"))
                .body("items[0].restriction.diagnoses", contains("I21"));
        policy().body("""
                        {"area": "360900", "items": [{"code": "R-NONE", "name": "药", "itemClass": "A", "kind": "drug",
                          "traditional": false, "validFrom": "2024-01-01", "restriction": {"levels": ["primary"]}}]}
                        """).put(BASE + "catalogue/items").then().statusCode(400);
    }
}
