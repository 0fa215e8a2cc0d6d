package jumin.contribution;

import static io.restassured.RestAssured.given;
import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jumin.testing.PostgresResource;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class PaymentFileTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    private static String voucher() {
        return "F" + World.next() + "000000";
    }

    private static ValidatableResponse send(byte[] content) {
        return given().auth()
                .oauth2(Tokens.tax(World.ORGAN))
                .multiPart("file", "day.txt", content, "text/plain")
                .post(ROOT + "payment-files")
                .then();
    }

    /** The file when all its lines are worked off. */
    private static ValidatableResponse booked(byte[] content) throws InterruptedException {
        String id = send(content).statusCode(202).extract().path("fileId");
        for (var until = System.nanoTime() + Duration.ofSeconds(30).toNanos(); System.nanoTime() < until; ) {
            var file = World.tax().get(ROOT + "payment-files/" + id);
            var job = World.tax().get(ROOT + "jobs/" + file.path("jobId")).path("state");
            if (!"QUEUED".equals(job) && !"RUNNING".equals(job)) {
                return World.tax().get(ROOT + "payment-files/" + id).then().statusCode(200);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not booked in time");
    }

    private static void covered(World.Person person, boolean covered) {
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-01")
                .then()
                .body("covered", equalTo(covered));
    }

    @Test
    @DisplayName("GB18030 文件：逐行入账，结果文件同编码、同行序")
    void nightlyFileIsBooked() throws InterruptedException {
        var first = world.villager();
        var second = world.villager();
        var vouchers = new String[] {voucher(), voucher()};
        var file = new TaxFile().pays(vouchers[0], first, "测试甲", "380.00").pays(vouchers[1], second, "测试甲", "300.00");
        String id = booked(file.bytes(GB18030))
                .body("charset", equalTo("GB18030"))
                .body("accepted", equalTo(2))
                .body("sum", equalTo("680.00"))
                .extract()
                .path("fileId");
        covered(first, true);
        covered(second, false);
        var result = new String(
                World.tax().get(ROOT + "payment-files/" + id + "/result").asByteArray(), GB18030);
        var lines = result.split("\r\n");
        assertEquals("D|" + vouchers[0] + "|ACCEPTED|MATCHED|足额", lines[1]);
        assertTrue(lines[2].startsWith("D|" + vouchers[1] + "|ACCEPTED|SHORT|"), lines[2]);
    }

    @Test
    @DisplayName("文件里的冲正先到，原缴费后由接口推来：随即冲正，不算已缴，不等下一个文件")
    void aReversalDoesNotWaitForAnotherFile() throws InterruptedException {
        var person = world.villager();
        var payment = World.payment(person, "380.00", "2023-11-02");
        var original = (String) payment.get("voucherNo");
        booked(new TaxFile().reverses(voucher(), original, "380.00").bytes(GB18030))
                .body("waiting", equalTo(1));
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);

        covered(person, false);
        World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then().body("[0].reversed", equalTo(true));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("等不到原缴费的冲正由县级撤下，写明理由；不在等待的不能撤；外县看不到")
    void aReversalThatWaitsInVainIsDismissed() throws InterruptedException {
        String id = booked(
                        new TaxFile().reverses(voucher(), voucher(), "380.00").bytes(GB18030))
                .body("waiting", equalTo(1))
                .extract()
                .path("fileId");
        dismissed(World.OTHER_COUNTY, id).statusCode(404);
        dismissed(World.COUNTY, id).statusCode(200).body("waiting", equalTo(0), "refused", equalTo(1));
        dismissed(World.COUNTY, id).statusCode(409).body("code", equalTo("FILE_LINE_NOT_WAITING"));
        World.tax()
                .get(ROOT + "payment-files/" + id + "/lines")
                .then()
                .body("items[0].outcome", equalTo("DISMISSED"), "items[0].detail", containsString("税票号写错"));
    }

    private static ValidatableResponse dismissed(String county, String file) {
        int line = World.tax().get(ROOT + "payment-files/" + file + "/lines").path("items[0].line");
        return World.as("county_reviewer", "reviewer", county)
                .body(Map.of("line", line, "reason", "税票号写错"))
                .post(ROOT + "payment-files/" + file + "/line-dismissal")
                .then();
    }

    @Test
    @DisplayName("同一文件传两次：同一份文件，没有第二次入账；接口已推过的税票再来也没有")
    void sameFileTwiceHasNoSecondEffect() throws InterruptedException {
        var person = world.villager();
        var payment = World.payment(person, "380.00", "2023-11-02");
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
        var file = new TaxFile().pays((String) payment.get("voucherNo"), person, "测试甲", "380.00");
        var content = file.bytes(StandardCharsets.UTF_8);
        String id = booked(content).body("accepted", equalTo(1)).extract().path("fileId");
        send(content).statusCode(202).body("fileId", equalTo(id)).body("accepted", equalTo(1));
        World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then().body("size()", equalTo(1));
        var other = file.pays(voucher(), person, "测试甲", "380.00").bytes(StandardCharsets.UTF_8);
        send(other).statusCode(409).body("code", equalTo("PAYMENT_FILE_NUMBER_REUSED"));
    }

    @Test
    @DisplayName("中途截断、尾行不符、内容被改：整份退回，一行也不入账")
    void damagedFilesAreRefusedWhole() {
        var person = world.villager();
        var whole = new TaxFile()
                .pays(voucher(), person, "测试甲", "380.00")
                .pays(voucher(), person, "测试甲", "380.00")
                .bytes(StandardCharsets.UTF_8);
        send(Arrays.copyOf(whole, whole.length / 2)).statusCode(422).body("code", equalTo("PAYMENT_FILE_TRUNCATED"));
        send(Arrays.copyOf(whole, whole.length - 20))
                .statusCode(422)
                .body("code", equalTo("PAYMENT_FILE_CHECKSUM_WRONG"));
        send(new TaxFile()
                        .pays(voucher(), person, "测试甲", "380.00")
                        .claims(2, "760.00")
                        .bytes(GB18030))
                .statusCode(422)
                .body("code", equalTo("PAYMENT_FILE_TOTALS_WRONG"));
        whole[whole.length / 2 - 3] ^= 1;
        send(whole).statusCode(422);
        send(new byte[0]).statusCode(400).body("code", equalTo("PAYMENT_FILE_MISSING"));
        World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then().body("size()", equalTo(0));
    }

    @Test
    @DisplayName("两种编码混用：退回并指出行号；不会把姓名猜成乱码")
    void mixedEncodingsAreRefused() {
        var person = world.villager();
        var mixed = new TaxFile()
                .pays(voucher(), person, "测试甲", "380.00")
                .pays(voucher(), person, "测试甲", "380.00")
                .bytes(line -> line == 0 ? GB18030 : StandardCharsets.UTF_8);
        send(mixed)
                .statusCode(422)
                .body("code", equalTo("PAYMENT_FILE_ENCODING"))
                .body("detail", containsString("UTF-8 的行：3"));
    }

    @Test
    @DisplayName("科学计数的金额退回整份；科学计数的证件号、税票号只退该行")
    void numbersSpoiltBySpreadsheets() throws InterruptedException {
        var person = world.villager();
        send(new TaxFile()
                        .line("D|" + voucher() + "|Z|||" + person.idNumber() + "|测试甲|1.5E+17|20231102||")
                        .claims(1, "380.00")
                        .bytes(GB18030))
                .statusCode(422)
                .body("code", equalTo("PAYMENT_FILE_MALFORMED"))
                .body("detail", containsString("1.5E+17"));
        var file = new TaxFile()
                .line("D|" + voucher() + "|Z|||3.60902E+17|测试甲|380.00|20231102||")
                .line("D|3.3609E+17|Z|||" + person.idNumber() + "|测试甲|380.00|20231102||")
                .line("D|" + voucher() + "|Z|||" + person.idNumber() + "|测试甲|380.00|2023-11-2||")
                .pays(voucher(), person, "测试甲", "380.00")
                .claims(4, "1520.00");
        String id = booked(file.bytes(GB18030))
                .body("accepted", equalTo(1))
                .body("refused", equalTo(3))
                .extract()
                .path("fileId");
        World.tax()
                .get(ROOT + "payment-files/" + id + "/lines?status=REFUSED")
                .then()
                .body("items.line", equalTo(List.of(2, 3, 4)))
                .body("items[0].detail", containsString("科学计数"));
    }

    @Test
    @DisplayName("后一日的文件先到：冲正等原缴费，原缴费到了自动冲正；缺的序号看得到")
    void laterDayComesFirst() throws InterruptedException {
        var person = world.villager();
        var original = voucher();
        var dayOne = new TaxFile().pays(original, person, "测试甲", "380.00");
        var dayTwo = new TaxFile().of("20231103").reverses(voucher(), original, "380.00");
        booked(dayTwo.bytes(GB18030)).body("waiting", equalTo(1));
        var lost = "missing.findAll { it.fileNo == %d }.taxOrgan".formatted(dayOne.number());
        World.tax()
                .get(ROOT + "payment-files?benefitYear=2024")
                .then()
                .body("items.fileNo", hasItem(dayTwo.number()), lost, equalTo(List.of(World.ORGAN)));
        booked(dayOne.bytes(GB18030)).body("accepted", equalTo(1));
        World.tax().get(ROOT + "payment-files?benefitYear=2024").then().body(lost, equalTo(List.of()));
        covered(person, false);
        World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then().body("[0].reversed", equalTo(true));
    }

    @Test
    @DisplayName("序号从 1 起：最先到的不是第 1 号，前面的就是缺的")
    void theFirstFileCanBeMissed() throws InterruptedException {
        var file = new TaxFile().year(2009).pays(voucher(), world.villager(), "测试甲", "380.00");
        booked(file.bytes(GB18030));
        World.tax()
                .get(ROOT + "payment-files?benefitYear=2009")
                .then()
                .body("missing[0].fileNo", equalTo(file.number() - 1))
                .body("missing[0].ofOrgan", equalTo(Math.min(file.number() - 1, 1000)))
                .body("missing.size()", lessThanOrEqualTo(20));
    }
}
