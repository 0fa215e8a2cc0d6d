package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Money that came before collection began, and records that are neither payment nor reversal. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class EarlyPaymentTest {

    private static final String DAY_BEFORE = "2023-09-14";

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    private static ValidatableResponse pay(Map<String, Object> payment) {
        return World.tax().body(payment).post(ROOT + "payments").then();
    }

    private static String paid(World.Person person, String day) {
        var payment = World.payment(person, "380.00", day);
        pay(payment).statusCode(200);
        return (String) payment.get("voucherNo");
    }

    private static ValidatableResponse accept(String role, String... vouchers) {
        return World.as(role, role, World.COUNTY)
                .body(Map.of("voucherNos", List.of(vouchers), "note", "本人书面确认"))
                .post(ROOT + "payment-acceptances")
                .then();
    }

    private static void covered(World.Person person, boolean covered) {
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-01")
                .then()
                .body("covered", equalTo(covered));
    }

    @Test
    @DisplayName("征缴期前一日缴费：有自己的状态，列暂存款，不享受待遇；首日缴费不受影响")
    void dayBeforeTheWindowWaits() {
        var early = world.villager();
        pay(World.payment(early, "380.00", DAY_BEFORE))
                .body("outcome", equalTo("BEFORE_WINDOW"))
                .body("accepted", equalTo("0.00"))
                .body("inSuspense", equalTo("380.00"))
                .body("whatToDo", containsString("认可"));
        covered(early, false);
        var onTime = world.villager();
        pay(World.payment(onTime, "380.00", "2023-09-15")).body("outcome", equalTo("MATCHED"));
        covered(onTime, true);
    }

    @Test
    @DisplayName("县级认可后计入应缴并享受待遇；重复认可没有第二次效果；不该认可的说明原因")
    void acceptedMoneyIsTakenByTheLevy() {
        var person = world.villager();
        var voucher = paid(person, DAY_BEFORE);
        var inWindow = paid(world.villager(), "2023-11-02");
        accept("county_reviewer", voucher, inWindow, "UNKNOWN0001")
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("unfit.voucherNo", hasItem(inWindow))
                .body("unfit.find { it.voucherNo == 'UNKNOWN0001' }.reason", containsString("没有此缴费"));
        accept("county_approver", voucher).body("accepted", equalTo(0)).body("repeated", equalTo(1));
        covered(person, true);
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/payments")
                .then()
                .body("[0].allocated", equalTo("380.00"))
                .body("[0].inSuspense", equalTo("0.00"));
    }

    @Test
    @DisplayName("不认可的可以退回；乡镇不能认可")
    void otherWaysOut() {
        var person = world.villager();
        var voucher = paid(person, DAY_BEFORE);
        accept("township_clerk", voucher).statusCode(403);
        World.clerk()
                .body(Map.of("personId", person.id().toString(), "benefitYear", 2024, "cause", "surplus"))
                .post(ROOT + "refunds/trial")
                .then()
                .body("allowed", equalTo(true))
                .body("amount", equalTo("380.00"));
        covered(person, false);
    }

    @Test
    @DisplayName("在期内又缴一笔：期内的计入应缴，期前的仍在暂存款")
    void paymentInTheWindowGoesFirst() {
        var person = world.villager();
        paid(person, DAY_BEFORE);
        pay(World.payment(person, "380.00", "2023-11-02")).body("outcome", equalTo("MATCHED"));
        covered(person, true);
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/payments")
                .then()
                .body("find { it.paidOn == '" + DAY_BEFORE + "' }.inSuspense", equalTo("380.00"));
    }

    @Test
    @DisplayName("无人认领又在征缴期前：归属到人之后仍待认可")
    void strayAndEarly() {
        var stray = World.somebody();
        var voucher = paid(stray, DAY_BEFORE);
        var person = world.villager();
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .body(Map.of("personId", person.id().toString(), "note", "核对"))
                .post(ROOT + "payments/" + voucher + "/assignment")
                .then()
                .statusCode(200);
        covered(person, false);
        accept("county_reviewer", voucher).body("accepted", equalTo(1));
        covered(person, true);
    }

    @Test
    @DisplayName("更正征缴期：改早的，期前缴费自动计入；改晚的，不追回已在期内缴的")
    void correctedWindow() {
        var year = 2043;
        world.at(LocalDate.of(year, 3, 1));
        world.publish(year, "400.00", "2042-09-15", "2043-02-28");
        world.collects(year);
        var early = yearly(year, "2042-09-10");
        var onTime = yearly(year, "2042-09-20");
        allocated(early, "0.00");
        allocated(onTime, "400.00");
        world.publish(year, "400.00", "2042-10-01", "2043-02-28");
        world.person(onTime, World.VILLAGE);
        allocated(onTime, "400.00");
        world.publish(year, "400.00", "2042-09-01", "2043-02-28");
        world.person(early, World.VILLAGE);
        allocated(early, "400.00");
        allocated(onTime, "400.00");
    }

    @AfterEach
    void putTheClockRight() {
        world.now();
    }

    private World.Person yearly(int year, String day) {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrollment(person, year, "ordinary", World.NOT_SUBSIDISED, "ENROLLED", "");
        var payment = new HashMap<>(World.payment(person, "400.00", day));
        payment.put("benefitYear", year);
        pay(payment).statusCode(200);
        return person;
    }

    private void allocated(World.Person person, String amount) {
        World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then().body("[0].allocated", equalTo(amount));
    }

    @Test
    @DisplayName("正常缴费写了原税票号：退回并说明，不当作缴费也不当作冲正")
    void normalPaymentNamesNoOriginal() {
        var person = world.villager();
        var original = paid(person, "2023-11-02");
        var unclear = new HashMap<>(World.payment(person, "380.00", "2023-11-03"));
        unclear.put("reverses", original);
        pay(unclear)
                .statusCode(400)
                .body("code", equalTo("PAYMENT_KIND_UNCLEAR"))
                .body("errors.pointer", hasItem("/reverses"));
        World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then().body("size()", equalTo(1));
    }
}
