package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import jumin.contribution.sheet.ExportList;
import jumin.testing.PostgresResource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 清单: what an office looks at every day, on the screen, as a workbook and on paper. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class ListsTest extends RefundCalls {

    private static final String HELD =
            "{\"tier\":\"none\",\"state\":\"HELD\",\"articles\":[],\"payer\":null,\"category\":null}";

    /** As the workbook writes what is not ASCII. */
    private static final Pattern CHARACTER = Pattern.compile("&#x([0-9a-fA-F]+);");

    /** A cell that only machines understand. */
    private static final Pattern CODE = Pattern.compile("<t[^>]*>([A-Z][A-Z_]{3,}|[a-z]+(_[a-z]+)+)</t>");

    private final String village = World.TOWNSHIP + "3609021994%02d/".formatted(World.next() % 90 + 10);

    private World.Person neighbour(String subsidy) {
        var person = World.somebody();
        world.person(person, village);
        world.enrollment(person, 2024, "ordinary", subsidy, "ENROLLED", "");
        return person;
    }

    private static ValidatableResponse list(String path) {
        return World.as("county_reviewer", "reviewer", World.COUNTY)
                .get(ROOT + path)
                .then()
                .statusCode(200);
    }

    /** All texts of a workbook. */
    private static String workbook(String path) throws IOException {
        return workbook(World.COUNTY, path);
    }

    private static String workbook(String division, String path) throws IOException {
        var bytes = World.as("finance", "finance", division)
                .accept(ExportList.XLSX)
                .get(ROOT + path)
                .then()
                .statusCode(200)
                .header("Content-Disposition", notNullValue())
                .extract()
                .asByteArray();
        var file = Files.createTempFile("list", ".xlsx");
        try {
            Files.write(file, bytes);
            var texts = texts(file);
            assertFalse(CODE.matcher(texts).find(), texts);
            return texts;
        } finally {
            Files.delete(file);
        }
    }

    private static String texts(Path workbook) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipFile(workbook.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return CHARACTER.matcher(text).replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    private static String printed(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @DisplayName("谁的应缴暂缓、为什么：按状态、原因、村筛选，首页附人数；按页接着取；可导出")
    void whoIsOnHoldAndWhy() throws IOException {
        var held = neighbour(HELD);
        var second = neighbour(HELD);
        var issued = neighbour(World.NOT_SUBSIDISED);
        var path = "levy-worklist?benefitYear=2024&division=" + village;
        String reason = list(path)
                .body("items.personId", hasItem(held.id().toString()))
                .body("items.personId", not(hasItem(issued.id().toString())))
                .body("items.name", hasItem("测**"))
                .body("counts[0].persons", equalTo(2))
                .extract()
                .path("items[0].reason");
        list(path + "&reason=" + reason).body("items.size()", equalTo(2));
        list(path + "&reason=LAW_MISSING").body("items.size()", equalTo(0));
        list(path + "&state=ISSUED")
                .body("items.personId", contains(issued.id().toString()))
                .body("items[0].dueAmount", equalTo("380.00"));
        String next = list(path + "&limit=1").extract().path("next");
        String first = list(path + "&limit=1").extract().path("items[0].personId");
        list(path + "&limit=5&after=" + next)
                .body("items.size()", equalTo(1))
                .body("items[0].personId", not(equalTo(first)))
                .body("counts", nullValue(), "next", nullValue());
        World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP)
                .get(ROOT + path)
                .then()
                .statusCode(403);
        var sheet = workbook(path);
        assertTrue(sheet.contains("暂缓") && !sheet.contains("HELD"));
        assertTrue(sheet.contains(held.no()) && sheet.contains(second.no()) && sheet.contains("应缴核定清单"));
        assertFalse(sheet.contains(issued.no()));
    }

    @Test
    @DisplayName("催缴清单：暂缓的写明原因，可按情况筛选；可导出、可打印")
    void arrearsSayWhy() throws IOException {
        var held = neighbour(HELD);
        var unpaid = neighbour(World.NOT_SUBSIDISED);
        var path = "arrears?benefitYear=2024&division=" + village;
        list(path + "&kind=HELD")
                .body("items.personId", contains(held.id().toString()))
                .body("items[0].heldReason", notNullValue(), "items[0].heldReasonText", notNullValue());
        list(path + "&kind=UNPAID").body("items.personId", contains(unpaid.id().toString()));
        list(path + "&visitReason=WILL_PAY").body("items.size()", equalTo(0));
        assertTrue(workbook(path).contains("未缴费"));
        var pdf = World.as("village_helper", "helper", village)
                .accept(ExportList.PDF)
                .get(ROOT + path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertTrue(printed(pdf).contains("催缴清单"));
    }

    @Test
    @DisplayName("退费办理清单：按人、状态、等待天数筛选，姓名脱敏；办结的不再等待；可导出")
    void refundsThatAreStuck() throws IOException {
        var person = paid("2023-11-02", "2023-11-03");
        var id = ordered(request(person, "surplus", ""));
        var path = "refund-worklist?benefitYear=2024&person=" + person.id();
        list(path + "&state=ORDERED")
                .body("items.refundId", contains(id))
                .body("items[0].cause", equalTo("surplus"), "items[0].causeText", equalTo("多缴或重复缴费"))
                .body("items[0].channelText", equalTo("税务退库"))
                .body("items[0].name", equalTo("测**"), "items[0].waitingDays", equalTo(0));
        list(path + "&state=REQUESTED").body("items.size()", equalTo(0));
        list(path + "&cause=death").body("items.size()", equalTo(0));
        list(path + "&waitingDays=14").body("items.size()", equalTo(0));
        list(path + "&division=" + World.OTHER_TOWNSHIP).body("items.size()", equalTo(0));
        try {
            world.at(LocalDate.now().plusDays(20));
            list(path + "&waitingDays=14").body("items.refundId", contains(id));
        } finally {
            world.now();
        }
        World.tax()
                .body(Map.of(
                        "outcome", "PAID", "attempt", 1, "documentNo", "TK" + World.next(), "paidOn", "2024-03-20"))
                .post(ROOT + "refund-orders/" + id + "/result")
                .then()
                .statusCode(200);
        list(path).body("items[0].stateText", equalTo("已退"), "items[0].waitingDays", equalTo(0));
        assertTrue(workbook(path).contains("已退"));
        World.as("county_reviewer", "reviewer", World.OTHER_COUNTY)
                .get(ROOT + path)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    @DisplayName("退费申请表和不予退费告知书：写明条款、理由、税票，供签字")
    void refundPapers() throws IOException {
        var person = paid("2023-11-02", "2023-11-03");
        var id = ordered(request(person, "surplus", ""));
        var form = World.clerk()
                .accept(ExportList.PDF)
                .get(ROOT + "refunds/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertTrue(printed(form).contains("退费申请表") && printed(form).contains("380.00"));
        var notice = World.clerk()
                .accept(ExportList.PDF)
                .body(request(person, "death", "2024-06-10"))
                .post(ROOT + "refunds/trial")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var text = printed(notice);
        assertTrue(text.contains("不予退费告知书") && text.contains("第二十二条"), text);
    }

    @Test
    @DisplayName("暂存款：可只看无人认领的、某机关的、放了多久的；可导出")
    void moneyInSuspense() throws IOException {
        var nobody = World.payment(World.somebody(), "380.00", "2023-11-02");
        World.tax().body(nobody).post(ROOT + "payments").then().statusCode(200);
        var person = paid("2023-11-02", "2023-11-03");
        String twice = payments(person).extract().path("[1].voucherNo");
        var voucher = (String) nobody.get("voucherNo");
        var path = "suspense?benefitYear=2024&limit=1000&after=" + voucher.substring(0, voucher.length() - 1);
        list(path).body("items.voucherNo", hasItem(voucher)).body("items.voucherNo", hasItem(twice));
        list(path + "&unowned=true")
                .body("items.voucherNo", hasItem(voucher))
                .body("items.voucherNo", not(hasItem(twice)));
        list(path + "&organ=13609999999").body("items.size()", equalTo(0));
        list(path + "&ageDays=3660").body("items.size()", equalTo(0));
        assertTrue(workbook("suspense?benefitYear=2024&unowned=true").contains(voucher));
    }

    /** Of a bill that pays for somebody. */
    private String annex() throws IOException {
        neighbour(World.MINIMUM_LIVING);
        String due = FundCalls.finance(
                        "aid-bills", Map.of("divisionPath", "360900/", "benefitYear", 2024, "payer", "finance"))
                .statusCode(201)
                .extract()
                .path("dueId");
        return World.as("finance", "finance", "360900/")
                        .get(ROOT + "fund-dues/" + due)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("partyText")
                + workbook("360900/", "fund-dues/" + due + "/postings");
    }

    @Test
    @DisplayName("差异跨批次、跨机关筛选；试算表、分录、对账批次、应收款可导出")
    void figuresCanBeTakenOut() throws IOException {
        var person = paid("2023-11-02", "2023-11-03");
        String voucher = payments(person).extract().path("[1].voucherNo");
        var day = "2023-11-03";
        World.tax()
                .body(Map.of(
                        "taxOrgan",
                        World.ORGAN,
                        "benefitYear",
                        2024,
                        "from",
                        day,
                        "to",
                        day,
                        "totals",
                        Map.of("count", 1, "sum", "380.00"),
                        "details",
                        List.of(Map.of("voucherNo", voucher, "amount", "380.00", "paidOn", day))))
                .post(ROOT + "reconciliations")
                .then()
                .statusCode(201);
        var path = "differences?type=TWICE&voucherNo=" + voucher;
        list(path + "&organ=" + World.ORGAN)
                .body("items[0].voucherNo", equalTo(voucher), "items[0].taxOrgan", equalTo(World.ORGAN))
                .body("items[0].benefitYear", equalTo(2024));
        list(path + "&organ=13609999999").body("items.size()", equalTo(0));
        list(path + "&person=" + person.id()).body("items.size()", equalTo(1));
        list(path + "&benefitYear=2023").body("items.size()", equalTo(0));
        list(path + "&ageDays=3").body("items.size()", equalTo(0));
        assertTrue(workbook(path).contains(voucher));
        assertTrue(workbook("ledger/trial-balance?benefitYear=2024").contains("国库（已入库）"));
        assertTrue(workbook("ledger/postings?account=SUSPENSE&benefitYear=2024").contains("缴费到账"));
        assertTrue(workbook("reconciliations?benefitYear=2024").contains(World.ORGAN));
        assertTrue(workbook("fund-dues?benefitYear=2024").contains("应收款"));
        assertTrue(annex().contains("合计"), "the annex ends with its sum");
        assertTrue(workbook("ledger/postings?account=REFUND_PAYABLE&benefitYear=2024")
                .contains("分录明细"));
        assertEquals(
                200,
                World.as("finance", "finance", World.COUNTY)
                        .get(ROOT + "fund-dues?benefitYear=2024&after=999999999&limit=1")
                        .then()
                        .body("size()", equalTo(0))
                        .extract()
                        .statusCode());
    }
}
