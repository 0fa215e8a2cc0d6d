package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class SettlementTest extends Care {

    @Test
    @DisplayName("第二十八、二十九、三十三、三十四条：三级医院低保住院 108,000.00 元，基金 82,488.11，个人 25,511.89")
    void theWorkedExampleComesOutToTheFen() {
        var person = poorPerson();

        settle(key(), Bills.ofPerson(person).worked().json())
                .statusCode(201)
                .header("Location", startsWith("/api/claims/v1/settlements/"))
                .body("outcome", equalTo("PAID"), "number", startsWith("JS"))
                .body("amounts.totalAmount", equalTo("108000.00"))
                .body("amounts.ownExpense", equalTo("2340.00"))
                .body("amounts.overCeiling", equalTo("6000.00"))
                .body("amounts.prepayment", equalTo("6219.00"))
                .body("amounts.eligibleAmount", equalTo("93441.00"))
                .body("amounts.deductible", equalTo("600.00"), "amounts.paymentRatio", equalTo("0.6"))
                .body("amounts.poolPay", equalTo("55704.60"))
                .body("amounts.criticalIllnessPay", equalTo("26783.51"))
                .body("amounts", not(hasKey("medicalAssistancePay")))
                .body("amounts.notComputed.layer", contains("assistance"))
                .body("amounts.notComputed[0].article", equalTo("第六十七条"))
                .body("amounts.fundPay", equalTo("82488.11"), "amounts.personPay", equalTo("25511.89"))
                .body("remarks.remarkCode", hasItems("CLASS_C", "OVER_CEILING", "NOT_IN_CATALOGUE"))
                .body("personName", equalTo("李**"), "lawRelease", startsWith("yichun@"));
        assertThat(tables.balances(person), hasEntry("payable:" + HOSPITAL, 82488_11L));
        assertThat(tables.balances(person), hasEntry("received:" + HOSPITAL, 25511_89L));
    }

    @Test
    @DisplayName("预结算与结算分毫不差；预结算不保存任何内容")
    void preSettlementEqualsSettlementAndStoresNothing() {
        var person = poorPerson();
        var bill = Bills.ofPerson(person).worked().json();

        Map<String, Object> trial = preSettle(bill).statusCode(200).extract().path("amounts");
        assertThat(tables.count("settlement", person), is(0L));
        assertThat(tables.count("person_year", person), is(0L));
        Map<String, Object> settled = settle(key(), bill).extract().path("amounts");
        assertThat(settled, is(trial));

        preSettle(bill).statusCode(409).body("code", equalTo("BILL_ALREADY_SETTLED"));
        preSettle(Bills.ofPerson(person).week(1).worked().json()).body("amounts.personPay", not(equalTo("25511.89")));
    }

    @Test
    @DisplayName("不予支付与暂缓是正常答复：待遇期外拒付（200，写明条款），第三人责任未定暂缓（200，写明怎样消除）")
    void refusedAndHeldAreAnswersNotErrors() {
        var uncovered = feeds.person(Ids.next(), "钱某", VILLAGE);
        feeds.coverage(uncovered, 2024, "[]", "{\"code\": \"NOT_PAID\", \"text\": \"未缴费\", \"article\": \"第四条\"}");
        settle(
                        key(),
                        Bills.ofPerson(uncovered)
                                .item("A-DRUG", "10", "100", "1000.00")
                                .json())
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"), "reasons[0].code", equalTo("NOT_COVERED_ON_DATE"))
                .body("reasons[0].article", not(emptyString()), "amounts.personPay", equalTo("1000.00"))
                .body("reasons[1].code", equalTo("NOT_PAID"), "reasons[1].article", equalTo("第四条"));

        var injured = covered("孙某");
        settle(
                        key(),
                        Bills.ofPerson(injured)
                                .circumstances("{\"thirdPartyUndecided\": true}")
                                .item("A-DRUG", "10", "100", "1000.00")
                                .json())
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons[0].code", equalTo("THIRD_PARTY_UNDECIDED"))
                .body("reasons[0].cure", not(emptyString()), "amounts.fundPay", equalTo("0.00"));
        assertThat(tables.sums(injured), is(Map.of()));
        assertThat(tables.balances(injured), is(Map.of()));
    }

    @Test
    @DisplayName("协议以就诊当日为准：2025 年没有住院协议，第三十六条不予支付")
    void theAgreementOnTheDayOfCareDecides() {
        var person = covered("周某");
        feeds.covered(person, 2025, "2025-01-01", "2025-12-31");

        settle(
                        key(),
                        Bills.ofPerson(person)
                                .from("2025-03-02", "2025-03-05")
                                .item("A-DRUG", "10", "100", "1000.00")
                                .json())
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"), "reasons[0].code", equalTo("PROVIDER_NOT_DESIGNATED"))
                .body("reasons[0].article", equalTo("第三十六条"));
    }

    @Test
    @DisplayName("本地没有待遇期间：暂不能判定，什么也不保存，原报文编号可重发")
    void unknownCoverIsNeverGuessed() {
        var person = feeds.person(Ids.next(), "吴某", VILLAGE);
        var bill = Bills.ofPerson(person).item("A-DRUG", "10", "100", "1000.00").json();
        var key = key();

        settle(key, bill).statusCode(422).body("code", equalTo("ENTITLEMENT_UNDETERMINED"));
        assertThat(tables.count("settlement", person), is(0L));
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        settle(key, bill).statusCode(201);
    }

    @Test
    @DisplayName("第三十三条：上年度收入未公布，大病保险写明未计算，不当作零；基本医保照付")
    void withoutTheIncomeTheCriticalIllnessLineIsNotEvaluated() {
        feeds.standard(2024, "380.00", "null");
        var person = poorPerson();
        String id = settle(key(), Bills.ofPerson(person).worked().json())
                .statusCode(201)
                .body("amounts.poolPay", equalTo("55704.60"), "amounts.criticalIllnessPay", nullValue())
                .body("amounts.notComputed.layer", hasItems("critical_illness", "assistance"))
                .body("amounts.notComputed.find { it.layer == 'critical_illness' }.article", equalTo("第三十三条"))
                .extract()
                .path("settlementId");
        hospital()
                .get(BASE + "settlements/" + id + "/statement")
                .then()
                .body("lines.findAll { it.kind == 'NOT_EVALUATED' }.article", hasItems("第三十三条", "第六十七条"));
    }

    @Test
    @DisplayName("等待期跨越住院：期内的明细写明不在待遇享受期，其余照付")
    void itemsOfDaysWithoutCoverAreOutOfScopeAndSaySo() {
        var person = feeds.person(Ids.next(), "蒋某", VILLAGE);
        feeds.coverage(person, 2024, """
                [{"from": "2024-01-01", "to": "2024-03-09", "state": "WAITING", "reason": "等待90日", "article": "第十五条"},
                 {"from": "2024-03-10", "to": "2024-12-31", "state": "COVERED", "reason": "等待期满", "article": "第十五条"}]
                """, "null");
        var bill = Bills.ofPerson(person)
                .item("A-DRUG", "10", "100", "1000.00")
                .item("A-DRUG", "20", "100", "2000.00")
                .json();
        var second = bill.lastIndexOf("\"date\": \"2024-03-02\"");

        settle(key(), bill.substring(0, second) + bill.substring(second).replace("2024-03-02", "2024-03-12"))
                .statusCode(201)
                .body("amounts.ownExpense", equalTo("1000.00"), "amounts.eligibleAmount", equalTo("2000.00"))
                .body("remarks[0].remarkCode", equalTo("OUTSIDE_COVER"), "remarks[0].lineNo", equalTo(1))
                .body("amounts.poolPay", equalTo("840.00"));
    }

    @Test
    @DisplayName("读不懂的变更被拒绝（由收件箱搁置并告警），不影响其他人")
    void aPoisonChangeIsRefusedOnArrival() {
        var person = covered("卫某");
        org.junit.jupiter.api.Assertions.assertThrows(
                RuntimeException.class,
                () -> feeds.coverage(person, 2024, "[{\"from\": \"someday\", \"state\": \"MAYBE\"}]", "null"));
        settle(
                        key(),
                        Bills.ofPerson(person)
                                .item("A-DRUG", "10", "100", "1000.00")
                                .json())
                .statusCode(201);
    }
}
