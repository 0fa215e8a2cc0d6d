package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class ReconciliationTest {

    /** Each test has days of its own, far from those of the others. */
    private static final AtomicInteger DAY = new AtomicInteger();

    @Inject
    World world;

    private LocalDate day;
    private final List<Map<String, Object>> details = new ArrayList<>();

    @BeforeEach
    void open() {
        world.opened();
        day = LocalDate.of(2023, 10, 11).plusDays(DAY.incrementAndGet());
    }

    /** Pushes a payment and lists it in the tax organ's details. */
    private String pays(World.Person person, String amount) {
        var payment = World.payment(person, amount, day.toString());
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        lists((String) payment.get("voucherNo"), amount);
        return (String) payment.get("voucherNo");
    }

    private void lists(String voucher, String amount) {
        details.add(new HashMap<>(Map.of("voucherNo", voucher, "amount", amount, "paidOn", day.toString())));
    }

    private ValidatableResponse reconcile(long count, String sum) {
        return World.tax()
                .body(Map.of(
                        "taxOrgan",
                        World.ORGAN,
                        "benefitYear",
                        2024,
                        "from",
                        day.toString(),
                        "to",
                        day.toString(),
                        "totals",
                        Map.of("count", count, "sum", sum),
                        "details",
                        details))
                .post(ROOT + "reconciliations")
                .then();
    }

    private static ValidatableResponse differences(String run, String type) {
        return World.as("county_reviewer", "reviewer", World.COUNTY)
                .get(ROOT + "reconciliations/" + run + "/differences?type=" + type)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("总额相符、明细相符：没有差异；重发得到同一批次")
    void agreementHasNoDifferences() {
        pays(world.villager(), "380.00");
        pays(world.villager(), "380.00");
        String run = reconcile(2, "760.00")
                .statusCode(201)
                .body("totals.agree", equalTo(true))
                .body("matched", equalTo(2))
                .body("differences", empty())
                .extract()
                .path("reconciliationId");
        reconcile(2, "760.00").statusCode(201).body("reconciliationId", equalTo(run));
    }

    private ValidatableResponse totalsOnly(LocalDate to, long count, String sum) {
        return World.tax()
                .body(Map.of(
                        "taxOrgan",
                        World.ORGAN,
                        "benefitYear",
                        2024,
                        "from",
                        day.toString(),
                        "to",
                        to.toString(),
                        "totals",
                        Map.of("count", count, "sum", sum)))
                .post(ROOT + "reconciliations")
                .then();
    }

    private static void signs(String role, String login, String run, String state) {
        World.as(role, login, World.COUNTY)
                .post(ROOT + "reconciliations/" + run + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo(state));
    }

    @Test
    @DisplayName("只送一天的总额：一致的不必送明细，两人签认即关闭；不一致的答复须送明细，不保存")
    void totalsAloneAreEnoughWhereTheyAgree() {
        pays(world.villager(), "380.00");
        pays(world.villager(), "380.00");
        totalsOnly(day.plusDays(1), 2, "760.00").statusCode(400).body("errors[0].pointer", equalTo("/details"));
        totalsOnly(day, 3, "1140.00")
                .statusCode(422)
                .body("code", equalTo("RECONCILIATION_DETAILS_WANTED"))
                .body("detail", org.hamcrest.Matchers.containsString("2 笔 760.00 元"));
        totalsOnly(day, 2, "760.01").statusCode(422).body("code", equalTo("RECONCILIATION_DETAILS_WANTED"));
        String run = totalsOnly(day, 2, "760.00")
                .statusCode(201)
                .body("totalsOnly", equalTo(true), "totals.agree", equalTo(true))
                .body("differences", empty(), "state", equalTo("OPEN"), "stateText", equalTo("处理中"))
                .extract()
                .path("reconciliationId");
        totalsOnly(day, 2, "760.00").statusCode(201).body("reconciliationId", equalTo(run));
        signs("finance", "finance", run, "SIGNED");
        signs("county_approver", "approver", run, "CLOSED");
        totalsOnly(day, 1, "380.00").statusCode(422);
    }

    @Test
    @DisplayName("同一天的总额两处同时送到：只有一个批次")
    void theSameTotalsTwiceAtOnceAreOneRun() throws Exception {
        pays(world.villager(), "380.00");
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<String> sends =
                    () -> totalsOnly(day, 1, "380.00").statusCode(201).extract().path("reconciliationId");
            var runs = threads.invokeAll(List.of(sends, sends));
            assertEquals(runs.getFirst().get(), runs.getLast().get());
        }
    }

    @Test
    @DisplayName("只对总额也列出我方的疑点：重复缴费仍须处理")
    void whatIsOddOnOurSideIsStillListed() {
        var person = world.villager();
        pays(person, "380.00");
        var twice = pays(person, "380.00");
        String run = totalsOnly(day, 2, "760.00").statusCode(201).extract().path("reconciliationId");
        differences(run, "TWICE").body("items.voucherNo", contains(twice));
    }

    @Test
    @DisplayName("少缴、重复、无人认领、仅一方有、金额不符：逐笔归类，有原因、责任人和处理办法")
    void everyDifferenceIsClassified() {
        var shortPayer = pays(world.villager(), "300.00");
        var twice = world.villager();
        pays(twice, "380.00");
        var second = pays(twice, "380.00");
        var nobody = pays(World.somebody(), "380.00");
        var ours = pays(world.villager(), "380.00");
        details.removeLast();
        lists("THEIRS" + World.next(), "380.00");
        var wrong = pays(world.villager(), "380.00");
        details.getLast().put("amount", "360.00");

        String run = reconcile(6, "2180.00")
                .statusCode(201)
                .body("totals.agree", equalTo(false))
                .body("totals.sumDifference", equalTo("-20.00"))
                .body("matched", equalTo(4))
                .extract()
                .path("reconciliationId");

        differences(run, "SHORT")
                .body("items.voucherNo", contains(shortPayer))
                .body("items[0].difference", equalTo("-80.00"))
                .body("items[0].whatToDo", notNullValue());
        differences(run, "TWICE").body("items.voucherNo", contains(second));
        differences(run, "NOBODY").body("items.voucherNo", contains(nobody));
        differences(run, "ONLY_OURS").body("items.voucherNo", contains(ours));
        differences(run, "AMOUNT_DIFFERS")
                .body("items.voucherNo", contains(wrong))
                .body("items[0].difference", equalTo("-20.00"));
        differences(run, "ONLY_THEIRS").body("items.size()", equalTo(1));
    }

    @Test
    @DisplayName("征缴期后缴费单列；已冲正而税务未冲正为状态不符")
    void lateAndReversedAreClassified() {
        day = LocalDate.of(2024, 3, 1).plusDays(DAY.get());
        var late = pays(world.villager(), "380.00");
        var reversed = pays(world.villager(), "380.00");
        World.tax()
                .body(Map.of(
                        "voucherNo",
                        "R" + World.next() + "000000",
                        "kind",
                        "REVERSAL",
                        "reverses",
                        reversed,
                        "benefitYear",
                        2024,
                        "amount",
                        "380.00",
                        "paidOn",
                        day.toString()))
                .post(ROOT + "payments")
                .then()
                .statusCode(200);
        String run = reconcile(2, "760.00").statusCode(201).extract().path("reconciliationId");
        differences(run, "AFTER_WINDOW").body("items.voucherNo", contains(late));
        differences(run, "STATUS_DIFFERS").body("items.voucherNo", contains(reversed));
    }

    @Test
    @DisplayName("明细把同一税票列了两次：列为重复，只重复的部分算差额；两边都对得上的不列")
    void listedTwiceIsADuplicateRecord() {
        pays(world.villager(), "380.00");
        var twice = pays(world.villager(), "380.00");
        lists(twice, "380.00");
        String run = reconcile(3, "1140.00")
                .statusCode(201)
                .body("totals.ourCount", equalTo(2))
                .body("totals.taxCount", equalTo(3))
                .body("differences.type", contains("DUPLICATE_RECORD"))
                .extract()
                .path("reconciliationId");
        differences(run, "DUPLICATE_RECORD")
                .body("items.voucherNo", contains(twice))
                .body("items[0].difference", equalTo("380.00"));
    }

    @Test
    @DisplayName("税务列在别的日子的缴费：不算缺少，列为日期不符")
    void listedOnAnotherDayIsNotMissing() {
        var paid = pays(world.villager(), "380.00");
        details.clear();
        day = day.plusYears(3);
        lists(paid, "380.00");
        String run = reconcile(1, "380.00")
                .statusCode(201)
                .body("totals.ourCount", equalTo(0))
                .body("differences.type", contains("DAY_DIFFERS"))
                .extract()
                .path("reconciliationId");
        differences(run, "DAY_DIFFERS")
                .body("items.voucherNo", contains(paid))
                .body("items[0].ourAmount", equalTo("380.00"));
    }

    @Test
    @DisplayName("征缴期前缴费单列，不算少缴也不算多缴；认可后不再是差异")
    void paidBeforeTheWindowIsAClassOfItsOwn() {
        day = LocalDate.of(2022, 1, 1).plusDays(DAY.get());
        var early = pays(world.villager(), "380.00");
        String run = reconcile(1, "380.00")
                .statusCode(201)
                .body("totals.agree", equalTo(true))
                .body("differences.type", contains("BEFORE_WINDOW"))
                .extract()
                .path("reconciliationId");
        differences(run, "BEFORE_WINDOW")
                .body("items.voucherNo", contains(early))
                .body("items[0].possibleActions", hasItem("ACCEPT_EARLY"));
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .body(Map.of("voucherNos", List.of(early), "note", "本人确认缴2024年度"))
                .post(ROOT + "payment-acceptances")
                .then()
                .body("accepted", equalTo(1));
        details.getFirst().put("status", "NORMAL");
        reconcile(1, "380.00").statusCode(201).body("differences", empty());
    }

    @Test
    @DisplayName("总额与明细不符（文件被截断）：整批退回，不保存")
    void cutDetailsAreRefused() {
        pays(world.villager(), "380.00");
        reconcile(2, "760.00").statusCode(422).body("code", equalTo("RECONCILIATION_TOTALS_WRONG"));
    }

    @Test
    @DisplayName("差异逐项关闭留痕；关闭后不能更改；全部关闭后批次才能关闭")
    void closingLeavesATraceAndIsFinal() {
        pays(World.somebody(), "380.00");
        String run = reconcile(1, "380.00").extract().path("reconciliationId");
        String id = differences(run, "NOBODY").extract().path("items[0].differenceId");
        var finance = World.as("finance", "finance", "360900/");
        World.as("finance", "finance", "360900/")
                .post(ROOT + "reconciliations/" + run + "/closure")
                .then()
                .statusCode(409)
                .body("code", equalTo("RECONCILIATION_HAS_OPEN_DIFFERENCES"));
        close(id, "COLLECT_REST").statusCode(422).body("code", equalTo("DIFFERENCE_ACTION_UNFIT"));
        close(id, "RETURN_TO_PAYER").statusCode(409).body("code", equalTo("DIFFERENCE_NOT_DONE"));
        close(id, "ASSIGN_TO_PERSON").statusCode(409).body("code", equalTo("DIFFERENCE_NOT_DONE"));
        close(id, "EXPLAINED").statusCode(200).body("state", equalTo("CLOSED")).body("closedBy", equalTo("finance"));
        close(id, "EXPLAINED").statusCode(200);
        close(id, "RETURN_TO_PAYER").statusCode(409).body("code", equalTo("RECONCILIATION_CLOSED"));
        finance.post(ROOT + "reconciliations/" + run + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("SIGNED"));
        sign(run, "finance").statusCode(200).body("state", equalTo("SIGNED"));
        sign(run, "approver").statusCode(200).body("state", equalTo("CLOSED")).body("signedBy", equalTo("finance"));
    }

    private static ValidatableResponse sign(String run, String login) {
        return World.as(login.equals("finance") ? "finance" : "county_approver", login, World.COUNTY)
                .post(ROOT + "reconciliations/" + run + "/closure")
                .then();
    }

    private static ValidatableResponse close(String id, String action) {
        return World.as("finance", "finance", "360900/")
                .body(Map.of("action", action, "note", "已核对税票原件"))
                .post(ROOT + "differences/" + id + "/closure")
                .then();
    }
}
