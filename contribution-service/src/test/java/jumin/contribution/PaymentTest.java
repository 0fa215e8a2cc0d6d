package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class PaymentTest {

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    private static ValidatableResponse pay(Map<String, Object> payment) {
        return World.tax().body(payment).post(ROOT + "payments").then();
    }

    private static ValidatableResponse coverage(World.Person person, String day) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=" + day)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("第十五条：征缴期内足额缴费，1月1日至12月31日享受待遇")
    void paidInTheWindowIsCoveredTheWholeYear() {
        var person = world.villager();
        coverage(person, "2024-01-01").body("state", equalTo("NOT_COVERED")).body("reasonCode", equalTo("UNPAID"));

        pay(World.payment(person, "380.00", "2023-11-02"))
                .statusCode(200)
                .body("outcome", equalTo("MATCHED"))
                .body("accepted", equalTo("380.00"));

        coverage(person, "2024-01-01").body("covered", equalTo(true)).body("article", equalTo("第十五条"));
        coverage(person, "2024-12-31").body("covered", equalTo(true));
    }

    @Test
    @DisplayName("第十五条：征缴期后缴费，自缴费之日起等待90日")
    void latePayerWaits() {
        var person = world.villager();
        pay(World.payment(person, "380.00", "2024-03-10")).body("late", equalTo(true));

        coverage(person, "2024-06-07").body("state", equalTo("WAITING"));
        coverage(person, "2024-06-08").body("state", equalTo("COVERED"));
        World.clerk()
                .get(ROOT + "coverage?benefitYear=2024&on=2024-04-01&state=WAITING&limit=1000")
                .then()
                .body("items.personId", hasItem(person.id().toString()));
    }

    @Test
    @DisplayName("金额离奇的税票不收：不超过 99,999,999.99 元")
    void absurdAmountsAreRefused() {
        var person = world.villager();
        for (var amount : java.util.List.of("100000000.00", "999999999999999.99", "0.00", "-1.00")) {
            pay(World.payment(person, amount, "2023-11-02"))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/amount"));
        }
        coverage(person, "2024-01-01").body("reasonCode", equalTo("UNPAID"));
    }

    @Test
    @DisplayName("缴费不足不享受待遇；补足之日决定是否在征缴期内")
    void shortUntilFilled() {
        var person = world.villager();
        pay(World.payment(person, "300.00", "2023-11-02")).body("outcome", equalTo("SHORT"));
        coverage(person, "2024-01-01").body("reasonCode", equalTo("PAID_SHORT"));

        pay(World.payment(person, "80.00", "2024-03-10")).body("outcome", equalTo("MATCHED"));
        coverage(person, "2024-04-01").body("state", equalTo("WAITING"));
    }

    @Test
    @DisplayName("重复缴费和多缴列入暂存款，不是保险费")
    void surplusWaitsInSuspense() {
        var person = world.villager();
        pay(World.payment(person, "380.00", "2023-11-02"));
        pay(World.payment(person, "380.00", "2023-11-03"))
                .body("outcome", equalTo("TWICE"))
                .body("inSuspense", equalTo("380.00"));
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/payments")
                .then()
                .body("allocated", contains("380.00", "0.00"))
                .body("inSuspense", contains("0.00", "380.00"));
    }

    @Test
    @DisplayName("同一税票号：同内容同回执，不同内容拒绝")
    void voucherIsTheKey() {
        var person = world.villager();
        var payment = World.payment(person, "380.00", "2023-11-02");
        var first = pay(payment).statusCode(200).extract().asString();
        assertEquals(first, pay(payment).statusCode(200).extract().asString());

        var other = new HashMap<>(payment);
        other.put("amount", "60.00");
        pay(other).statusCode(409).body("code", equalTo("PAYMENT_VOUCHER_REUSED"));
    }

    @Test
    @DisplayName("无人认领的缴费：人员到达后自动归集，也可人工归属一次")
    void moneyForNobodyFindsItsOwner() {
        var stranger = World.somebody();
        pay(World.payment(stranger, "380.00", "2023-11-02")).body("outcome", equalTo("NOBODY"));
        world.person(stranger, World.VILLAGE);
        world.enrolled(stranger);
        coverage(stranger, "2024-01-01").body("covered", equalTo(true));

        var unknown = World.payment(World.somebody(), "380.00", "2023-11-02");
        pay(unknown);
        var owner = world.villager();
        var other = world.villager();
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .body(Map.of("personId", owner.id(), "note", "证件号码录入错误"))
                .post(ROOT + "payments/" + unknown.get("voucherNo") + "/assignment")
                .then()
                .statusCode(200)
                .body("allocated", contains("380.00"));
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .body(Map.of("personId", other.id(), "note", "又一次"))
                .post(ROOT + "payments/" + unknown.get("voucherNo") + "/assignment")
                .then()
                .statusCode(409)
                .body("code", equalTo("PAYMENT_ALREADY_ASSIGNED"));
        coverage(owner, "2024-01-01").body("covered", equalTo(true));
    }

    @Test
    @DisplayName("登记前缴费：登记后自动归集")
    void paidBeforeRegistration() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        pay(World.payment(person, "380.00", "2023-11-02")).body("outcome", equalTo("NOT_REGISTERED"));
        world.enrolled(person);
        coverage(person, "2024-01-01").body("covered", equalTo(true));
    }

    @Test
    @DisplayName("冲正指向原缴费，待遇随之撤销；不能冲正两次")
    void reversalPointsToTheOriginal() {
        var person = world.villager();
        var payment = World.payment(person, "380.00", "2023-11-02");
        pay(payment);
        var reversal = Map.<String, Object>of(
                "voucherNo",
                "R" + World.next() + "000000",
                "kind",
                "REVERSAL",
                "reverses",
                payment.get("voucherNo"),
                "benefitYear",
                2024,
                "amount",
                "380.00",
                "paidOn",
                "2023-11-05");
        pay(reversal).statusCode(200).body("outcome", equalTo("REVERSED"));
        pay(reversal).statusCode(200);
        coverage(person, "2024-01-01").body("reasonCode", equalTo("UNPAID"));

        var again = new HashMap<>(reversal);
        again.put("voucherNo", "R" + World.next() + "000000");
        pay(again).statusCode(409).body("code", equalTo("PAYMENT_ALREADY_REVERSED"));
        again.put("reverses", "NOTKNOWN1");
        pay(again).statusCode(422).body("code", equalTo("PAYMENT_ORIGINAL_UNKNOWN"));
    }

    @Test
    @DisplayName("批量：逐行按原顺序回执，一行有误不影响其他行（JSON 数组与 NDJSON）")
    void batchAnswersLineByLine() {
        var person = world.villager();
        var good = World.payment(person, "380.00", "2023-11-02");
        var bad = new HashMap<>(World.payment(person, "380.00", "2023-11-02"));
        bad.put("amount", "-1.00");
        World.tax()
                .body(List.of(bad, good))
                .post(ROOT + "payment-batches")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("lines.status", contains("REFUSED", "ACCEPTED"))
                .body("lines[0].problem.code", equalTo("FIELD_INVALID"));
        World.tax()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType("application/x-ndjson")
                .body("{\"cut off\n{\"voucherNo\":\"" + good.get("voucherNo") + "\",\"idNumber\":\"" + person.idNumber()
                        + "\",\"benefitYear\":2024,\"amount\":\"380.00\",\"paidOn\":\"2023-11-02\"}\n")
                .post(ROOT + "payment-batches")
                .then()
                .statusCode(200)
                .body("lines.status", contains("REFUSED", "ACCEPTED"))
                .body("lines[1].receipt.outcome", equalTo("MATCHED"));
    }

    @Test
    @DisplayName("第十六条：低保对象年中缴费，全年享受待遇")
    void subsidisedIsCoveredTheWholeYear() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        pay(World.payment(person, "60.00", "2024-06-15")).body("outcome", equalTo("MATCHED"));
        coverage(person, "2024-01-01").body("covered", equalTo(true)).body("article", equalTo("第十六条"));
    }

    @Test
    @DisplayName("第二十二条：死亡终止参保关系，当日仍享受")
    void deathEndsCover() {
        var person = world.villager();
        pay(World.payment(person, "380.00", "2023-11-02"));
        world.enrollment(
                person,
                2024,
                "ordinary",
                World.NOT_SUBSIDISED,
                "TERMINATED",
                "\"endedOn\":\"2024-05-10\",\"endReason\":\"death\"");
        coverage(person, "2024-05-10").body("covered", equalTo(true));
        coverage(person, "2024-05-11").body("state", equalTo("TERMINATED"));
    }

    @Test
    @DisplayName("无人认领的缴费：看得到缴费记录所载姓名（脱敏），据以找人")
    void moneyForNobodyShowsTheStatedName() {
        var payment = new java.util.HashMap<>(World.payment(World.somebody(), "380.00", "2023-11-02"));
        payment.put("name", "王小明");
        pay(payment).body("outcome", equalTo("NOBODY"));
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .queryParam("after", ((String) payment.get("voucherNo")).substring(0, 3))
                .get(ROOT + "suspense?benefitYear=2024&limit=1000")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.voucherNo == '" + payment.get("voucherNo") + "' }.statedNameMasked",
                        org.hamcrest.Matchers.allOf(
                                org.hamcrest.Matchers.startsWith("王"), org.hamcrest.Matchers.not(equalTo("王小明"))));
    }
}
