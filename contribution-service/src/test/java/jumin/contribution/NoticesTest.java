package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import jumin.contribution.money.FindDebtors;
import jumin.contribution.place.DivisionRange;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.testing.PostgresResource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 缴费通知单: for a village at once, and for one person. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class NoticesTest {

    @Inject
    World world;

    @Inject
    FindDebtors debtors;

    @Inject
    CurrentCaller caller;

    private final String village = World.TOWNSHIP + "3609021993%02d/".formatted(World.next() % 90 + 10);

    @BeforeEach
    void open() {
        world.opened();
    }

    private World.Person neighbour() {
        var person = World.somebody();
        world.person(person, village);
        world.enrolled(person);
        return person;
    }

    private ValidatableResponse notices(String more) {
        return World.as("village_helper", "helper", village)
                .get(ROOT + "payment-notices?benefitYear=2024&division=" + village + more)
                .then();
    }

    private static String printed(String path) throws IOException {
        return new PDFTextStripper().getText(document(path));
    }

    private static org.apache.pdfbox.pdmodel.PDDocument document(String path) throws IOException {
        return Loader.loadPDF(World.clerk()
                .accept("application/pdf")
                .get(ROOT + path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    @Test
    @DisplayName("一村逐户：只有尚欠的户，一户一页；缴清的不在；没有的写明；别的乡镇看不到")
    void onlyWhoOwes() throws IOException {
        var path = "payment-notices?benefitYear=2024&division=" + village;
        notices("").statusCode(200).body("items", hasSize(0), "message", containsString("没有尚欠缴费的户"));
        assertTrue(printed(path).contains("没有尚欠缴费的户"));
        var owes = neighbour();
        var too = neighbour();
        var paid = neighbour();
        World.tax()
                .body(World.payment(paid, "380.00", "2023-11-02"))
                .post(ROOT + "payments")
                .then()
                .statusCode(200);
        notices("")
                .body("items", hasSize(2), "part", equalTo(1), "parts", equalTo(1), "message", nullValue())
                .body("items.bill.openTotal", contains("380.00", "380.00"));
        try (var document = document(path)) {
            assertEquals(2, document.getNumberOfPages());
            var text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("参保缴费通知单") && !text.contains("#"), text);
        }
        notices("&part=2").body("items", hasSize(0), "message", equalTo("没有第 2 份，共 1 份。"));
        World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP)
                .get(ROOT + path)
                .then()
                .statusCode(403);
        assertFalse(owes.id().equals(too.id()));
        assertTrue(read(owes) > 0, "who is read is on record");
        assertEquals(0, read(paid), "who owes nothing is not read");
    }

    private static int read(World.Person person) {
        return World.as("auditor", "auditor", "360900/")
                .get(ROOT + "audit-events?subject=" + person.id())
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.what == 'bill' }.size()");
    }

    private List<String> part(int from) {
        var here = new DivisionRange(village, village + "~");
        return caller.callAs(Caller.service("test"), () -> debtors.part(here, 2024, from, 2));
    }

    @Test
    @DisplayName("分份：打印第一份之后有人缴费，第二份仍是原来的户，没有一户漏掉")
    void whoPaysBetweenTwoPartsShiftsNobody() {
        var all = Stream.generate(this::neighbour).limit(4).toList();
        var first = part(0);
        var second = part(2);
        assertEquals(2, first.size());
        assertEquals(2, second.size());
        assertEquals(List.of(), part(4));
        var payer = all.stream()
                .filter(person -> person.household().equals(first.getFirst()))
                .findFirst()
                .orElseThrow();
        World.tax()
                .body(World.payment(payer, "380.00", "2023-11-02"))
                .post(ROOT + "payments")
                .then()
                .statusCode(200);
        assertEquals(List.of(first.getLast()), part(0));
        assertEquals(second, part(2));
    }

    @Test
    @DisplayName("一人的通知单写明姓名；缴清的写明无需缴费；外乡镇的人没有")
    void oneByName() throws IOException {
        var person = neighbour();
        var path = "persons/" + person.id() + "/payment-notice?benefitYear=2024";
        World.clerk()
                .get(ROOT + path)
                .then()
                .statusCode(200)
                .body("person", equalTo("测试甲"), "personNo", equalTo(person.no()), "bill.members", hasSize(1));
        assertTrue(printed(path).contains("测试甲"));
        World.tax()
                .body(World.payment(person, "380.00", "2023-11-02"))
                .post(ROOT + "payments")
                .then()
                .statusCode(200);
        assertTrue(printed(path).contains("无需缴费"));
        World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP)
                .get(ROOT + path)
                .then()
                .statusCode(404);
    }
}
