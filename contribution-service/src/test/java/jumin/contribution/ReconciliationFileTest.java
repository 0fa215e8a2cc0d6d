package jumin.contribution;

import static io.restassured.RestAssured.given;
import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.testing.PostgresResource;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reconciliation by file: a job, three ways, days that close for good. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class ReconciliationFileTest {

    private static final AtomicInteger DAY = new AtomicInteger();

    @Inject
    World world;

    @Inject
    DatabaseOwner owner;

    @Inject
    Crashes crashes;

    @Inject
    CurrentCaller caller;

    @Inject
    Sql database;

    private LocalDate day;

    @BeforeEach
    void open() {
        world.opened();
        day = LocalDate.of(2023, 9, 15).plusDays(DAY.incrementAndGet());
    }

    private String pays(String amount) {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrolled(person);
        var payment = World.payment(person, amount, day.toString());
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        return (String) payment.get("voucherNo");
    }

    private static void confirm(String voucher, String amount, LocalDate on) {
        World.tax()
                .body(List.of(Map.of(
                        "voucherNo", voucher, "stage", "RECEIVED", "amount", amount, "confirmedOn", on.toString())))
                .post(ROOT + "treasury-confirmations")
                .then()
                .body("booked", equalTo(1));
    }

    private String text(boolean threeWays, String... vouchersOf380) {
        return text(day, threeWays, vouchersOf380);
    }

    static String text(LocalDate day, boolean threeWays, String... vouchersOf380) {
        var basic = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        var text = new StringBuilder("H|JUMIN-RECONCILIATION-1|" + World.ORGAN + "|2024|" + basic + "|" + basic + "|"
                + (threeWays ? basic : "") + "|0\n");
        for (var voucher : vouchersOf380) {
            text.append("D|" + voucher + "|380.00|" + basic + "|Z\n");
        }
        try {
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.US_ASCII)));
            return text + "T|" + vouchersOf380.length + "|" + 380 * vouchersOf380.length + ".00|" + hash + "\n";
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    static ValidatableResponse send(byte[] content) {
        return given().auth()
                .oauth2(Tokens.tax(World.ORGAN))
                .multiPart("file", "day.txt.gz", content, "application/gzip")
                .post(ROOT + "reconciliation-files")
                .then();
    }

    private static ValidatableResponse compared(byte[] content) throws InterruptedException {
        String id = send(content).statusCode(202).extract().path("reconciliationId");
        for (var until = System.nanoTime() + Duration.ofSeconds(30).toNanos(); System.nanoTime() < until; ) {
            var run = World.tax().get(ROOT + "reconciliations/" + id);
            if (!"COMPARING".equals(run.path("state"))) {
                return run.then();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not compared in time");
    }

    private static ValidatableResponse sign(String run, String role) {
        return World.as(role, role, World.COUNTY)
                .post(ROOT + "reconciliations/" + run + "/closure")
                .then();
    }

    private static ValidatableResponse differences(String run) {
        return World.as("county_reviewer", "reviewer", World.COUNTY)
                .get(ROOT + "reconciliations/" + run + "/differences")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("文件对账由作业完成：总额、每日总额、三方差异；同一文件重传得到同一批次")
    void fileIsComparedThreeWays() throws InterruptedException, IOException {
        var inTreasury = pays("380.00");
        confirm(inTreasury, "380.00", day);
        var inTransit = pays("380.00");
        var lessInTreasury = pays("380.00");
        confirm(lessInTreasury, "300.00", day);
        var onlyTreasury = "X" + World.next() + "00000";
        confirm(onlyTreasury, "380.00", day);
        var content = gzip(text(true, inTreasury, inTransit, lessInTreasury));
        String run = compared(content)
                .body("state", equalTo("OPEN"))
                .body("totals.agree", equalTo(true))
                .body("matched", equalTo(3))
                .body("treasury.count", equalTo(2))
                .body("treasury.sum", equalTo("680.00"))
                .extract()
                .path("reconciliationId");
        send(content).statusCode(202).body("reconciliationId", equalTo(run));
        differences(run)
                .body("items.find { it.type == 'NOT_IN_TREASURY' }.voucherNo", equalTo(inTransit))
                .body("items.find { it.type == 'TREASURY_DIFFERS' }.difference", equalTo("-80.00"))
                .body("items.find { it.type == 'ONLY_TREASURY' }.voucherNo", equalTo(onlyTreasury))
                .body("items.size()", equalTo(3));
        World.tax()
                .get(ROOT + "reconciliations/" + run + "/days")
                .then()
                .body("day", contains(day.toString()))
                .body("[0].ourSum", equalTo("1140.00"))
                .body("[0].agree", equalTo(true));
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .get(ROOT + "differences/ageing")
                .then()
                .body("find { it.type == 'NOT_IN_TREASURY' }.count", greaterThanOrEqualTo(1));
    }

    @Test
    @DisplayName("比对时还在入账的缴费：虽然记录的到达时间在比对之前，也不能随这一天关闭")
    void aPaymentBeingWrittenWhileComparingIsNotClosedOver() throws InterruptedException, IOException {
        String run = compared(gzip(text(false, pays("380.00")))).extract().path("reconciliationId");
        var slow = pays("380.00");
        owner.run(
                "set session_replication_role = replica; update payment set received_at = received_at - interval '1 day'"
                        + " where voucher_no = '" + slow + "'");
        sign(run, "finance").statusCode(409).body("code", equalTo("RECONCILIATION_STALE"));
    }

    @Test
    @DisplayName("对国库之后、对缴费之前到达的缴费没有与国库比过：不能签认")
    void aPaymentBetweenTheStepsIsNotClosedOver() throws InterruptedException, IOException {
        String run = compared(gzip(text(false, pays("380.00")))).extract().path("reconciliationId");
        owner.run("set session_replication_role = replica; update reconciliation"
                + " set compare_began = compared_at - interval '1 day' where id = '" + run + "'");
        sign(run, "finance").statusCode(409).body("code", equalTo("RECONCILIATION_STALE"));
    }

    @Test
    @DisplayName("两人签认后对账日关闭：不再对、不再变；迟到的缴费列入开放日并引用关闭批次")
    void closedDayNeverChanges() throws InterruptedException, IOException {
        var voucher = pays("380.00");
        String run = compared(gzip(text(false, voucher))).extract().path("reconciliationId");
        sign(run, "finance").body("state", equalTo("SIGNED"));
        var late = pays("380.00");
        sign(run, "county_approver").statusCode(409).body("code", equalTo("RECONCILIATION_STALE"));

        String second = compared(gzip(text(false, voucher, late))).extract().path("reconciliationId");
        sign(second, "finance").body("state", equalTo("SIGNED"));
        sign(second, "county_approver").statusCode(200).body("state", equalTo("CLOSED"));
        send(gzip(text(false, voucher))).statusCode(202).body("reconciliationId", equalTo(run));
        send(gzip(text(true, voucher))).statusCode(409).body("code", equalTo("RECONCILIATION_DAY_CLOSED"));

        var tooLate = pays("380.00");
        World.tax().get(ROOT + "reconciliations/" + second).then().body("totals.ourSum", equalTo("760.00"));
        var today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        var message = new HashMap<String, Object>(
                Map.of("taxOrgan", World.ORGAN, "benefitYear", 2024, "from", today.toString(), "to", today.toString()));
        message.put("totals", Map.of("count", 1, "sum", "380.00"));
        message.put("details", List.of(Map.of("voucherNo", tooLate, "amount", "380.00", "paidOn", day.toString())));
        String open = World.tax()
                .body(message)
                .post(ROOT + "reconciliations")
                .then()
                .statusCode(201)
                .extract()
                .path("reconciliationId");
        differences(open)
                .body("items.find { it.voucherNo == '" + tooLate + "' }.type", equalTo("LATE_RECORD"))
                .body("items.find { it.voucherNo == '" + tooLate + "' }.refersTo", equalTo(second));
    }

    @Test
    @DisplayName("比对放弃后重传文件：从没做完的一步继续；暂存的明细随作业放弃而清除，随重传补上；结果与一次做完相同")
    void comparisonThatGaveUpGoesOnWhenTheFileComesAgain() throws InterruptedException, IOException {
        var inTreasury = pays("380.00");
        confirm(inTreasury, "380.00", day);
        var content = gzip(text(true, inTreasury, pays("380.00")));
        crashes.at("reconciliation-before-commit", 3);
        String run = send(content).statusCode(202).extract().path("reconciliationId");
        ended(run, "FAILED");
        World.tax().get(ROOT + "reconciliations/" + run).then().body("state", equalTo("COMPARING"));
        nothingIsStaged(run);
        compared(content)
                .body("reconciliationId", equalTo(run))
                .body("state", equalTo("OPEN"))
                .body("matched", equalTo(2))
                .body("totals.agree", equalTo(true));
        nothingIsStaged(run);
        differences(run).body("items.size()", equalTo(1)).body("items[0].type", equalTo("NOT_IN_TREASURY"));
    }

    static void ended(String run, String state) throws InterruptedException {
        for (var until = System.nanoTime() + Duration.ofSeconds(30).toNanos(); System.nanoTime() < until; ) {
            String job = World.tax().get(ROOT + "reconciliations/" + run).path("jobId");
            if (state.equals(World.tax().get(ROOT + "jobs/" + job).path("state"))) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("job did not end " + state);
    }

    /** Voucher numbers and amounts wait only as long as somebody is going to compare them. */
    private void nothingIsStaged(String run) {
        caller.callAs(Caller.service("test"), () -> {
            assertEquals(0, database.count("select count(to_regclass(?))", "tax_detail_" + run.replace("-", "")));
            return null;
        });
    }

    @Test
    @DisplayName("被截断、总额不符、不是文本的文件：整份退回")
    void damagedFilesAreRefused() throws IOException {
        var whole = text(false, pays("380.00"));
        var zipped = gzip(whole);
        send(Arrays.copyOf(zipped, zipped.length / 2)).statusCode(422).body("code", equalTo("PAYMENT_FILE_TRUNCATED"));
        send(whole.substring(0, whole.indexOf("T|")).getBytes(StandardCharsets.US_ASCII))
                .statusCode(422)
                .body("code", equalTo("PAYMENT_FILE_TRUNCATED"));
        send(whole.replace("T|1|380.00", "T|2|760.00").getBytes(StandardCharsets.US_ASCII))
                .statusCode(422)
                .body("code", equalTo("RECONCILIATION_TOTALS_WRONG"));
        send(whole.replace("|380.00|", "|1.5E+17|").getBytes(StandardCharsets.US_ASCII))
                .statusCode(422)
                .body("code", equalTo("PAYMENT_FILE_MALFORMED"));
    }
}
