package jumin.enrollment.roster;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.houseNumber;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.roster.RosterCalls.committed;
import static jumin.enrollment.roster.RosterCalls.read;
import static jumin.enrollment.roster.RosterCalls.rows;
import static jumin.enrollment.roster.RosterCalls.until;
import static jumin.enrollment.roster.RosterCalls.validated;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RosterUndoTest {

    private static final LocalDate BIRTH = LocalDate.of(1971, 4, 5);
    private static final String TITLES = "户编号,与户主关系,姓名,证件号码\n";

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 contribution;

    private String first;
    private String text;

    @BeforeEach
    void aVillageInAutumn() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        first = idNumber(BIRTH, true);
        var house = houseNumber();
        text = TITLES + "%s,户主,𬱖撤,%s\n%s,配偶,销二,%s\n".formatted(house, first, house, idNumber(BIRTH, false));
    }

    private static ValidatableResponse undo(String id) {
        return as(clerk())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("reason", "选错了村"))
                .post("/roster-imports/{id}/undo", id)
                .then();
    }

    private static ValidatableResponse search(String idNumber) {
        return as(clerk())
                .contentType("application/json")
                .body(Map.of("idNumber", idNumber))
                .post("/person-searches")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("GB18030 文本：识别编码并显示；入库后在导入列表中")
    void aTextInGb18030IsReadAndListed() throws Exception {
        var id = validated(text.getBytes(Charset.forName("GB18030")));

        read(id).body("encoding", equalTo("GB18030"))
                .body("sampleNames", equalTo(java.util.List.of("𬱖*", "销*")))
                .body("counts.success", equalTo(2));
        as(clerk())
                .get("/roster-imports?benefitYear=2024&state=VALIDATED&divisionCode=360902199")
                .then()
                .statusCode(200)
                .body("items.importId", hasItem(id));
        as(otherClerk()).get("/roster-imports").then().statusCode(200).body("items.importId", not(hasItem(id)));
    }

    @Test
    @DisplayName("首笔缴费前撤销：登记和新建的人都撤回，同一文件可再导入")
    void anImportIsTakenBackBeforeTheFirstPayment() throws Exception {
        var file = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var id = validated(file);
        undo(id).statusCode(409).body("code", equalTo("ROSTER_NOT_READY"));
        committed(id);
        String person = rows(id, "SUCCESS").extract().path("items[0].personId");

        undo(id).statusCode(202);

        assertEquals("UNDONE", until(id, "UNDOING"));
        read(id).body("counts.undone", equalTo(2)).body("message", equalTo(""));
        search(first).body("items", hasSize(0));
        assertEquals("WITHDRAWN", feed.last("person", person).get("status").asText());
        assertEquals("CANCELLED", feed.last("enrollment", person).get("state").asText());
        undo(id).statusCode(409);
        var again = validated(file);
        committed(again);
        read(again).body("counts.registered", equalTo(2));
        search(first).body("items", hasSize(1));
    }

    @Test
    @DisplayName("有人缴费后不能整批撤销；冲正后可以")
    void whoPaidStaysRegistered() throws Exception {
        var id = validated(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        committed(id);
        String person = rows(id, "SUCCESS").extract().path("items[0].personId");
        var payment = UUID.randomUUID().toString();
        contribution.paid(person, 2024, payment);

        undo(id).statusCode(409).body("code", equalTo("ROSTER_PAID_ALREADY"));

        contribution.reversed(person, 2024, payment);
        undo(id).statusCode(202);
        assertEquals("UNDONE", until(id, "UNDOING"));
    }

    @Test
    @DisplayName("入库后其中一人并入另一登记：其余照撤，不会每次中断；并入的一行保留并写明")
    void aMergedRowDoesNotStopTheUndo() throws Exception {
        var id = validated(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        committed(id);
        String head = search(first).extract().path("items[0].personId");
        List<String> both = rows(id, "SUCCESS").extract().path("items.personId");
        var spouse = both.stream().filter(one -> !one.equals(head)).findFirst().orElseThrow();
        var twin = Demo.person("销二", idNumber(BIRTH, false));
        twin.put("benefitYear", 2023);
        var survivor = Calls.registered(twin);
        var merge =
                Map.<String, Object>of("survivorId", survivor, "mergedId", spouse, "reason", "重复", "evidence", "户口簿");
        Calls.post(clerk(), merge, "/person-merges").statusCode(201);

        undo(id).statusCode(202);

        assertEquals("UNDONE", until(id, "UNDOING"));
        read(id).body("counts.undone", equalTo(1)).body("message", containsString("1人在撤销期间"));
        search(first).body("items", hasSize(0));
        assertEquals("ENROLLED", feed.last("enrollment", survivor).get("state").asText());
    }

    @Test
    @DisplayName("村协管员只能撤销自己上传的导入")
    void aHelperTakesBackOnlyItsOwn() throws Exception {
        var id = validated(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        committed(id);
        as(Tokens.staff("village_helper", "helper", Demo.VILLAGE_PATH))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("reason", "不想要"))
                .post("/roster-imports/{id}/undo", id)
                .then()
                .statusCode(403)
                .body("code", equalTo("ACCESS_DENIED"));
        read(id).body("state", equalTo("COMMITTED"));
    }
}
