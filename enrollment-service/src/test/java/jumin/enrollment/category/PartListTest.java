package jumin.enrollment.category;

import static jumin.enrollment.category.SendingOrgan.enrolled;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.enrollment.Standard2024;
import jumin.enrollment.category.SendingOrgan.Somebody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A city's full list in parts, one for each township: each part ends people of its own place only. */
@QuarkusTest
class PartListTest {

    private static final String TOWNSHIP = "360902199";
    private static final String OTHER = "360902198";

    @Inject
    Standard2024 standard;

    private SendingOrgan sender;
    private Somebody here;
    private Somebody there;

    @BeforeEach
    void aFullListInTwoParts() throws Exception {
        Demo.divisions();
        Demo.clockAt("2032-10-10T09:00:00");
        standard.published(SendingOrgan.YEAR, "400.00");
        sender = SendingOrgan.another();
        here = enrolled("分区划");
        there = enrolled("分区划", Demo.otherClerk(), Demo.OTHER_VILLAGE);
        sender.part("2032-07", TOWNSHIP, List.of(here)).statusCode(201).body("divisions", equalTo(List.of(TOWNSHIP)));
        sender.part("2032-07", OTHER, List.of(there))
                .statusCode(201)
                .body("state", equalTo("APPLIED"))
                .body("standing", equalTo(0))
                .body("ending", equalTo(0));
    }

    private static String lastDay(Somebody somebody) {
        return Calls.get(Demo.reviewer(), "/persons/{id}/recognitions", somebody.personId())
                .statusCode(200)
                .extract()
                .path("items[0].to");
    }

    private static ValidatableResponse approved(String list) {
        return Calls.post(
                        SendingOrgan.approver(),
                        Map.of("approved", true, "reason", "已核对"),
                        "/category-lists/{id}/approval",
                        list)
                .statusCode(200);
    }

    @Test
    @DisplayName("分区划的全量名单：只终止本区划内不再列入的人，别的区划不动；撤销即恢复")
    void aPartEndsItsOwnPlaceOnly() {
        var newcomer = enrolled("分区划");
        String list = sender.part("2032-09", TOWNSHIP, List.of(newcomer))
                .statusCode(201)
                .body("standing", equalTo(1))
                .body("ending", equalTo(1))
                .extract()
                .path("listId");
        approved(list);
        assertEquals("2032-08-31", lastDay(here));
        assertEquals(null, lastDay(there));

        sender.undo(list).statusCode(200).body("state", equalTo("UNDONE"));
        assertEquals(null, lastDay(here));
    }

    @Test
    @DisplayName("住在甲地、列在乙地名单的人，两份先后都不终止；重报的一份以后报的为准")
    void whoIsNamedElsewhereIsNotEnded() {
        sender.part("2032-09", OTHER, List.of(here, there)).statusCode(201).body("ending", equalTo(0));
        var newcomer = enrolled("分区划");
        sender.part("2032-09", TOWNSHIP, List.of(newcomer))
                .statusCode(201)
                .body("state", equalTo("APPLIED"))
                .body("ending", equalTo(0));
        assertEquals(null, lastDay(here));

        sender.part("2032-09", TOWNSHIP, List.of(enrolled("分区划")))
                .statusCode(201)
                .body("standing", equalTo(1))
                .body("ending", equalTo(1));
    }

    @Test
    @DisplayName("同一区划的旧月份不接收，别的区划的照收；区划不在本统筹区、增量名单写区划的说明改法")
    void placesAreChecked() {
        sender.part("2032-09", TOWNSHIP, List.of(here)).statusCode(201);
        sender.part("2032-08", Demo.VILLAGE, List.of(here))
                .statusCode(409)
                .body("code", equalTo("CATEGORY_LIST_OUTDATED"));
        sender.part("2032-08", OTHER, List.of(there)).statusCode(201);
        sender.part("2032-09", "131002", List.of(here))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/divisions"));
        Calls.post(
                        sender.token(),
                        Map.of(
                                "listMonth",
                                "2032-09",
                                "kind",
                                "PARTIAL",
                                "divisions",
                                List.of(TOWNSHIP),
                                "rows",
                                List.of(SendingOrgan.row(here))),
                        "/category-lists")
                .statusCode(422)
                .body("errors[0].message", containsString("增量名单"));
    }

    private ValidatableResponse lacking(String month) {
        return Calls.get(sender.token(), "/category-list-parts?size=100&listMonth=" + month)
                .statusCode(200);
    }

    @Test
    @DisplayName("各份是否齐全：列出该月未报、待确认的区划和已等的天数；同月区划交叉的一份不接收，原区划的可重报")
    void partsThatHaveNotComeAreListed() {
        lacking("2032-07").body("items.divisionCode", not(hasItems(TOWNSHIP, OTHER)));
        sender.part("2032-09", OTHER, List.of(there)).statusCode(201);
        lacking("2032-09")
                .body("items.divisionCode", not(hasItem(OTHER)))
                .rootPath("items.find { it.divisionCode == '" + TOWNSHIP + "' }")
                .body("state", equalTo("MISSING"))
                .body("divisionName", equalTo("清泉镇"))
                .body("categoryName", equalTo("低保对象"))
                .body("lastMonth", equalTo("2032-07"))
                .body("waitingDays", equalTo(39));

        sender.part("2032-09", "360902", List.of(here, there))
                .statusCode(409)
                .body("code", equalTo("CATEGORY_LIST_OVERLAPS"))
                .body("errors[0].pointer", equalTo("/divisions"))
                .body("detail", containsString("白云镇"));
        sender.part("2032-09", OTHER, List.of(there)).statusCode(201);

        sender.part("2032-09", TOWNSHIP, List.of(enrolled("分区划")))
                .statusCode(201)
                .body("state", equalTo("PENDING"));
        lacking("2032-09").body("items.find { it.divisionCode == '" + TOWNSHIP + "' }.state", equalTo("PENDING"));
        Calls.get(SendingOrgan.another().token(), "/category-list-parts?listMonth=2032-09")
                .body("total", equalTo(0));
    }

    @Test
    @DisplayName("名单所写住址与登记地不同的人：两处以登记地为准，别处后报的名单不使其从名单所列中消失")
    void whoLivesElsewhereThanTheListSaysStaysNamed() {
        var named = new HashMap<>(SendingOrgan.row(there));
        named.put("divisionCode", Demo.VILLAGE);
        Calls.post(
                        sender.token(),
                        Map.of(
                                "listMonth",
                                "2032-09",
                                "kind",
                                "FULL",
                                "divisions",
                                List.of(OTHER),
                                "rows",
                                List.of(named)),
                        "/category-lists")
                .statusCode(201);
        sender.part("2032-10", TOWNSHIP, List.of(here)).statusCode(201);

        Calls.get(Demo.clerk(), "/named-persons?size=100&state=ENROLLED&benefitYear=" + SendingOrgan.YEAR)
                .statusCode(200)
                .body("items.findAll { it.organ == '" + sender.organ() + "' }.maskedName", equalTo(List.of("分**")));
    }

    @Test
    @DisplayName("只在旧名单上、后来的本区划名单不再列入的人，登记时不认定；别的区划的名单不影响")
    void aLaterPartSpeaksForItsPlace() {
        var number = Demo.idNumber(java.time.LocalDate.of(1986, 6, 7), true);
        var unknown = new Somebody("分未登", number, "", "");
        sender.part("2032-09", TOWNSHIP, List.of(here, unknown)).statusCode(201).body("counts.NOT_FOUND", equalTo(1));
        sender.part("2032-10", OTHER, List.of(there)).statusCode(201);
        var wanted = Demo.person("分未登", number);
        wanted.put("benefitYear", SendingOrgan.YEAR);
        Demo.register(wanted).statusCode(201).body("enrollment.subsidy.tier", equalTo("fixed"));

        var second = Demo.idNumber(java.time.LocalDate.of(1986, 6, 7), true);
        sender.part("2032-10", TOWNSHIP, List.of(here, unknown, new Somebody("分未登", second, "", "")))
                .statusCode(201);
        sender.part("2032-11", TOWNSHIP, List.of(here, unknown)).statusCode(201);
        wanted.put("idNumber", second);
        wanted.put("houseNumber", Demo.houseNumber());
        Demo.register(wanted).statusCode(201).body("enrollment.subsidy.tier", equalTo("none"));
    }
}
