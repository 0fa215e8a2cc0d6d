package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jumin.testing.FeedHorizon;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an engineer of the tax bureau doubts: reversals of the wrong voucher, days that cannot be. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class PaymentDoubtsTest {

    @Inject
    World world;

    private World.Person person;

    @BeforeEach
    void somebodyOwes() {
        world.opened();
        person = world.villager();
    }

    private static ValidatableResponse send(Map<String, ?> payment) {
        return World.tax().body(payment).post(ROOT + "payments").then();
    }

    private static Map<String, Object> with(Map<String, Object> payment, String field, Object value) {
        var changed = new HashMap<>(payment);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> reversalOf(Map<String, Object> payment) {
        return Map.of(
                "voucherNo",
                "R" + World.next() + "000000",
                "kind",
                "REVERSAL",
                "reverses",
                payment.get("voucherNo"),
                "benefitYear",
                2024,
                "amount",
                payment.get("amount"),
                "paidOn",
                "2023-11-10");
    }

    private static ValidatableResponse payments(World.Person person) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/payments")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("冲正写了另一人的证件、人员编号或姓名：退回，什么也没变；写对的照收")
    void aReversalForSomebodyElseIsRefused() {
        var other = world.villager();
        var paid = World.payment(person, "380.00", "2023-11-02");
        send(paid).statusCode(200);
        for (var wrong :
                List.of(Map.of("idNumber", other.idNumber()), Map.of("personNo", other.no()), Map.of("name", "完全不同"))) {
            var reversal = new HashMap<>(reversalOf(paid));
            reversal.putAll(wrong);
            send(reversal).statusCode(422).body("code", equalTo("PAYMENT_REVERSAL_MISMATCH"));
        }
        payments(person).body("[0].reversed", equalTo(false));
        send(with(with(reversalOf(paid), "personNo", person.no()), "name", "测试甲"))
                .statusCode(200)
                .body("outcome", equalTo("REVERSED"));
    }

    @Test
    @DisplayName("冲正一笔冲正：退回，并说明该怎么办，不说没收到过；没收到过的税票才说没收到过")
    void aReversalOfAReversalIsToldSo() {
        var paid = World.payment(person, "380.00", "2023-11-02");
        send(paid).statusCode(200);
        var reversal = reversalOf(paid);
        send(reversal).statusCode(200);
        send(with(reversalOf(paid), "reverses", reversal.get("voucherNo")))
                .statusCode(422)
                .body("code", equalTo("PAYMENT_REVERSAL_MISMATCH"), "detail", containsString("冲正不能再冲正"));
        send(with(reversalOf(paid), "reverses", "NEVERSEEN001"))
                .body("code", equalTo("PAYMENT_ORIGINAL_UNKNOWN"), "detail", containsString("没有收到过"));
    }

    @Test
    @DisplayName("无人认领的缴费，冲正写同一证件号码照收，写另一号码退回")
    void aReversalOfMoneyForNobodyNamesTheSameNumber() {
        var unknown = World.somebody();
        var paid = World.payment(unknown, "380.00", "2023-11-02");
        send(paid).statusCode(200).body("outcome", equalTo("NOBODY"));
        send(with(reversalOf(paid), "idNumber", person.idNumber())).statusCode(422);
        send(with(reversalOf(paid), "idNumber", unknown.idNumber())).statusCode(200);
    }

    @Test
    @DisplayName("缴费日期在今天之后、年份不可能、入库早于缴费、上解早于入库、冲正早于原缴费：退回并指出字段")
    void daysThatCannotBeAreRefused() {
        var paid = World.payment(person, "380.00", "2023-11-02");
        var tomorrow = LocalDate.now().plusDays(2).toString();
        send(with(paid, "paidOn", tomorrow)).statusCode(400).body("errors[0].pointer", equalTo("/paidOn"));
        send(with(paid, "paidOn", "1023-11-02")).statusCode(400).body("errors[0].pointer", equalTo("/paidOn"));
        send(with(paid, "treasuryOn", "2023-11-01")).statusCode(400).body("errors[0].pointer", equalTo("/treasuryOn"));
        send(with(paid, "treasuryOn", tomorrow)).statusCode(400);
        send(with(with(paid, "treasuryOn", "2023-11-05"), "remittedOn", "2023-11-04"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/remittedOn"));
        payments(person).body("size()", equalTo(0));
        send(paid).statusCode(200);
        send(with(reversalOf(paid), "paidOn", "2023-11-01")).statusCode(422).body("detail", containsString("早于"));
    }

    @Test
    @DisplayName("应缴编号与待遇年度对不上：退回，不悄悄记到另一年度")
    void theYearIsThatOfTheLevy() {
        FeedHorizon.reached();
        var levy = Stream.iterate(
                        World.tax()
                                .get(ROOT + "levies?benefitYear=2024&limit=1000")
                                .jsonPath(),
                        page -> !page.getList("items").isEmpty(),
                        page -> World.tax()
                                .get(ROOT + "levies?benefitYear=2024&limit=1000&after=" + page.getString("next"))
                                .jsonPath())
                .map(page -> page.getString("items.find { it.personId == '" + person.id() + "' }.levyId"))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow();
        var paid = with(World.payment(person, "380.00", "2023-11-02"), "levyId", levy);
        send(with(paid, "benefitYear", 2025)).statusCode(400).body("errors[0].pointer", equalTo("/benefitYear"));
        send(paid).statusCode(200).body("outcome", equalTo("MATCHED"));
    }

    @Test
    @DisplayName("对账日没有过完的不关闭：当天以后的缴费不算迟到；只含当天的不能签认")
    void daysThatAreNotOverStayOpen() {
        var today = LocalDate.now();
        var run = reconciled(2031, today, today);
        sign(run, "finance", "finance").statusCode(409).body("code", equalTo("RECONCILIATION_STATE_UNFIT"));
        var longer = reconciled(2031, today.minusDays(3), today.plusDays(30));
        sign(longer, "finance", "finance").statusCode(200);
        sign(longer, "county_approver", "approver").statusCode(200).body("state", equalTo("CLOSED"));
        reconciled(2031, today, today.plusDays(1));
        World.tax()
                .body(details(2031, today.minusDays(1), today))
                .post(ROOT + "reconciliations")
                .then()
                .statusCode(409)
                .body("code", equalTo("RECONCILIATION_DAY_CLOSED"));
    }

    private static Map<String, Object> details(int year, LocalDate from, LocalDate to) {
        return Map.of(
                "taxOrgan",
                World.ORGAN,
                "benefitYear",
                year,
                "from",
                from.toString(),
                "to",
                to.toString(),
                "totals",
                Map.of("count", 0, "sum", "0.00"),
                "details",
                List.of());
    }

    private static String reconciled(int year, LocalDate from, LocalDate to) {
        return World.tax()
                .body(details(year, from, to))
                .post(ROOT + "reconciliations")
                .then()
                .statusCode(201)
                .extract()
                .path("reconciliationId");
    }

    private static ValidatableResponse sign(String run, String role, String login) {
        return World.as(role, login, World.COUNTY)
                .post(ROOT + "reconciliations/" + run + "/closure")
                .then();
    }

    @Test
    @DisplayName("国库确认早于缴费或在今天之后：该行退回")
    void theTreasuryCannotHaveWhatNobodyHadPaid() {
        var paid = World.payment(person, "380.00", "2023-11-02");
        send(paid).statusCode(200);
        for (var day : List.of("2023-11-01", LocalDate.now().plusDays(2).toString())) {
            World.tax()
                    .body(List.of(Map.of(
                            "voucherNo",
                            paid.get("voucherNo"),
                            "stage",
                            "RECEIVED",
                            "amount",
                            "380.00",
                            "confirmedOn",
                            day)))
                    .post(ROOT + "treasury-confirmations")
                    .then()
                    .statusCode(200)
                    .body("lines[0].status", equalTo("REFUSED"), "lines[0].code", equalTo("FIELD_INVALID"));
        }
    }

    @Test
    @DisplayName("缴费不足的，补足后不再说不足；无人认领的，归属后不再说无人认领；收到时的状态保留")
    void textsSayWhatHoldsToday() {
        send(World.payment(person, "80.00", "2023-11-02")).body("outcome", equalTo("SHORT"));
        payments(person).body("[0].state", equalTo("SHORT"), "[0].whatToDo", containsString("补足"));
        send(World.payment(person, "300.00", "2023-11-03")).body("outcome", equalTo("MATCHED"));
        payments(person)
                .body("[0].outcome", equalTo("SHORT"))
                .body("[0].state", equalTo("IN_LEVY"), "[0].outcomeText", equalTo("已计入应缴"))
                .body("[0].whatToDo", equalTo("无需处理"));
        var late = World.somebody();
        send(World.payment(late, "380.00", "2023-11-02")).body("outcome", equalTo("NOBODY"));
        world.person(late, World.VILLAGE);
        payments(late).body("[0].outcome", equalTo("NOBODY"), "[0].state", equalTo("NOT_REGISTERED"));
        world.enrolled(late);
        payments(late).body("[0].state", equalTo("IN_LEVY"));
        send(World.payment(late, "380.00", "2023-11-03"));
        payments(late).body("[1].state", equalTo("TWICE"), "[1].whatToDo", containsString("退回"));
    }

    @Test
    @DisplayName("年度过后才补缴：该年度没有待遇，也说明为什么；问下一年，说此前的待遇到哪天")
    void aYearThatHasEnded() {
        send(World.payment(person, "380.00", "2025-02-01")).statusCode(200).body("late", equalTo(true));
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-01")
                .then()
                .body("covered", equalTo(false));
        var covered = world.villager();
        send(World.payment(covered, "380.00", "2023-11-02")).statusCode(200);
        World.clerk()
                .get(ROOT + "persons/" + covered.id() + "/coverage?on=2025-01-01")
                .then()
                .body("covered", equalTo(false), "reasonCode", equalTo("NOT_REGISTERED"))
                .body("explanation", containsString("2024-12-31"));
        assertEquals(
                400,
                World.clerk()
                        .get(ROOT + "persons/" + covered.id() + "/coverage?date=2024-06-01")
                        .statusCode());
    }
}
