package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class TreasuryTest {

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    static ValidatableResponse confirm(Object voucher, String stage, String amount, String day) {
        return World.tax()
                .body(List.of(Map.of("voucherNo", voucher, "stage", stage, "amount", amount, "confirmedOn", day)))
                .post(ROOT + "treasury-confirmations")
                .then()
                .statusCode(200);
    }

    static ValidatableResponse confirm(Object voucher, String stage, String day, Map<String, String> document) {
        var confirmation = new HashMap<String, Object>(document);
        confirmation.putAll(Map.of("voucherNo", voucher, "stage", stage, "amount", "380.00", "confirmedOn", day));
        return World.tax()
                .body(List.of(confirmation))
                .post(ROOT + "treasury-confirmations")
                .then()
                .statusCode(200);
    }

    static Money balance(String account) {
        return Money.yuan(World.as("finance", "finance", "360900/")
                .get(ROOT + "ledger/trial-balance?benefitYear=2024")
                .jsonPath()
                .getString("accounts.find { it.account == '" + account + "' }.balance"));
    }

    private static void pay(Map<String, Object> payment) {
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
    }

    @Test
    @DisplayName("在途、入库、上解：钱逐站转移；重报没有第二次效果，改口的拒收")
    void moneyMovesStationByStation() {
        var payment = World.payment(world.villager(), "380.00", "2023-11-02");
        var voucher = payment.get("voucherNo");
        var before = List.of(balance("TAX_ORGAN"), balance("TREASURY"), balance("FISCAL_ACCOUNT"));
        pay(payment);
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03").body("booked", equalTo(1));
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03").body("repeated", equalTo(1));
        confirm(voucher, "RECEIVED", "380.00", "2023-11-04")
                .body("refused", equalTo(1))
                .body("lines[0].code", equalTo("TREASURY_CONFIRMATION_DIFFERS"));
        assertEquals(before.get(0), balance("TAX_ORGAN"));
        assertEquals(before.get(1).plus(Money.yuan("380.00")), balance("TREASURY"));
        confirm(voucher, "REMITTED", "380.00", "2023-11-10").body("booked", equalTo(1));
        assertEquals(before.get(1), balance("TREASURY"));
        assertEquals(before.get(2).plus(Money.yuan("380.00")), balance("FISCAL_ACCOUNT"));
    }

    @Test
    @DisplayName("国库确认先于缴费到达：等着，缴费一到即记账；同一税票再报时补上入库日期不算另一内容")
    void confirmationMayComeFirst() {
        var payment = World.payment(world.villager(), "380.00", "2023-11-02");
        var before = balance("FISCAL_ACCOUNT");
        confirm(payment.get("voucherNo"), "REMITTED", "380.00", "2023-11-10").body("booked", equalTo(1));
        assertEquals(before, balance("FISCAL_ACCOUNT"));
        pay(payment);
        assertEquals(before, balance("FISCAL_ACCOUNT")); // handed up, but not yet received: it waits
        var again = new HashMap<>(payment);
        again.put("treasuryOn", "2023-11-03");
        pay(again);
        pay(again);
        assertEquals(before.plus(Money.yuan("380.00")), balance("FISCAL_ACCOUNT"));
    }

    @Test
    @DisplayName("为他人缴费：所报证件、姓名不是同一人，不记给任何人；核对后归属")
    void contradictedPaymentWaits() {
        var person = world.villager();
        var payment = new HashMap<>(World.payment(person, "380.00", "2023-11-02"));
        payment.put("name", "另一人");
        World.tax()
                .body(payment)
                .post(ROOT + "payments")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("FOR_ANOTHER"))
                .body("inSuspense", equalTo("380.00"));
        world.person(person, World.VILLAGE);
        World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then().body("size()", equalTo(0));
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .body(Map.of("personId", person.id().toString(), "note", "已核对户口簿"))
                .post(ROOT + "payments/" + payment.get("voucherNo") + "/assignment")
                .then()
                .statusCode(200)
                .body("[0].allocated", equalTo("380.00"));
    }
}
