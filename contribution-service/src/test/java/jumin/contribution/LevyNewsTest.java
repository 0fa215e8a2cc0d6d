package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jumin.testing.FeedHorizon;
import jumin.testing.PostgresResource;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 税务机关 hears of every turn of a levy that it collects, also of the last one. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class LevyNewsTest {

    private static final String COUNTY_B = "360900/360922/";
    private static final String ORGAN_B = "13609220000";

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    /** What an organ's client gets from the beginning, of one person. */
    private static List<Map<String, Object>> told(String organ, World.Person person) {
        FeedHorizon.reached();
        var told = new ArrayList<Map<String, Object>>();
        var after = "0";
        while (true) {
            var page = RestAssured.given()
                    .auth()
                    .oauth2(Tokens.tax(organ))
                    .queryParam("after", after)
                    .get(ROOT + "levies?benefitYear=2024&limit=1000")
                    .jsonPath();
            told.addAll(page.getList("items.findAll { it.personId == '" + person.id() + "' }"));
            if (page.getBoolean("caughtUp")) {
                return told;
            }
            after = page.getString("next");
        }
    }

    private static List<Object> each(List<Map<String, Object>> versions, String field) {
        return versions.stream().map(version -> version.get(field)).toList();
    }

    @Test
    @DisplayName("终止、暂缓、撤销：原来征收的税务机关收到新版本，不再按旧金额征收")
    void whoCollectedHearsThatThereIsNothingToCollect() {
        var person = world.villager();
        var undecided = "{\"state\":\"HELD\",\"tier\":\"none\",\"articles\":[],\"payer\":null,\"category\":null}";
        world.enrollment(person, 2024, "ordinary", undecided, "ENROLLED", "");
        world.enrolled(person);
        world.enrollment(
                person,
                2024,
                "ordinary",
                World.NOT_SUBSIDISED,
                "TERMINATED",
                "\"endedOn\":\"2023-12-20\",\"endReason\":\"death\"");

        var told = told(World.ORGAN, person);
        assertEquals(List.of("ISSUED", "HELD", "ISSUED", "CANCELLED"), each(told, "state"));
        assertEquals(List.of("380.00", "0.00", "380.00", "0.00"), each(told, "dueAmount"));
        assertEquals("ENROLLMENT_ENDED", told.getLast().get("reason"));
        assertEquals(told.getLast().get("levyId"), told.get(2).get("supersededBy"));
        assertNull(told.getLast().get("supersededBy"));
    }

    @Test
    @DisplayName("迁到另一县：原税务机关收到转出，新税务机关收到应缴；各只见自己的")
    void whoMovesIsTakenLeaveOfByTheOrganBefore() {
        World.as("system_admin", "admin", "360900/")
                .body(Map.of("organ", ORGAN_B, "name", "示范二区税务局", "divisionPath", COUNTY_B))
                .post(ROOT + "tax-organs")
                .then()
                .statusCode(200);
        var person = world.villager();
        world.person(person, COUNTY_B + "360922100/360922100201/");

        var before = told(World.ORGAN, person);
        assertEquals(List.of("ISSUED", "CANCELLED"), each(before, "state"));
        assertEquals("MOVED", before.getLast().get("reason"));
        assertEquals(before.getLast().get("levyId"), before.getFirst().get("supersededBy"));
        assertNull(before.getLast().get("supersededBy"));
        var after = told(ORGAN_B, person);
        assertEquals(List.of("ISSUED"), each(after, "state"));
        assertEquals(List.of(3), each(after, "version"));

        var levyId = before.getLast().get("levyId").toString();
        World.tax()
                .body(Map.of("levyIds", List.of(levyId)))
                .post(ROOT + "levy-acknowledgements")
                .then()
                .statusCode(200)
                .body("acknowledged", org.hamcrest.Matchers.equalTo(1));
        Books.assertBalanced();
    }
}
