package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ReversalTest extends Care {

    @Test
    @DisplayName("冲正：各项为负，累计恢复原状；再次冲正为问题")
    void reversalRestoresTheYear() {
        var person = poorPerson();
        String first =
                settle(key(), Bills.ofPerson(person).worked().json()).extract().path("settlementId");
        var before = tables.sums(person);
        var small = Bills.ofPerson(person)
                .week(1)
                .item("A-DRUG", "10", "100", "1000.00")
                .json();
        String second = settle(key(), small).statusCode(201).extract().path("settlementId");

        post(hospital(), "settlements/" + second + "/reversal", key(), "{\"reason\": \"  \"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        var reversalKey = key();
        var red = reverse(second, reversalKey)
                .statusCode(201)
                .body(
                        "kind",
                        equalTo("REVERSAL"),
                        "reverses",
                        equalTo(second),
                        "amounts.totalAmount",
                        equalTo("-1000.00"))
                .extract()
                .asString();
        assertThat(tables.sums(person), is(before));
        assertThat(tables.fold(person), is(before));
        assertThat(reverse(second, reversalKey).statusCode(201).extract().asString(), is(red));
        reverse(second, key()).statusCode(409).body("code", equalTo("ALREADY_REVERSED"));
        reverse(first, key()).statusCode(201).body("amounts.fundPay", equalTo("-82488.11"));
        assertThat(tables.sums(person), is(Map.of()));
        assertThat(tables.balances(person).values(), everyItem(is(0L)));
        hospital()
                .get(BASE + "settlements/" + first)
                .then()
                .statusCode(200)
                .body("reversedBy", notNullValue(), "amounts.fundPay", equalTo("82488.11"));
    }

    @Test
    @DisplayName("冲正前面的结算：后面的在同一事务中重算，差额写明，医院应收不变，应向本人追回（第三十三条 累计不再超过起付线）")
    void whatWasBuiltOnItIsDecidedAgain() {
        var person = poorPerson();
        String first = settle(Bills.ofPerson(person).worked().json()).extract().path("settlementId");
        var small = Bills.ofPerson(person)
                .week(1)
                .item("A-DRUG", "10", "100", "1000.00")
                .json();
        String second = settle(small)
                .statusCode(201)
                .body("amounts.poolPay", equalTo("240.00"), "amounts.criticalIllnessPay", equalTo("494.00"))
                .extract()
                .path("settlementId");

        String redo = reverse(first, key()).statusCode(201).extract().path("redo");

        var redone = hospital().get(BASE + "redos/" + redo).then().statusCode(200);
        redone.body("cause", equalTo("REVERSAL"), "lines", hasSize(1), "lines[0].settlementId", equalTo(second))
                .body("lines[0].difference.criticalIllnessPay", equalTo("-494.00"))
                .body("lines[0].difference.personPay", equalTo("494.00"))
                .body("toRecover", equalTo("494.00"), "toPay", equalTo("0.00"));
        String replacement = redone.extract().path("lines[0].replacedBy");
        hospital()
                .get(BASE + "settlements/" + second)
                .then()
                .body("replacedBy", equalTo(replacement), "reversedBy", notNullValue());
        hospital()
                .get(BASE + "settlements/" + replacement)
                .then()
                .body("replaces", equalTo(second), "amounts.fundPay", equalTo("240.00"), "redo", equalTo(redo));
        for (var id : List.of(first, second, replacement)) {
            hospital().get(BASE + "settlements/" + id + "/replay").then().body("identical", equalTo(true));
        }
        assertThat(tables.sums(person), is(tables.fold(person)));
        assertThat(tables.balances(person), hasEntry("payable:" + HOSPITAL, 734_00L));
        assertThat(tables.balances(person), hasEntry("received:" + HOSPITAL, 266_00L));
        assertThat(tables.balances(person), hasEntry("due:" + person, -494_00L));
    }

    @Test
    @DisplayName("重算后的结算再冲正：回到什么也没有发生；替代链的次序不变")
    void aRedoneDecisionIsReversedInItsTurn() {
        var person = poorPerson();
        String first = settle(Bills.ofPerson(person).worked().json()).extract().path("settlementId");
        var small = Bills.ofPerson(person)
                .week(1)
                .item("A-DRUG", "10", "100", "1000.00")
                .json();
        String second = settle(small).extract().path("settlementId");
        String third = settle(Bills.ofPerson(person)
                        .week(2)
                        .item("A-DRUG", "10", "100", "1000.00")
                        .json())
                .extract()
                .path("settlementId");
        reverse(first, key()).statusCode(201);

        reverse(second, key()).statusCode(409).body("detail", containsString("请冲正重算后的结算"));
        for (var id : List.of(second, third)) {
            String replacement =
                    hospital().get(BASE + "settlements/" + id).then().extract().path("replacedBy");
            reverse(replacement, key()).statusCode(201);
        }

        assertThat(tables.sums(person), is(Map.of()));
        assertThat(tables.fold(person), is(Map.of()));
        assertThat(tables.balances(person).values(), everyItem(is(0L)));
    }

    @Test
    @DisplayName("复算：保存的事实加保存的规则版本，逐字节相同")
    void replayGivesTheSameBytes() {
        var person = poorPerson();
        String id =
                settle(key(), Bills.ofPerson(person).worked().json()).extract().path("settlementId");
        feeds.standard(2024, "380.00", "\"99000.00\"");
        feeds.coverage(person, 2024, "[]", "{}");

        hospital()
                .get(BASE + "settlements/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("identical", equalTo(true), "storedHash", hasLength(64), "lawRelease", startsWith("yichun@"));
        feeds.standard(2024, "380.00", "\"35000.00\"");
    }

    @Test
    @DisplayName("结算与冲正各发布一条变更")
    void settlementsArePublished() {
        var person = poorPerson();
        String id =
                settle(key(), Bills.ofPerson(person).worked().json()).extract().path("settlementId");
        reverse(id, key()).statusCode(201);

        assertThat(tables.feed(person), hasSize(2));
        assertThat(
                tables.feed(person).getFirst(),
                allOf(
                        containsString("\"poolPay\": \"55704.60\""),
                        containsString("\"provider\": \"" + HOSPITAL + "\""),
                        containsString("\"settlementId\": \"" + id + "\""),
                        containsString("\"reverses\": null"),
                        containsString("\"area\": \"360900\""),
                        containsString("\"benefitYear\": 2"),
                        containsString("\"settledOn\": \"2"),
                        containsString("\"kind\": \"SETTLEMENT\"")));
        assertThat(
                tables.feed(person).getLast(),
                allOf(
                        containsString("\"totalAmount\": \"-108000.00\""),
                        containsString("\"poolPay\": \"-55704.60\""),
                        containsString("\"reverses\": \"" + id + "\""),
                        containsString("\"kind\": \"REVERSAL\"")));
    }
}
