package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class StatementTest {

    @Inject
    Feeds feeds;

    private String settlement;

    @BeforeEach
    void theWorkedExample() {
        provider(HOSPITAL, "示范医院", "tertiary");
        policy().body(Bills.CATALOGUE).put(BASE + "catalogue/items").then().statusCode(200);
        feeds.standard(2024, "380.00", "\"35000.00\"");
        var person = feeds.person(Ids.next(), "李㼆𠮷", VILLAGE);
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        feeds.category(person, "minimum_living", "2024-01-01");
        var bill = Bills.ofPerson(person)
                .worked()
                .item("A-DRUG", "0", "0", "0.00")
                .json()
                .replace("项目OWN-UNKNOWN", "㼆𠮷·自备药");
        settlement = post(hospital(), "settlements", key(), bill)
                .statusCode(201)
                .extract()
                .path("settlementId");
    }

    @Test
    @DisplayName("结算单逐行写明基数、比例、金额和条款；医疗救助写明未计算（第六十七条）")
    void everyLineHasItsArticle() {
        var statement = hospital()
                .get(BASE + "settlements/" + settlement + "/statement")
                .then()
                .statusCode(200);

        statement
                .body("title", equalTo("城乡居民医保费用结算单"), "person.name", equalTo("李**"))
                .body("person.categories[0].title", equalTo("低保对象"), "care.days", equalTo(18))
                .body("totals.fundPay", equalTo("82488.11"), "totals.personPay", equalTo("25511.89"))
                .body("totals.equation", equalTo("25,511.89 = 108,000.00 − 82,488.11"))
                .body("lines.size()", greaterThanOrEqualTo(12), "items", hasSize(33))
                .body("lines.article", everyItem(not(emptyString())))
                .body("lines.find { it.kind == 'NOT_EVALUATED' }.article", equalTo("第六十七条"))
                .body("lines.find { it.kind == 'THRESHOLD' }.amount", equalTo("8750.00"))
                .body("lines.findAll { it.kind == 'FUND_PAYS' }.amount", hasItems("55704.60", "26783.51"))
                .body("lines.findAll { it.kind == 'FUND_PAYS' }.rate", hasItems("0.6"));
        List<String> amounts = statement.extract().path("lines.amount");
        assertThat(amounts, hasItems("108000.00", "-2340.00", "-6000.00", "93441.00", "-600.00", "49955.40"));
    }

    @Test
    @DisplayName("PDF 结算单：生僻字和间隔号照印，没有缺字")
    void theStatementIsPrinted() throws IOException {
        var text = text(settlement);
        assertThat(text, allOf(containsString("㼆𠮷·"), containsString("82,488.11"), containsString("第三十四条")));
        assertThat(text, not(anyOf(containsString("#"), containsString("\uFFFD"), containsString("已冲正"))));
        assertThat(
                text, allOf(containsString("您个人负担（医疗救助之前）"), containsString("18,000"), not(containsString("18000"))));
    }

    @Test
    @DisplayName("国办发〔2024〕38号：出自其他文件的一行，纸面写明该文件，不算在本市办法的条款里；同日就诊不印 0 天")
    void aLineOfAnotherTextNamesIt() throws IOException {
        var near = "H36090200068";
        post(admin(), "providers", key(), """
                {"code": "%s", "name": "激励医院", "divisionPath": "%s", "level": "tertiary", "kind": "", "traditional": false,
                 "agreements": [{"qualification": "INPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(near, COUNTY)).statusCode(201);
        var person = feeds.person(Ids.next(), "激某", VILLAGE);
        feeds.contribution("coverage", person.toString(), """
                {"personId": "%s", "area": "360900", "benefitYear": 2026, "intervals": [
                  {"from": "2026-01-01", "to": "2026-12-31", "state": "COVERED", "reason": "集中征缴期内缴费", "article": "第十五条"}],
                 "reasonNotCovered": null, "computedAt": "2026-01-01T08:00:00+08:00", "decisionId": "%s", "lawRelease": "test@1",
                 "continuousYears": 6}
                """.formatted(person, java.util.UUID.randomUUID()));
        feeds.standard(2026, "400.00", "\"41000.00\"");
        String raised = post(
                        hospital(near),
                        "settlements",
                        key(),
                        Bills.ofPerson(person)
                                .from("2026-03-02", "2026-03-02")
                                .item("A-SERVICE", "7000", "100", "700000.00")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");

        var paper = text(near, raised).replaceAll("\\s", "");
        assertThat(paper, containsString("《国务院办公厅"));
        assertThat(paper, allOf(not(containsString("0天")), containsString("另写明文件的除外")));
        assertThat(text(settlement), containsString("（18 天）"));
    }

    /** What is printed; the newest paper is kept for looking at. */
    private static String text(String settlement) throws IOException {
        return text(HOSPITAL, settlement);
    }

    private static String text(String provider, String settlement) throws IOException {
        var pdf = hospital(provider)
                .accept("application/pdf")
                .get(BASE + "settlements/" + settlement + "/statement")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        Files.write(Path.of("target/statement.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @DisplayName("年度累计：已用与剩余；冲正单金额为负")
    void theYearShowsWhatIsLeft() throws IOException {
        String person = hospital()
                .get(BASE + "settlements/" + settlement)
                .then()
                .extract()
                .path("personId");
        clerk(TOWNSHIP)
                .get(BASE + "persons/" + person + "/accumulators?benefitYear=2024")
                .then()
                .statusCode(200)
                .body("sums.pool_paid_ytd", equalTo("55704.60"), "sums.in_region_stays_ytd", equalTo("1"))
                .body("sums.cii_paid_ytd", equalTo("26783.51"))
                .body("limits.find { it.accumulator == 'pool_paid_ytd' }.limit", equalTo("100000.00"))
                .body("limits.find { it.accumulator == 'pool_paid_ytd' }.left", equalTo("44295.40"))
                .body("limits.find { it.accumulator == 'pool_paid_ytd' }.article", equalTo("第二十八条"))
                .body("limits.find { it.accumulator == 'cii_paid_ytd' }.unlimited", equalTo(true))
                .body("limits.find { it.accumulator == 'two_disease_paid_ytd' }.cases.both", equalTo("900.00"))
                .body("limits.find { it.accumulator == 'outpatient_paid_ytd_village' }.limit", equalTo("228.00"));
        String red = post(hospital(), "settlements/" + settlement + "/reversal", key(), "{\"reason\": \"更正\"}")
                .statusCode(201)
                .extract()
                .path("settlementId");
        var statement = hospital()
                .get(BASE + "settlements/" + settlement + "/statement")
                .then();
        String number = statement.extract().path("number");
        clerk(TOWNSHIP)
                .get(BASE + "settlements?number=" + number)
                .then()
                .statusCode(200)
                .body("settlementId", equalTo(settlement), "reversedBy", equalTo(red));
        clerk("360900/360902/360902198/")
                .get(BASE + "settlements?number=" + number)
                .then()
                .statusCode(404);
        statement
                .body("reversed.state", equalTo("已冲正"), "reversed.reason", equalTo("更正"))
                .body("reversed.on", matchesPattern("\\d{4}-\\d\\d-\\d\\d"), "reversed.number", startsWith("JS"))
                .body("totals.beforeAssistance", equalTo(true));
        assertThat(text(settlement), allOf(containsString("已冲正"), containsString("原因：更正"), containsString("全部冲回")));
        assertThat(text(red), containsString("冲正原因：更正"));
        hospital()
                .get(BASE + "settlements/" + red + "/statement")
                .then()
                .statusCode(200)
                .body("title", equalTo("城乡居民医保费用冲正单"), "reason", equalTo("更正"), "totals.fundPay", equalTo("-82488.11"));
    }
}
