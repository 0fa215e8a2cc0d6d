package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 对账 that compared the wrong thing, and differences that are settled together. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class WithdrawnRunTest {

    private static final AtomicInteger DAY = new AtomicInteger();

    @Inject
    World world;

    @Inject
    Crashes crashes;

    private LocalDate day;

    @BeforeEach
    void open() {
        world.opened();
        day = LocalDate.of(2023, 12, 20).plusDays(2 * DAY.incrementAndGet());
    }

    private static RequestSpecification reviewer() {
        return World.as("county_reviewer", "reviewer", World.COUNTY);
    }

    private String pays() {
        var payment = World.payment(world.villager(), "380.00", day.toString());
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        return (String) payment.get("voucherNo");
    }

    /** The tax organ lists one voucher only. */
    private String reconciled(String voucher) {
        return reconciled(voucher, day);
    }

    private String reconciled(String voucher, LocalDate from) {
        return World.tax()
                .body(Map.of(
                        "taxOrgan", World.ORGAN,
                        "benefitYear", 2024,
                        "from", from.toString(),
                        "to", day.toString(),
                        "totals", Map.of("count", 1, "sum", "380.00"),
                        "details", List.of(Map.of("voucherNo", voucher, "amount", "380.00", "paidOn", day.toString()))))
                .post(ROOT + "reconciliations")
                .then()
                .statusCode(201)
                .extract()
                .path("reconciliationId");
    }

    private static ValidatableResponse withdraw(RequestSpecification who, String run) {
        return who.body(Map.of("reason", "少送了一半明细"))
                .post(ROOT + "reconciliations/" + run + "/withdrawal")
                .then();
    }

    private static ValidatableResponse worklist() {
        return reviewer().get(ROOT + "differences?type=ONLY_OURS").then().statusCode(200);
    }

    @Test
    @DisplayName("送漏的批次：签认前可撤回，留下原因；差异不再是待办，也不能再处理、签认；同一内容可以重新对账")
    void aWrongRunIsPutAway() {
        var listed = pays();
        pays();
        var run = reconciled(listed);
        worklist().body("items.reconciliationId", hasItem(run));
        String difference =
                reviewer().get(ROOT + "reconciliations/" + run + "/differences").path("items[0].differenceId");
        withdraw(World.as("township_clerk", "clerk", World.TOWNSHIP), run).statusCode(403);
        withdraw(World.as("county_reviewer", "reviewer", World.OTHER_COUNTY), run)
                .statusCode(404);
        withdraw(reviewer(), run)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"), "withdrawnReason", equalTo("少送了一半明细"));
        withdraw(reviewer(), run).statusCode(200);
        worklist().body("items.reconciliationId", not(hasItem(run)));
        reviewer()
                .body(Map.of("action", "EXPLAINED", "note", "核对"))
                .post(ROOT + "differences/" + difference + "/closure")
                .then()
                .statusCode(409)
                .body("code", equalTo("RECONCILIATION_STATE_UNFIT"));
        World.as("finance", "finance", World.COUNTY)
                .post(ROOT + "reconciliations/" + run + "/closure")
                .then()
                .statusCode(409)
                .body("code", equalTo("RECONCILIATION_STATE_UNFIT"));
        var again = reconciled(listed);
        World.tax()
                .get(ROOT + "reconciliations/" + again)
                .then()
                .body("state", equalTo("OPEN"), "reconciliationId", not(equalTo(run)));
    }

    @Test
    @DisplayName("比对放弃了的批次也能撤回：文件本来就错、不会再来的，不留在“正在比对”")
    void aRunThatGaveUpIsPutAway() throws InterruptedException, IOException {
        crashes.at("reconciliation-before-commit", 3);
        var content = ReconciliationFileTest.gzip(ReconciliationFileTest.text(day, false, pays()));
        String run =
                ReconciliationFileTest.send(content).statusCode(202).extract().path("reconciliationId");
        ReconciliationFileTest.ended(run, "FAILED");
        withdraw(reviewer(), run).statusCode(200).body("state", equalTo("WITHDRAWN"));
        ReconciliationFileTest.send(content).statusCode(202).body("reconciliationId", not(equalTo(run)));
    }

    @Test
    @DisplayName("一类差异一并处理：项数和合计与现状一致才处理；签认过的批次不能撤回")
    void aClassIsClosedAtOnce() {
        var run = reconciled(pays());
        classClosure(run, "ONLY_OURS", 1, "-380.00").statusCode(422);
        pays();
        pays();
        var late = reconciled(pays());
        classClosure(late, "ONLY_OURS", 2, "-760.00")
                .statusCode(422)
                .body("code", equalTo("RECONCILIATION_TOTALS_WRONG"));
        classClosure(late, "ONLY_OURS", 3, "-1140.00")
                .statusCode(200)
                .body("differences.find { it.type == 'ONLY_OURS' }.open", equalTo(0));
        classClosure(late, "TWICE", 1, "380.00").body("code", equalTo("DIFFERENCE_ACTION_UNFIT"));
        World.as("finance", "finance", World.COUNTY)
                .post(ROOT + "reconciliations/" + late + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("SIGNED"));
        withdraw(reviewer(), late).statusCode(409).body("code", equalTo("RECONCILIATION_STATE_UNFIT"));
    }

    @Test
    @DisplayName("签认一次后又到了记录的批次：撤回后同一内容重新对账，两人签认关闭；关闭了的不能撤回")
    void aRunThatWentStaleIsPutAway() {
        var late = World.payment(world.villager(), "380.00", day.toString());
        var voucher = (String) late.get("voucherNo");
        var run = reconciled(voucher);
        classClosure(run, "ONLY_THEIRS", 1, "380.00").statusCode(200);
        sign("finance", run).statusCode(200).body("state", equalTo("SIGNED"));
        withdraw(reviewer(), run).statusCode(409);
        World.tax().body(late).post(ROOT + "payments").then().statusCode(200);
        sign("county_approver", run)
                .statusCode(409)
                .body("code", equalTo("RECONCILIATION_STALE"), "detail", containsString("撤回"));
        withdraw(reviewer(), run).statusCode(200).body("state", equalTo("WITHDRAWN"));

        var again = reconciled(voucher);
        World.tax().get(ROOT + "reconciliations/" + again).then().body("matched", equalTo(1));
        sign("finance", again).statusCode(200);
        sign("county_approver", again).statusCode(200).body("state", equalTo("CLOSED"));
        withdraw(reviewer(), again).statusCode(409);
    }

    @Test
    @DisplayName("签认一次后别的批次关闭了其中一天：说明须撤回，并可以撤回")
    void aRunOfWhichAnotherClosedADayIsPutAway() {
        var voucher = pays();
        var run = reconciled(voucher, day.minusDays(1));
        sign("finance", run).statusCode(200).body("state", equalTo("SIGNED"));
        var oneDay = reconciled(voucher);
        sign("finance", oneDay).statusCode(200);
        sign("county_approver", oneDay).statusCode(200).body("state", equalTo("CLOSED"));
        sign("county_approver", run)
                .statusCode(409)
                .body("code", equalTo("RECONCILIATION_DAY_CLOSED"), "detail", containsString("撤回"));
        withdraw(reviewer(), run).statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    private static ValidatableResponse sign(String role, String run) {
        return World.as(role, role, World.COUNTY)
                .post(ROOT + "reconciliations/" + run + "/closure")
                .then();
    }

    private static ValidatableResponse classClosure(String run, String type, int count, String sum) {
        return reviewer()
                .body(Map.of("type", type, "action", "TAX_RESENDS", "note", "税务已补推", "count", count, "sum", sum))
                .post(ROOT + "reconciliations/" + run + "/class-closure")
                .then();
    }
}
