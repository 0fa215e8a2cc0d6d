package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class ReminderTest {

    @Inject
    World world;

    private World.Person person;
    private String village;

    @BeforeEach
    void open() {
        world.opened();
        village = World.TOWNSHIP + "3609021993%02d/".formatted(World.next() % 90 + 10);
        person = World.somebody();
        world.person(person, village);
    }

    private JsonPath arrears() {
        return World.clerk()
                .get(ROOT + "arrears?benefitYear=2024&division=" + village)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void pays(String amount) {
        World.tax()
                .body(World.payment(person, amount, "2023-11-02"))
                .post(ROOT + "payments")
                .then()
                .statusCode(200);
    }

    private String mine(String field) {
        return arrears().getString("items.find { it.personId == '" + person.id() + "' }." + field);
    }

    @Test
    @DisplayName("催缴清单：未缴、缴费不足都在，缴清即不在")
    void whoeverOwesIsOnTheListUntilPaid() {
        world.enrolled(person);
        assertEquals("UNPAID", mine("kind"));
        assertEquals("380.00", mine("openAmount"));
        assertEquals("NONE", mine("lastYear"));

        pays("300.00");
        assertEquals("SHORT", mine("kind"));
        assertEquals("80.00", mine("openAmount"));

        pays("80.00");
        assertEquals(0, arrears().getList("items").size());
    }

    @Test
    @DisplayName("上年参保、本年未登记的人在清单上")
    void whoWasRegisteredLastYearIsMissed() {
        world.enrollment(person, 2023, "ordinary", World.NOT_SUBSIDISED, "ENROLLED", "");
        assertEquals("NOT_REGISTERED", mine("kind"));
        assertEquals("NOT_COVERED", mine("lastYear"));
        assertEquals("0.00", mine("openAmount"));
    }

    @Test
    @DisplayName("本年登记过、因就业等终止的人不再催；登记撤回的仍在清单上")
    void whoLeftThisYearIsNotUrged() {
        world.enrollment(person, 2023, "ordinary", World.NOT_SUBSIDISED, "ENROLLED", "");
        var thisYear =
                new World.Person(person.id(), UUID.randomUUID(), person.idNumber(), person.no(), person.household());
        world.enrolled(thisYear);
        assertEquals("UNPAID", mine("kind"));
        var ended = "\"endedOn\":\"2023-12-01\",\"endReason\":\"employee_insurance\"";
        world.enrollment(thisYear, 2024, "ordinary", World.NOT_SUBSIDISED, "CANCELLED", ended);
        assertEquals("NOT_REGISTERED", mine("kind"));
        world.enrollment(thisYear, 2024, "ordinary", World.NOT_SUBSIDISED, "TERMINATED", ended);
        assertEquals(0, arrears().getList("items").size());
    }

    @Test
    @DisplayName("走访记录：重发不重复，最近一次在清单上；外乡镇看不到")
    void visitsAreKeptOnce() {
        world.enrolled(person);
        var visit = Map.of(
                "personId",
                person.id().toString(),
                "benefitYear",
                2024,
                "visitedOn",
                "2023-12-01",
                "reason",
                "WILL_PAY");
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            World.as("village_helper", "helper", village)
                    .header("Idempotency-Key", key)
                    .body(visit)
                    .post(ROOT + "visits")
                    .then()
                    .statusCode(201)
                    .body("reasonText", equalTo("已承诺缴费"));
        }
        assertEquals("1", mine("visits"));
        assertEquals("WILL_PAY", mine("lastVisit.reason"));
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/visits?benefitYear=2024")
                .then()
                .body("visitedBy", hasItem("helper"));
        var other = World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP);
        other.get(ROOT + "persons/" + person.id() + "/visits?benefitYear=2024")
                .then()
                .statusCode(404);
        World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP)
                .get(ROOT + "arrears?benefitYear=2024&division=" + village)
                .then()
                .statusCode(403)
                .body("code", equalTo("OUTSIDE_SCOPE"));
    }

    @Test
    @DisplayName("走访日期晚于今天、游标乱写：拒绝，说明原因")
    void badInputIsRefused() {
        World.clerk()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "personId",
                        person.id().toString(),
                        "benefitYear",
                        2024,
                        "visitedOn",
                        "2099-01-01",
                        "reason",
                        "REFUSED"))
                .post(ROOT + "visits")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/visitedOn"));
        World.clerk()
                .get(ROOT + "arrears?benefitYear=2024&after=nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"));
    }

    @Test
    @DisplayName("清单分页：每人恰好一次")
    void pagesNeitherRepeatNorSkip() {
        world.enrolled(person);
        for (var i = 0; i < 4; i++) {
            var other = World.somebody();
            world.person(other, village);
            world.enrolled(other);
        }
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = World.clerk()
                    .queryParam("after", after)
                    .get(ROOT + "arrears?benefitYear=2024&limit=2&division=" + village)
                    .jsonPath();
            seen.addAll(page.getList("items.personId"));
            after = page.getString("next");
        } while (after != null);
        assertEquals(5, seen.size());
        assertEquals(5, seen.stream().distinct().count());
    }

    private void household(World.Person of, String number) {
        world.apply("household", of.household(), """
                {"householdId":"%s","area":"360900","divisionPath":"%s","houseNumber":"%s","head":"%s"}
                """.formatted(of.household(), village, number, of.id()));
    }

    @Test
    @DisplayName("催缴清单按户编号排列，可只看一户；户编号先到后到、更正都一样；户账单可按户编号查")
    void villagesAreReadHouseByHouse() {
        world.enrolled(person);
        var other = World.somebody();
        household(other, "H1|甲");
        world.person(other, village);
        world.enrolled(other);
        household(person, "H0");
        assertEquals(
                List.of(person.id().toString(), other.id().toString()),
                arrears().getList("items.personId"));
        household(person, "H2");
        assertEquals(List.of("H1|甲", "H2"), arrears().getList("items.houseNumber"));
        assertEquals("测**", mine("householdHead").replaceAll("\\*+", "**"));

        var page = "arrears?benefitYear=2024&limit=1&division=" + village;
        var next = World.clerk().get(ROOT + page).jsonPath().getString("next");
        World.clerk()
                .queryParam("after", next)
                .get(ROOT + page)
                .then()
                .body("items.personId", equalTo(List.of(person.id().toString())));
        World.clerk()
                .get(ROOT + page + "&houseNumber=H2")
                .then()
                .body("items.personId", equalTo(List.of(person.id().toString())));
        var levies = "levy-worklist?benefitYear=2024&state=ISSUED&limit=1&division=" + village;
        var first = World.clerk().get(ROOT + levies).jsonPath();
        assertEquals(List.of("H1|甲"), first.getList("items.houseNumber"));
        World.clerk()
                .queryParam("after", first.getString("next"))
                .get(ROOT + levies)
                .then()
                .body("items.houseNumber", equalTo(List.of("H2")), "counts", nullValue());
        var bill = "household-bills?benefitYear=2024&houseNumber=H2&division=";
        World.clerk()
                .get(ROOT + bill + village)
                .then()
                .statusCode(200)
                .body("householdId", equalTo(person.household()))
                .body("members.personId", equalTo(List.of(person.id().toString())))
                .body("openTotal", equalTo("380.00"));
        World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP)
                .get(ROOT + bill + village)
                .then()
                .statusCode(404);
        World.clerk().get(ROOT + bill + "%E6%9D%91").then().statusCode(400);
    }

    @Test
    @DisplayName("征缴进度与曲线：缴清的人按日累计；上年标准未公布则没有对比")
    void progressIsCountedByDay() {
        world.enrolled(person);
        var other = World.somebody();
        world.person(other, village);
        world.enrolled(other);
        pays("380.00");

        World.clerk()
                .get(ROOT + "collection-progress?benefitYear=2024&division=" + village)
                .then()
                .statusCode(200)
                .body("lines", hasSize(1))
                .body("total.levied", equalTo(2))
                .body("total.paidUp", equalTo(1))
                .body("total.rate", equalTo("50.00%"));
        World.clerk()
                .get(ROOT + "collection-curve?benefitYear=2024&division=" + village)
                .then()
                .statusCode(200)
                .body("points", hasSize(1))
                .body("points[0].on", equalTo("2023-11-02"))
                .body("points[0].paidUpSoFar", equalTo(1))
                .body("points[0].dayOfSeason", greaterThanOrEqualTo(1))
                .body("lastYearWindowFrom", nullValue());
    }
}
