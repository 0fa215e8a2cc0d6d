package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.testing.PostgresResource;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class CoverageYearsTest {

    @Inject
    World world;

    private World.Person person;

    @BeforeEach
    void open() {
        world.organ();
        for (var year : List.of(2025, 2026, 2027)) {
            world.standard(year, "400.00", (year - 1) + "-09-15", year + "-02-28");
            World.as("finance", "finance", "360900/")
                    .header("Idempotency-Key", "open-" + year)
                    .body(Map.of("area", World.AREA, "benefitYear", year))
                    .post(ROOT + "levy-runs")
                    .then()
                    .statusCode(202);
        }
        person = World.somebody();
        world.person(person, World.VILLAGE);
    }

    private void enrolled(int year) {
        var registration =
                new World.Person(person.id(), UUID.randomUUID(), person.idNumber(), person.no(), person.household());
        world.enrollment(registration, year, "ordinary", World.NOT_SUBSIDISED, "ENROLLED", "");
    }

    private void pays(int year, String day) {
        var payment = new HashMap<>(World.payment(person, "400.00", day));
        payment.put("benefitYear", year);
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
    }

    private io.restassured.response.ValidatableResponse coverage(String on) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=" + on)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("没有享受过待遇就撤销的登记，不在待遇享受期清单里；在册的在")
    void whoWasWithdrawnIsNobodysLine() {
        enrolled(2026);
        listed(2026, hasItem(person.id().toString()));

        world.enrollment(
                person,
                2027,
                "ordinary",
                World.NOT_SUBSIDISED,
                "CANCELLED",
                "\"endedOn\":\"2026-10-01\",\"endReason\":\"导入撤销\"");
        listed(2027, not(hasItem(person.id().toString())));
    }

    private static void listed(int year, Matcher<?> persons) {
        World.clerk()
                .get(ROOT + "coverage?benefitYear=" + year + "&limit=1000")
                .then()
                .statusCode(200)
                .body("items.personId", persons);
    }

    @Test
    @DisplayName("国办发〔2024〕38号：断保一年后在征缴期内缴费，等待期三个月加一个月；补报上年缴费后无须等待")
    void aLateFactOfAYearMovesTheYearsAfterIt() {
        enrolled(2025);
        pays(2025, "2024-11-02");
        enrolled(2026);
        enrolled(2027);
        pays(2027, "2026-11-02");
        coverage("2027-01-15").body("state", equalTo("WAITING")).body("continuousYears", equalTo(1));

        pays(2026, "2025-11-02");

        coverage("2027-01-15").body("state", equalTo("COVERED")).body("continuousYears", equalTo(3));
        var becameCovered = "changed.findAll { it.before == 'WAITING' && it.after == 'COVERED' }.to";
        assertEquals(1, published(becameCovered).size());
    }

    @Test
    @DisplayName("第二十条：一年内两次短期务工，各自暂停、恢复；仍按旧格式报来的一次也认")
    void coverRestsAsOftenAsSomebodyWorks() {
        world.enrollment(person, 2025, "ordinary", "1980-01-01", """
                {"employeeStart":"2025-09-01","suspensions":[
                  {"employeeStart":"2025-03-01","resumeApplicationDate":"2025-06-01"},{"employeeStart":"2025-09-01"}]}""");
        pays(2025, "2024-11-02");

        coverage("2025-02-28").body("state", equalTo("COVERED"));
        coverage("2025-03-01").body("state", equalTo("SUSPENDED"));
        coverage("2025-06-01").body("state", equalTo("COVERED"));
        coverage("2025-09-01").body("state", equalTo("SUSPENDED"));
        coverage("2025-12-31").body("state", equalTo("SUSPENDED"));

        world.enrollment(
                person,
                2025,
                "ordinary",
                "1980-01-01",
                "{\"employeeStart\":\"2025-04-01\",\"resumeApplicationDate\":\"2025-05-01\"}");
        coverage("2025-03-01").body("state", equalTo("COVERED"));
        coverage("2025-04-30").body("state", equalTo("SUSPENDED"));
        coverage("2025-09-01").body("state", equalTo("COVERED"));
    }

    @Test
    @DisplayName("第十七条：死亡后才登记的新生儿，缴费后自出生享受到死亡当日（A24）")
    void aDeceasedNewbornIsCoveredUntilItsDeath() {
        world.enrollment(person, 2025, "newborn", "2025-03-01", "{\"deathDate\":\"2025-03-09\"}");
        pays(2025, "2025-03-20");

        coverage("2025-03-01").body("state", equalTo("COVERED"));
        coverage("2025-03-09").body("state", equalTo("COVERED"));
        coverage("2025-03-10").body("state", not(equalTo("COVERED")));
    }

    /** Of the last coverage of 2027 in the feed. */
    private List<String> published(String path) {
        var found = List.<String>of();
        for (var page : FeedPages.of("claims-service")) {
            var mine = "changes.findAll { it.kind == 'coverage' && it.subject == '" + person.id()
                    + "' && it.payload.benefitYear == 2027 }";
            if (page.getInt(mine + ".size()") > 0) {
                found = page.getList(mine + ".last().payload." + path);
            }
        }
        return found;
    }
}
