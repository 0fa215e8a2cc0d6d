package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ProviderAndCatalogueTest {

    @Test
    @DisplayName("登记机构及协议；同一资格日期重叠的协议被拒绝")
    void agreementsOfOneQualificationDoNotOverlap() {
        provider("H36090200011", "甲医院", "secondary");
        hospital("H36090200011")
                .get(BASE + "providers/H36090200011")
                .then()
                .statusCode(200)
                .body("level", equalTo("secondary"), "agreements", hasSize(2), "area", equalTo("360900"));
        post(admin(), "providers/H36090200011/agreements", key(), """
                {"qualification": "INPATIENT", "validFrom": "2024-06-01", "decision": "协议3"}
                """)
                .statusCode(409)
                .body("code", equalTo("AGREEMENT_OVERLAPS"));
        post(admin(), "providers/H36090200011/agreements", key(), """
                {"qualification": "INPATIENT", "validFrom": "2025-01-01", "decision": "协议3"}
                """)
                .statusCode(200)
                .body("agreements", hasSize(3));
        post(admin(), "providers/H36090200011/agreements", key(), """
                {"qualification": "INPATIENT", "validFrom": "2025-01-01", "validTo": "2025-12-31", "decision": "协议3，一年"}
                """)
                .statusCode(200)
                .body("agreements", hasSize(3), "agreements.validTo", hasItem("2025-12-31"));
    }

    @Test
    @DisplayName("外县人员不能登记本县机构；医院不能登记机构")
    void onlyStaffOfThePlaceMayRegister() {
        var body = """
                {"code": "H36090200012", "name": "乙医院", "divisionPath": "360900/360902/", "level": "secondary",
                 "traditional": false, "agreements": []}
                """;
        post(as(Tokens.staff("county_reviewer", "other", "360900/360921/")), "providers", key(), body)
                .statusCode(403)
                .body("code", equalTo("OUTSIDE_SCOPE"));
        var withLaw = body.replace("H36090200012", "H13100200012").replace("360900/360902/", "131000/131002/");
        post(admin(), "providers", key(), withLaw).statusCode(403).body("code", equalTo("OUTSIDE_SCOPE"));
        var farAway = body.replace("H36090200012", "H44010000012").replace("360900/360902/", "440100/440103/");
        post(admin(), "providers", key(), farAway).statusCode(201).body("divisionPath", equalTo("440100/440103/"));
        post(hospital(), "providers", key(), body).statusCode(403).body("code", equalTo("ACCESS_DENIED"));
        post(admin(), "providers", key(), body.replace("secondary", "fourth"))
                .statusCode(400)
                .body("code", equalTo("PROVIDER_VALUE_UNKNOWN"), "errors[0].pointer", equalTo("/level"));
    }

    @Test
    @DisplayName("目录按版本维护：新生效日结束前一版本")
    void aNewVersionEndsTheOneBefore() {
        policy().body("""
                {"area": "360900", "items": [
                  {"code": "T001", "name": "测试药 㼆𠮷·", "itemClass": "A", "kind": "drug", "traditional": false, "validFrom": "2024-01-01",
                   "paymentStandards": {"tertiary": "12.50"}},
                  {"code": "T001", "name": "测试药 㼆𠮷·", "itemClass": "B", "kind": "drug", "traditional": false, "validFrom": "2024-07-01"}]}
                """).put(BASE + "catalogue/items").then().statusCode(200).body("written", equalTo(2));
        policy().get(BASE + "catalogue/items?area=360900&on=2024-06-30&after=T000&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].itemClass", equalTo("A"), "items[0].validTo", equalTo("2024-06-30"))
                .body("items[0].paymentStandards.tertiary", equalTo("12.50"), "items[0].name", equalTo("测试药 㼆𠮷·"));
        policy().get(BASE + "catalogue/items?area=360900&on=2024-07-01&after=T000&limit=1")
                .then()
                .body("items[0].itemClass", equalTo("B"));
    }

    @Test
    @DisplayName("目录取值错误、重复、越权：问题说明，什么也不保存")
    void wrongCatalogueRowsAreProblems() {
        var item = """
                {"code": "T009", "name": "n", "itemClass": "A", "kind": "drug", "traditional": false, "validFrom": "2024-01-01"}
                """;
        policy().body("{\"area\": \"360900\", \"items\": [" + item.replace("drug", "toy") + "]}")
                .put(BASE + "catalogue/items")
                .then()
                .statusCode(400)
                .body("code", equalTo("CATALOGUE_VALUE_UNKNOWN"), "errors[0].pointer", equalTo("/items/0/kind"));
        policy().body("{\"area\": \"360900\", \"items\": [" + item + "," + item + "]}")
                .put(BASE + "catalogue/items")
                .then()
                .statusCode(400)
                .body("code", equalTo("CATALOGUE_ITEM_REPEATED"), "errors[0].pointer", equalTo("/items/1/code"));
        reviewer()
                .body("{\"area\": \"360900\", \"items\": [" + item + "]}")
                .put(BASE + "catalogue/items")
                .then()
                .statusCode(403)
                .body("code", equalTo("OUTSIDE_SCOPE"), "detail", containsString("市级"));
        as(Tokens.staff("policy", "p", "150400/"))
                .body("{\"area\": \"360900\", \"items\": [" + item + "]}")
                .put(BASE + "catalogue/items")
                .then()
                .statusCode(403)
                .body("code", equalTo("OUTSIDE_SCOPE"));
        policy().get(BASE + "catalogue/items?area=360900&on=2024-07-01&after=T008&limit=1")
                .then()
                .body("items.findAll { it.code == 'T009' }", empty());
    }

    private static ValidatableResponse item(String code, String more) {
        return policy().body("""
                {"area": "360900", "items": [{"code": "%s", "name": "n", "itemClass": "A", "kind": "drug",
                  "traditional": false, "validFrom": "2024-01-01"%s}]}
                """.formatted(code, more))
                .put(BASE + "catalogue/items")
                .then();
    }

    @Test
    @DisplayName("目录的终止日早于生效日、支付标准为负、编码带空格或逗号：400，指向该字段")
    void faultsOfAnItemArePointedOut() {
        item("T010", ", \"validTo\": \"2023-01-01\"")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/items/0/validTo"));
        item("T010", ", \"paymentStandards\": {\"tertiary\": \"-5.00\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/items/0/paymentStandards/tertiary"));
        item("  A B", "").statusCode(400).body("errors[0].pointer", equalTo("/items/0/code"));
        item("YP，01", "").statusCode(400);
        item("T010", ", \"validTo\": \"2024-01-01\"").statusCode(200);
    }

    @Test
    @DisplayName("机构类别只用法规的词；药店没有类别：400，指向该字段")
    void aKindIsAWordOfTheLaw() {
        for (var wrong : List.of("H36090200078", "P36090200078")) {
            post(admin(), "providers", key(), """
                            {"code": "%s", "name": "店", "divisionPath": "%s", "level": "%s", "kind": "药店",
                             "traditional": false, "agreements": []}
                            """.formatted(wrong, COUNTY, wrong.startsWith("P") ? "" : "primary"))
                    .statusCode(400)
                    .body("code", equalTo("PROVIDER_VALUE_UNKNOWN"), "errors[0].pointer", equalTo("/kind"));
        }
    }

    @Test
    @DisplayName("院内码对照：只能维护本机构")
    void aHospitalMapsItsOwnCodesOnly() {
        provider(HOSPITAL, "示范医院", "tertiary");
        var pairs = "[{\"ownCode\": \"YP1\", \"code\": \"T001\"}]";
        hospital()
                .body(pairs)
                .put(BASE + "providers/" + HOSPITAL + "/item-codes")
                .then()
                .statusCode(200);
        hospital()
                .get(BASE + "providers/" + HOSPITAL + "/item-codes?after=YP0")
                .then()
                .statusCode(200)
                .body("find { it.ownCode == 'YP1' }.code", equalTo("T001"));
        hospital("H36090200099")
                .get(BASE + "providers/" + HOSPITAL + "/item-codes")
                .then()
                .statusCode(403);
        hospital("H36090200099")
                .body(pairs)
                .put(BASE + "providers/" + HOSPITAL + "/item-codes")
                .then()
                .statusCode(403)
                .body("code", equalTo("OUTSIDE_SCOPE"));
    }
}
