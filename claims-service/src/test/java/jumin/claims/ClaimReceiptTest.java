package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jumin.testing.Tokens;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ClaimReceiptTest extends Care {

    private static String path(String id) {
        return BASE + "manual-claims/" + id + "/receipt";
    }

    private static String printed(String id) throws IOException {
        var pdf = clerk(TOWNSHIP)
                .accept("application/pdf")
                .get(path(id))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        Files.write(Path.of("target/claim-receipt.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u3000]", "");
        }
    }

    @Test
    @DisplayName("第四十八条 受理单：收到的、尚缺的材料和条款，期限，向谁凭什么单号查询；遮盖姓名账号；留痕，别的乡镇没有")
    void whatWasHandedInAndWhatIsMissing() throws IOException {
        feeds.enrollment("division", "360902199", """
                {"code": "360902199", "parent": "360902", "name": "清泉镇", "level": "TOWNSHIP", "path": "360900/360902/360902199/"}
                """);
        var id = ManualClaimTest.taken(covered("金某"), "\"fee_receipt\", \"fee_list\", \"bank_account\"");

        String number = clerk(TOWNSHIP)
                .get(path(id))
                .then()
                .statusCode(200)
                .body("number", startsWith("LX"), "state", equalTo("SUBMITTED"), "applicant.name", equalTo("金*"))
                .body("documents", hasSize(4), "documents.findAll { !it.received }.code", hasItem("medical_record"))
                .body("documents.findAll { it.received }.code", containsInAnyOrder("fee_receipt", "fee_list"))
                .body("documents.article", everyItem(equalTo("第四十八条")), "others", contains("开户行名称和银行账号"))
                .body("care.totalAmount", equalTo("10000.00"), "care.lines", equalTo(1))
                .body("deadline.last", nullValue(), "office.township", equalTo("清泉镇"))
                .body("applicant.accountLastFour", equalTo("2222"), "takenBy", equalTo("clerk"))
                .extract()
                .path("number");
        assertThat(
                printed(id),
                allOf(
                        containsString(number),
                        containsString("尚缺2件"),
                        containsString("第四十八条"),
                        containsString("清泉镇"),
                        not(containsString("6222020200011112222"))));
        clerk("360900/360902/360902198/").get(path(id)).then().statusCode(404);
        hospital().get(path(id)).then().statusCode(403);
        as(Tokens.staff("auditor", "auditor", CITY))
                .get(BASE + "audit-events?limit=1000&subject=" + id)
                .then()
                .body("items.findAll { it.what == 'manual-claim-receipt' }.actor", everyItem(equalTo("clerk")))
                .body("items.findAll { it.what == 'manual-claim-receipt' }", hasSize(2));
    }

    @Test
    @DisplayName("撤回的、退回的申请：受理单盖明状态和理由，不当作有效的受理凭据")
    void whatWasWithdrawnSaysSo() throws IOException {
        var id = ManualClaimTest.taken(covered("金某"), ManualClaimTest.ALL);
        assertThat(printed(id), allOf(containsString("材料齐全"), not(containsString("已撤回"))));
        ManualClaimTest.step(reviewer(), id, "return").statusCode(200);
        assertThat(printed(id), containsString("已退回补正核对无误"));
        ManualClaimTest.step(clerk(TOWNSHIP), id, "withdrawal").statusCode(200);
        assertThat(printed(id), allOf(containsString("已撤回核对无误"), containsString("请重新申请")));
        clerk(TOWNSHIP).get(path(id)).then().body("stateReason", equalTo("核对无误"));
    }

    @Test
    @DisplayName("廊坊第三十五条：受理单写明申请截止日和条款；逾期的须负责人批准")
    void theDeadlineOfACityIsPrinted() {
        var elsewhere = new OtherCity(feeds);
        var person = elsewhere.covered("廊某");
        String id = post(OtherCity.reviewer(), "manual-claims", key(), """
                        {"provider": "%s", "documents": ["id_card"], "relation": "SELF", "hadOperation": false,
                         "payee": {"name": "廊某", "bank": "示范银行", "account": "6222020200011112222"}, "bill": %s}
                        """.formatted(
                                OtherCity.HOSPITAL,
                                Bills.ofPerson(person)
                                        .item("A-SERVICE", "100", "100", "10000.00")
                                        .json()))
                .statusCode(201)
                .extract()
                .path("id");
        OtherCity.reviewer()
                .get(path(id))
                .then()
                .statusCode(200)
                .body("deadline.article", equalTo("第三十五条"), "deadline.late", equalTo(true))
                .body(
                        "deadline.last",
                        matchesPattern("2024-\\d\\d-\\d\\d"),
                        "documents.code",
                        not(hasItem("operation_record")))
                .body("documents.find { it.code == 'id_card' }.received", equalTo(true));
    }
}
