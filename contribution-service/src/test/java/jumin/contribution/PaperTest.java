package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import jumin.testing.PostgresResource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class PaperTest {

    @Inject
    World world;

    private World.Person person;

    @BeforeEach
    void open() {
        world.opened();
        person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrolled(person);
    }

    private void pays(String amount, String day) {
        World.tax()
                .body(World.payment(person, amount, day))
                .post(ROOT + "payments")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("缴费证明只列计入应缴的缴费；重复缴的不算")
    void proofListsWhatTheLevyTook() {
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/payment-proof?benefitYear=2024")
                .then()
                .statusCode(422)
                .body("code", equalTo("NOTHING_TO_PROVE"));
        pays("380.00", "2023-11-02");
        pays("380.00", "2023-11-05");
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/payment-proof?benefitYear=2024")
                .then()
                .statusCode(200)
                .body("vouchers", hasSize(1))
                .body("paidAmount", equalTo("380.00"))
                .body("paidInFull", equalTo(true))
                .body("cover[0].stateText", equalTo("享受"), "cover[0].to", equalTo("2024-12-31"));
        World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP)
                .get(ROOT + "persons/" + person.id() + "/payment-proof?benefitYear=2024")
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("打印的证明和通知单与屏幕一致，没有缺字")
    void paperSaysTheSame() throws IOException {
        pays("380.00", "2023-11-02");
        var proof = printed("persons/" + person.id() + "/payment-proof?benefitYear=2024");
        assertTrue(proof.contains("缴费证明") && proof.contains("380.00") && proof.contains(person.no()), proof);
        assertTrue(proof.contains("2024-01-01") && proof.contains("2024-12-31"), proof);
        var notice = printed("households/" + person.household() + "/payment-notice?benefitYear=2024");
        assertTrue(notice.contains("参保缴费通知单") && notice.contains("2024-02-29"), notice);
    }

    @Test
    @DisplayName("应缴暂缓的成员：通知单写明暂缓和原因，不印 0.00 元")
    void noticeTellsThatALevyIsOnHold() throws IOException {
        var undecided = "{\"state\":\"HELD\",\"tier\":\"none\",\"articles\":[],\"payer\":null,\"category\":null,"
                + "\"heldReason\":\"缺少年度标准\"}";
        world.enrollment(person, 2024, "ordinary", undecided, "ENROLLED", "");
        var notice = printed("households/" + person.household() + "/payment-notice?benefitYear=2024");
        assertTrue(notice.contains("暂缓核定") && notice.contains("资助待遇正在核定"), notice);
        var line =
                notice.lines().filter(text -> text.contains("暂缓核定")).findFirst().orElseThrow();
        assertFalse(line.contains("0.00"), line);
    }

    private static String printed(String path) throws IOException {
        var bytes = World.clerk()
                .accept("application/pdf")
                .get(ROOT + path)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(bytes)) {
            var text = new PDFTextStripper().getText(document);
            assertFalse(text.contains("#") || text.contains("\ufffd"), text);
            return text;
        }
    }
}
