package jumin.enrollment.paper;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.auditor;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.enrollment.Standard2024;
import jumin.enrollment.roster.RosterFile;
import jumin.paper.ListSheet;
import jumin.testing.Tokens;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaperTest {

    @Inject
    Standard2024 contribution;

    private String number;
    private String personId;
    private String enrollment;
    private String household;

    @BeforeEach
    void aPersonWithARareName() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        number = idNumber(LocalDate.of(1979, 9, 9), true);
        var registered = register(person("㛃䶮·𬱖龘", number)).statusCode(201).extract();
        enrollment = registered.path("enrollment.enrollmentId");
        personId = registered.path("enrollment.personId");
        household = as(clerk()).get("/persons/{id}", personId).path("householdId");
    }

    static ValidatableResponse issue(String token, String kind, String subject, boolean unmasked) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of(
                        "kind",
                        kind,
                        "subject",
                        subject,
                        "benefitYear",
                        2024,
                        "unmasked",
                        unmasked,
                        "purpose",
                        "异地'就医"))
                .post("/papers")
                .then();
    }

    static String text(String paper) throws IOException {
        var pdf = as(clerk())
                .get("/papers/{id}/pdf", paper)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text, not(anyOf(containsString("#"), containsString("\uFFFD"))));
            return text;
        }
    }

    private static ValidatableResponse verify(String code) {
        return as(otherClerk())
                .contentType("application/json")
                .body(Map.of("verificationCode", code))
                .post("/paper-verifications")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("参保凭证：脱敏或全号，生僻字照印，水印写明何人何用，第二次注明补打；验证码不含个人信息")
    void theProofIsPrintedAndVerified() throws IOException {
        var issued = issue(clerk(), "ENROLLMENT_PROOF", enrollment, true)
                .statusCode(201)
                .body("verificationCode", matchesPattern("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}"))
                .body("masked", equalTo(false))
                .extract();
        String id = issued.path("paperId");
        String code = issued.path("verificationCode");

        assertThat(text(id), allOf(containsString("㛃䶮·𬱖龘"), containsString(number), containsString("用途：异地就医")));
        assertThat(text(id), containsString("补打（第 2 次）"));
        verify(code.toLowerCase(java.util.Locale.ROOT).replace("-", ""))
                .body("genuine", equalTo(true))
                .body("maskedName", equalTo("㛃****"))
                .body("inForce", equalTo(true));
        verify("AAAA-BBBB-CCCC").body("genuine", equalTo(false));
        assertThat(auditedPapers(), hasItem(id));
        as(otherClerk()).get("/papers/{id}", id).then().statusCode(404);
    }

    @Test
    @DisplayName("参保凭证写明自何日至何日享受待遇；还没有核定的写尚未确定，不猜")
    void theProofSaysFromWhenToWhen() throws IOException {
        String before = issue(clerk(), "ENROLLMENT_PROOF", enrollment, false)
                .statusCode(201)
                .extract()
                .path("paperId");
        assertThat(text(before), containsString("尚未确定"));
        contribution.coveredFrom(personId, 2024, "2024-03-01");
        String after = issue(clerk(), "ENROLLMENT_PROOF", enrollment, false)
                .statusCode(201)
                .extract()
                .path("paperId");
        assertThat(
                text(after),
                allOf(
                        containsString("2024-01-01 至 2024-02-29（第十五条）"),
                        containsString("2024-03-01 至 2024-12-31（第十五条）"),
                        containsString("2024-01-05"),
                        not(containsString("尚未确定"))));
    }

    @Test
    @DisplayName("单据上的二维码扫出来就是验证码，不含姓名和证件号码")
    void theQrCodeIsTheVerificationCode() throws Exception {
        var issued = issue(clerk(), "ENROLLMENT_PROOF", enrollment, true)
                .statusCode(201)
                .extract();
        var pdf = as(clerk())
                .get("/papers/{id}/pdf", issued.<String>path("paperId"))
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            var read = new ArrayList<String>();
            for (var name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDImageXObject picture) {
                    var image = picture.getImage();
                    var width = image.getWidth();
                    var pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
                    var source = new RGBLuminanceSource(width, image.getHeight(), pixels);
                    read.add(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(source)))
                            .getText());
                }
            }
            assertThat(read, equalTo(List.of(issued.<String>path("verificationCode"))));
        }
    }

    /** On whichever page of the audit they stand. */
    private static List<String> auditedPapers() {
        var found = new ArrayList<String>();
        for (long after = -1, next = 0; next != after; ) {
            after = next;
            var page = as(auditor())
                    .get("/audit-events?limit=1000&after={after}", after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.findAll { it.what == 'paper' }.subject"));
            next = page.getLong("next");
        }
        return found;
    }

    @Test
    @DisplayName("默认脱敏；村协管员不能开全号；辖区外开不了")
    void numbersAreMaskedUnlessAllowed() throws IOException {
        var helper = Tokens.staff("village_helper", "helper", Demo.VILLAGE_PATH);

        String id = issue(helper, "ENROLLMENT_PROOF", enrollment, false)
                .statusCode(201)
                .extract()
                .path("paperId");

        assertThat(text(id), not(containsString(number)));
        issue(helper, "ENROLLMENT_PROOF", enrollment, true)
                .statusCode(403)
                .body("code", equalTo("UNMASKING_NOT_ALLOWED"));
        issue(otherClerk(), "ENROLLMENT_PROOF", enrollment, false)
                .statusCode(422)
                .body("code", equalTo("PAPER_SUBJECT_UNKNOWN"));
    }

    @Test
    @DisplayName("全号单据：无权的岗位知道编号也看不到、下载不了；补打他人开具的，写明自己的用途，印在水印上")
    void fullNumbersAreNotPrintedByWhoMayNotIssueThem() throws IOException {
        String id = issue(clerk(), "VILLAGE_LIST", Demo.VILLAGE, true)
                .statusCode(201)
                .extract()
                .path("paperId");
        var helper = Tokens.staff("village_helper", "helper", Demo.VILLAGE_PATH);
        for (var form : List.of("pdf", "xlsx")) {
            as(helper)
                    .get("/papers/{id}/" + form, id)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("UNMASKING_NOT_ALLOWED"));
            as(Demo.reviewer())
                    .get("/papers/{id}/" + form, id)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("PAPER_PURPOSE_MISSING"));
        }
        as(helper).get("/papers/{id}", id).then().statusCode(200).body("prints", equalTo(0));

        var sheet = RosterFile.read(as(Demo.reviewer())
                .get("/papers/{id}/xlsx?purpose={purpose}", id, "核对低保")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertTrue(sheet.get(1).getFirst().contains("用途：核对低保"), sheet.get(1).toString());
    }

    @Test
    @DisplayName("户登记表和村花名册：PDF 和表格内容一致，首行注明导出人和用途")
    void householdsAndVillagesArePrinted() throws IOException {
        String form = issue(clerk(), "REGISTRATION_FORM", household, true)
                .statusCode(201)
                .extract()
                .path("paperId");
        assertThat(text(form), allOf(containsString("户主"), containsString(number)));

        String list = issue(clerk(), "VILLAGE_LIST", Demo.VILLAGE, true)
                .statusCode(201)
                .extract()
                .path("paperId");
        var sheet = RosterFile.read(as(clerk())
                .get("/papers/{id}/xlsx", list)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertTrue(sheet.get(1).getFirst().contains("用途：异地就医"), sheet.get(1).toString());
        assertTrue(sheet.stream().anyMatch(row -> row.contains(number)));
        assertEquals("'=1+1", ListSheet.harmless("=1+1"));
    }

    @Test
    @DisplayName("超过一份人数的村（居）：花名册可以分份开具，写明第几份、自第几人起")
    void aLargeVillageIsPrintedInParts() throws IOException {
        var wanted = Map.<String, Object>of(
                "kind",
                "VILLAGE_LIST",
                "subject",
                Demo.VILLAGE,
                "benefitYear",
                2024,
                "unmasked",
                false,
                "purpose",
                "公示",
                "part",
                2);
        String list =
                Calls.post(clerk(), wanted, "/papers").statusCode(201).extract().path("paperId");
        assertThat(text(list), containsString("第2份，自第5001人起"));
    }
}
