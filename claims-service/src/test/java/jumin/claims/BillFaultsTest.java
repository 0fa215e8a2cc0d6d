package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class BillFaultsTest {

    @Inject
    Feeds feeds;

    @Inject
    Tables tables;

    private UUID person;

    @BeforeEach
    void aCoveredPerson() {
        provider(HOSPITAL, "示范医院", "tertiary");
        policy().body(Bills.CATALOGUE).put(BASE + "catalogue/items").then().statusCode(200);
        feeds.standard(2024, "380.00", "\"35000.00\"");
        person = feeds.person(Ids.next(), "冯某", VILLAGE);
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
    }

    private ValidatableResponse settle(String bill) {
        return post(hospital(), "settlements", key(), bill);
    }

    private Bills bill() {
        return Bills.ofPerson(person);
    }

    @Test
    @DisplayName("金额与数量乘单价差一分可以，差两分不行；总额须等于合计")
    void amountsMustAgree() {
        settle(bill().item("A-DRUG", "3", "33.333333", "100.00").json()).statusCode(201);
        settle(bill().week(1).item("A-DRUG", "3", "33.333333", "100.01").json()).statusCode(201);
        settle(bill().item("A-DRUG", "3", "33.333333", "100.02").json())
                .statusCode(400)
                .body("code", equalTo("ITEM_AMOUNT_DIFFERS"), "errors[0].pointer", equalTo("/items/0/amount"));
        settle(bill().item("A-DRUG", "1", "100", "100.00").json("100.01"))
                .statusCode(400)
                .body("code", equalTo("TOTAL_DIFFERS"), "errors[0].pointer", equalTo("/totalAmount"));
    }

    @Test
    @DisplayName("缺少的栏目用中文说必填，不说 null")
    void whatIsMissingIsSaidInChinese() {
        settle("{}").statusCode(400).body("errors.find { it.pointer == '/items' }.message", equalTo("必填"));
    }

    @Test
    @DisplayName("金额 0 与 99,999,999.99 可以结算，再多一分、负数不行")
    void theEdgesOfAmountsAreHandled() {
        settle(bill().item("A-DRUG", "0", "10", "0.00").json())
                .statusCode(201)
                .body("amounts.personPay", equalTo("0.00"));
        settle(bill().week(1).item("A-DRUG", "1", "99999999.99", "99999999.99").json())
                .statusCode(201)
                .body("amounts.poolPay", equalTo("100000.00"));
        settle(bill().item("A-DRUG", "1", "100000000", "100000000.00").json())
                .statusCode(400)
                .body("code", equalTo("AMOUNT_OUT_OF_RANGE"));
        settle(bill().item("A-DRUG", "1", "10", "-10.00").json())
                .statusCode(400)
                .body("code", equalTo("AMOUNT_OUT_OF_RANGE"));
        settle(bill().item("A-DRUG", "999999999999", "999999999999", "10.00").json())
                .statusCode(400)
                .body("code", equalTo("ITEM_AMOUNT_DIFFERS"));
    }

    @Test
    @DisplayName("10,000 条明细的账单照常结算")
    void tenThousandItemsAreSettled() {
        var bill = bill();
        for (var i = 0; i < 10_000; i++) {
            bill.item(i % 3 == 0 ? "B-DRUG" : "A-DRUG", "1", "1.00", "1.00");
        }
        settle(bill.json()).statusCode(201).body("amounts.totalAmount", equalTo("10000.00"));
    }

    @Test
    @DisplayName("日期颠倒、明细不在就诊期间、未来出院、类别不认识：问题说明，什么也不保存")
    void wrongFactsAreProblems() {
        settle(bill().from("2024-03-20", "2024-03-02")
                        .item("A-DRUG", "1", "1", "1.00")
                        .json())
                .statusCode(400)
                .body("code", equalTo("CARE_DATES_INVALID"));
        settle(bill().from("2099-03-02", "2099-03-20")
                        .item("A-DRUG", "1", "1", "1.00")
                        .json())
                .body("code", equalTo("CARE_DATES_INVALID"));
        settle(bill().careType("777").item("A-DRUG", "1", "1", "1.00").json())
                .body("code", equalTo("CARE_TYPE_UNKNOWN"));
        settle(bill().circumstances("{\"exclusionCause\": \"bad_luck\"}")
                        .item("A-DRUG", "1", "1", "1.00")
                        .json())
                .statusCode(400)
                .body("code", equalTo("CIRCUMSTANCE_NOT_KNOWN"));
        settle(bill().item("A-DRUG", "1", "1", "1.00")
                        .item("A-DRUG", "1", "1", "1.00")
                        .json()
                        .replace("\"lineNo\": 2", "\"lineNo\": 1"))
                .body("code", equalTo("ITEM_LINE_REPEATED"));
        settle(Bills.of("360902197005069998", "无名")
                        .item("A-DRUG", "1", "1", "1.00")
                        .json())
                .statusCode(422)
                .body("code", equalTo("PERSON_NOT_IDENTIFIED"));
        settle("{\"person\": {}, \"items\": []}").statusCode(400).body("code", equalTo("FIELD_INVALID"));
        post(
                        hospital(),
                        "settlements",
                        "",
                        bill().item("A-DRUG", "1", "1", "1.00").json())
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
        assertThat(tables.count("settlement", person), is(0L));
    }

    @Test
    @DisplayName("院内码对照后按对照的项目归类；类别按费用当日的目录版本")
    void ownCodesAndVersionsDecideTheClass() {
        hospital()
                .body("[{\"ownCode\": \"YP-77\", \"code\": \"V-DRUG\"}]")
                .put(BASE + "providers/" + HOSPITAL + "/item-codes")
                .then()
                .statusCode(200);
        policy().body("""
                {"area": "360900", "items": [
                  {"code": "V-DRUG", "name": "变更药", "itemClass": "B", "kind": "drug", "traditional": false, "validFrom": "2024-01-01"},
                  {"code": "V-DRUG", "name": "变更药", "itemClass": "A", "kind": "drug", "traditional": false, "validFrom": "2024-07-01"}]}
                """).put(BASE + "catalogue/items").then().statusCode(200);

        settle(bill().item("YP-77", "10", "100", "1000.00").json()).body("amounts.prepayment", equalTo("150.00"));
        settle(bill().from("2024-07-01", "2024-07-03")
                        .item("YP-77", "10", "100", "1000.00")
                        .json())
                .body("amounts.prepayment", equalTo("0.00"), "amounts.eligibleAmount", equalTo("1000.00"));
        settle(bill().from("2024-07-03", "2024-07-05")
                        .item("YP-78", "10", "100", "1000.00")
                        .json())
                .statusCode(201)
                .body("amounts.ownExpense", equalTo("1000.00"), "remarks[0].remarkCode", equalTo("NOT_IN_CATALOGUE"));
    }

    @Test
    @DisplayName("第二十三条 村级门诊：单次封顶、年度封顶按个人缴费标准")
    void aVillageClinicVisitUsesTheOutpatientPool() {
        var clinic = """
                {"code": "H36090200077", "name": "青石村卫生室", "divisionPath": "%s", "level": "village", "kind": "village",
                 "traditional": false, "agreements": [{"qualification": "OUTPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(VILLAGE);
        post(admin(), "providers", key(), clinic).statusCode(201);
        var visit = bill().careType("11")
                .from("2024-05-10", "2024-05-10")
                .item("A-DRUG", "10", "10", "100.00")
                .json();

        post(hospital("H36090200077"), "settlements", key(), visit)
                .statusCode(201)
                .body("amounts.poolPay", equalTo("60.00"), "amounts.personPay", equalTo("40.00"));
        assertThat(tables.sums(person), hasEntry("outpatient_paid_ytd_village", 60_00L));
    }
}
