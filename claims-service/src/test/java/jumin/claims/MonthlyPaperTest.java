package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jumin.claims.clearing.DailyRefusal;
import jumin.claims.clearing.MakeMonthlyPaper;
import jumin.claims.clearing.MonthlyPaperView;
import jumin.claims.clearing.MonthlyStatementView;
import jumin.claims.settlement.ReasonView;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.testing.Tokens;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class MonthlyPaperTest extends Care {

    private static final int MANY = 1000;

    @Inject
    MakeMonthlyPaper papers;

    private static void today(String day) {
        admin().body("{\"now\": \"" + day + "T10:00:00\"}")
                .put(BASE + "clock")
                .then()
                .statusCode(200);
    }

    private static String made(String code, YearMonth month) {
        return post(reviewer(), "monthly-statements", key(), """
                        {"provider": "%s", "area": "360900", "month": "%s", "retentionRate": "0.05"}
                        """.formatted(code, month))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String path(String id) {
        return BASE + "monthly-statements/" + id + "/paper";
    }

    private static String printed(String code, String id) throws IOException {
        return pages(hospital(code)
                        .accept("application/pdf")
                        .get(path(id))
                        .then()
                        .statusCode(200)
                        .contentType("application/pdf")
                        .extract()
                        .asByteArray())
                .getFirst();
    }

    static List<String> pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new java.util.ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("[\\s\\u3000]", ""));
            }
            return pages;
        }
    }

    private static void step(
            io.restassured.specification.RequestSpecification by, String id, String step, String body) {
        post(by, "monthly-statements/" + id + "/" + step, key(), body).statusCode(200);
    }

    @Test
    @DisplayName("月结单：合计、预留、应付、拨付，没有支付的各笔写明原因和条款；别的机构、别的县看不到；留痕")
    void aMonthWithPaidAndRefusedBillsIsPrinted() throws IOException {
        var code = "H36090200092";
        provider(code, "月结医院", "tertiary");
        var bill = Bills.ofPerson(covered("彭某")).item("A-SERVICE", "100", "100", "10000.00");
        String day = post(hospital(code), "settlements", key(), bill.json())
                .statusCode(201)
                .extract()
                .path("settledOn");
        var uncovered = feeds.person(Ids.next(), "窦某", VILLAGE);
        feeds.coverage(uncovered, 2024, "[]", "{\"code\": \"NOT_PAID\", \"text\": \"未缴费\", \"article\": \"第四条\"}");
        var other = Bills.ofPerson(uncovered).item("A-DRUG", "10", "100", "1000.00");
        post(hospital(code), "settlements", key(), other.json()).statusCode(200);
        var month = YearMonth.from(LocalDate.parse(day));
        today(month.plusMonths(1).atDay(2).toString());
        try {
            var id = made(code, month);
            assertThat(printed(code, id), allOf(containsString("尚未拨付"), containsString("已生成")));
            step(approver(), id, "approval", "{\"opinion\": \"同意\"}");
            step(as(Tokens.staff("finance", "finance", COUNTY)), id, "payment", "{\"voucher\": \"V77\"}");

            reviewer()
                    .get(path(id))
                    .then()
                    .statusCode(200)
                    .body("fundPay", equalTo("5640.00"), "statement.retention", equalTo("282.00"))
                    .body("statement.payable", equalTo("5358.00"), "refusals.count", equalTo(1))
                    .body("refusals.totalAmount", equalTo("1000.00"), "refusals.listed[0].personName", equalTo("窦*"))
                    .body("refusals.listed[0].reasons.article", hasItem("第四条"), "rejected", nullValue());
            assertThat(
                    printed(code, id),
                    allOf(
                            containsString("5,358.00＝5,640.00−0.00−282.00"),
                            containsString("凭证V77"),
                            containsString("第四条"),
                            containsString("没有支付的（1笔，1,000.00元）"),
                            containsString("医药机构（盖章）")));
            hospital().get(path(id)).then().statusCode(404);
            as(Tokens.staff("county_reviewer", "reviewer", "360900/360981/"))
                    .get(path(id))
                    .then()
                    .statusCode(404);
            clerk(TOWNSHIP).get(path(id)).then().statusCode(403);
            as(Tokens.staff("auditor", "auditor", CITY))
                    .get(BASE + "audit-events?limit=1000&subject=" + id)
                    .then()
                    .body("items.findAll { it.what == 'monthly-statement-paper' }.actor", hasItem("reviewer"));
        } finally {
            today(day);
        }
    }

    @Test
    @DisplayName("没有支付的：同一次就医拒付三次只列最后一次，拒付后已支付的不列")
    void theSameCareCountsOnceAndNotWhenItIsPaid() {
        var code = "H36090200057";
        provider(code, "重报医院", "tertiary");
        var uncovered = feeds.person(Ids.next(), "窦某", VILLAGE);
        var later = feeds.person(Ids.next(), "柏某", VILLAGE);
        for (var person : List.of(uncovered, later)) {
            feeds.coverage(person, 2024, "[]", "{\"code\": \"NOT_PAID\", \"text\": \"未缴费\", \"article\": \"第四条\"}");
        }
        var refused = Bills.ofPerson(uncovered).item("A-DRUG", "10", "100", "1000.00");
        post(hospital(code), "settlements", key(), refused.json()).statusCode(200);
        post(hospital(code), "settlements", key(), refused.json()).statusCode(200);
        var last = Bills.ofPerson(uncovered).item("A-DRUG", "11", "100", "1100.00");
        String latest = post(hospital(code), "settlements", key(), last.json())
                .statusCode(200)
                .extract()
                .path("settlementId");
        var paid = Bills.ofPerson(later).item("A-SERVICE", "100", "100", "10000.00");
        post(hospital(code), "settlements", key(), paid.json()).statusCode(200);
        feeds.covered(later, 2024, "2024-01-01", "2024-12-31");
        String day = post(hospital(code), "settlements", key(), paid.json())
                .statusCode(201)
                .extract()
                .path("settledOn");
        var month = YearMonth.from(LocalDate.parse(day));
        today(month.plusMonths(1).atDay(2).toString());
        try {
            reviewer()
                    .get(path(made(code, month)))
                    .then()
                    .statusCode(200)
                    .body("refusals.count", equalTo(1), "refusals.totalAmount", equalTo("1100.00"))
                    .body("refusals.listed.settlementId", contains(latest));
        } finally {
            today(day);
        }
    }

    @Test
    @DisplayName("没有业务的月份照样出月结单，写明没有；退回的盖明退回人和理由")
    void anEmptyMonthSaysSoAndARejectedOneToo() throws IOException {
        var code = "H36090200093";
        provider(code, "空月医院", "tertiary");
        var id = made(code, YearMonth.of(2024, 2));
        assertThat(
                printed(code, id),
                allOf(
                        containsString("本月没有结算，也没有不予支付的"),
                        containsString("0.00＝0.00−0.00−0.00"),
                        not(containsString("已退回"))));

        step(approver(), id, "rejection", "{\"opinion\": \"预留比例有误\"}");

        assertThat(printed(code, id), allOf(containsString("已退回approver：预留比例有误"), containsString("不作为拨付依据")));
    }

    @Test
    @DisplayName("一千笔：跨页，每页重复表头，最后一页有签字栏")
    void aThousandLinesGoOverPagesWithTheirHeader() throws IOException {
        var reasons = List.of(new ReasonView("NOT_COVERED_ON_DATE", "就诊日不在待遇享受期内", "办法", "第四条", null));
        var listed = IntStream.range(0, MANY)
                .mapToObj(i -> new DailyRefusal(
                        new SettlementId(UUID.randomUUID()),
                        "JS20240320" + (10000000 + i),
                        "M" + i,
                        LocalDate.of(2024, 3, 20),
                        SettlementRow.Outcome.REFUSED,
                        "窦*",
                        LocalDate.of(2024, 3, 2),
                        LocalDate.of(2024, 3, 20),
                        Money.yuan("1000.00"),
                        reasons,
                        null))
                .toList();
        var pdf = papers.pdf(new MonthlyPaperView(
                "城乡居民医保定点医药机构月结单",
                "宜春市",
                "示范医院",
                statement(),
                "已复核",
                Money.yuan("82488.11"),
                null,
                List.of(),
                new MonthlyPaperView.Refusals(MANY + 1, Money.yuan("1001000.00"), listed),
                LocalDate.of(2024, 4, 2),
                "finance"));
        Files.write(Path.of("target/monthly-statement.pdf"), pdf);

        var pages = pages(pdf);
        assertThat(pages.size(), greaterThan(10));
        assertThat(
                pages.stream().filter(page -> page.contains("JS20240320")).toList(),
                everyItem(containsString("单号姓名结算日期原因依据费用")));
        assertThat(pages.getLast(), containsString("经办机构（盖章）"));
        assertThat(
                String.join("", pages),
                allOf(
                        containsString("JS2024032010000000"),
                        containsString("JS2024032010000999"),
                        containsString("只印前1000笔")));
    }

    private static MonthlyStatementView statement() {
        return new MonthlyStatementView(
                UUID.randomUUID(),
                "H36090200001",
                "360900",
                YearMonth.of(2024, 3),
                1,
                Money.yuan("108000.00"),
                Money.yuan("55704.60"),
                Money.yuan("26783.51"),
                Money.ZERO,
                Money.ZERO,
                Rate.parse("5%"),
                Money.yuan("4124.41"),
                Money.yuan("78363.70"),
                List.of(),
                "reviewer",
                LocalDate.of(2024, 4, 2),
                "approver",
                null,
                "",
                MonthlyStatementView.State.APPROVED,
                Money.yuan("4124.41"),
                Money.ZERO,
                List.of(),
                List.of(),
                List.of());
    }
}
