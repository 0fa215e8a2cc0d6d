package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import jumin.platform.sql.Sql;
import jumin.testing.FeedHorizon;
import jumin.testing.PostgresResource;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class LevyTest {

    @Inject
    World world;

    @Inject
    Sql sql;

    @Inject
    CurrentCaller caller;

    @BeforeEach
    void open() {
        world.opened();
    }

    private static io.restassured.response.ValidatableResponse bill(World.Person person) {
        return World.clerk()
                .get(ROOT + "households/" + person.household() + "/bill?benefitYear=2024")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("第十三条：低保定额资助320元，个人应缴60元；普通居民应缴380元")
    void levyIsContributionLessSubsidy() {
        var ordinary = World.somebody();
        world.person(ordinary, World.VILLAGE);
        world.enrolled(ordinary);
        var poor = World.somebody();
        world.person(poor, World.VILLAGE);
        world.enrollment(poor, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");

        bill(ordinary).body("dueTotal", equalTo("380.00")).body("members[0].levyState", equalTo("ISSUED"));
        bill(poor)
                .body("dueTotal", equalTo("60.00"))
                .body("subsidyTotal", equalTo("320.00"))
                .body("members[0].articles", contains("第十三条"));
    }

    @Test
    @DisplayName("登记先于人员到达：补齐后照常核定")
    void eventsMayArriveInAnyOrder() {
        var person = World.somebody();
        world.apply("category", person.id().toString(), """
                {"personId":"%s","area":"360900","recognitions":[]}""".formatted(person.id()));
        world.enrolled(person);
        world.person(person, World.VILLAGE);

        bill(person).body("dueTotal", equalTo("380.00"));
    }

    @Test
    @DisplayName("资助档次与依法计算不一致：暂缓，不征收")
    void disagreementIsHeld() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrollment(
                person,
                2024,
                "ordinary",
                "{\"tier\":\"full\",\"articles\":[\"第十三条\"],\"payer\":\"finance\",\"category\":\"minimum_living\"}",
                "ENROLLED",
                "");

        bill(person)
                .body("members[0].levyState", equalTo("HELD"))
                .body("members[0].reason", equalTo("SUBSIDY_DISAGREES"))
                .body("dueTotal", equalTo("0.00"));
    }

    @Test
    @DisplayName("资助尚未决定：应缴暂缓，不按全额征收；决定后核定")
    void undecidedSubsidyIsHeld() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        var undecided = "{\"state\":\"HELD\",\"tier\":\"none\",\"articles\":[],\"payer\":null,\"category\":null,"
                + "\"heldReason\":\"缺少年度标准\"}";
        world.enrollment(person, 2024, "ordinary", undecided, "ENROLLED", "");
        bill(person)
                .body("members[0].levyState", equalTo("HELD"))
                .body("members[0].reason", equalTo("SUBSIDY_UNDECIDED"))
                .body("dueTotal", equalTo("0.00"));

        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        bill(person).body("dueTotal", equalTo("60.00"));
    }

    @Test
    @DisplayName("第十三条：失业的14类退役士兵全额资助，失业由参保登记认定")
    void conditionsOfACategoryAreEnrollments() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        var soldier = "{\"state\":\"DECIDED\",\"tier\":\"full\",\"articles\":[\"第十三条\"],\"payer\":\"finance\","
                + "\"category\":\"fourteen_category_soldier\",\"amount\":\"380.00\",\"personAmount\":\"0.00\"}";
        world.enrollment(person, 2024, "ordinary", soldier, "ENROLLED", "");
        bill(person).body("dueTotal", equalTo("0.00")).body("subsidyTotal", equalTo("380.00"));
        World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-01-01")
                .then()
                .body("covered", equalTo(true))
                .body("article", equalTo("第十六条"));
    }

    @Test
    @DisplayName("身份变化产生新版本，旧版本指向新版本")
    void changedCategorySupersedes() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrolled(person);
        world.enrolled(person);
        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");

        var mine = "items.findAll { it.personId == '" + person.id() + "' }";
        FeedHorizon.reached();
        World.tax()
                .get(ROOT + "levies?benefitYear=2024&limit=1000")
                .then()
                .statusCode(200)
                .body(mine + ".version", contains(1, 2))
                .body(mine + ".dueAmount", contains("380.00", "60.00"))
                .body(mine + ".idNumber", everyItem(equalTo(person.idNumber())))
                .body(mine + "[1].supersededBy", org.hamcrest.Matchers.nullValue());
    }

    @Test
    @DisplayName("税务按游标分页取应缴，回执后不再重发；重复回执无效果")
    void deliveryIsPagedAndAcknowledged() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrolled(person);
        FeedHorizon.reached();
        String levy = World.tax()
                .get(ROOT + "levies?benefitYear=2024&limit=1000&onlyNew=true")
                .jsonPath()
                .getString("items.find { it.personId == '" + person.id() + "' }.levyId");

        World.tax()
                .body(Map.of("levyIds", List.of(levy)))
                .post(ROOT + "levy-acknowledgements")
                .then()
                .statusCode(200)
                .body("acknowledged", equalTo(1));
        World.tax()
                .body(Map.of("levyIds", List.of(levy)))
                .post(ROOT + "levy-acknowledgements")
                .then()
                .body("repeated", equalTo(1));
        World.tax()
                .get(ROOT + "levies?benefitYear=2024&limit=1000&onlyNew=true")
                .then()
                .body("items.levyId", not(hasItem(levy)));

        String cursor =
                World.tax().get(ROOT + "levies?benefitYear=2024&limit=1").path("next");
        World.tax()
                .queryParam("after", cursor)
                .get(ROOT + "levies?benefitYear=2024&limit=1000")
                .then()
                .statusCode(200);
        World.tax()
                .get(ROOT + "levies?benefitYear=2024&after=nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"));
    }

    @Test
    @DisplayName("数据范围：外乡镇和外税务机关看不到；本乡镇看到脱敏")
    void scopeHoldsForLevies() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrolled(person);

        World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP)
                .get(ROOT + "households/" + person.household() + "/bill?benefitYear=2024")
                .then()
                .statusCode(404);
        World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP)
                .get(ROOT + "levies?benefitYear=2024")
                .then()
                .body("items", empty());
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.tax("13609999999"))
                .get(ROOT + "levies?benefitYear=2024")
                .then()
                .statusCode(200)
                .body("items", empty());
        FeedHorizon.reached();
        World.clerk()
                .get(ROOT + "levies?benefitYear=2024&limit=1000")
                .then()
                .body("items.divisionPath", everyItem(startsWith(World.TOWNSHIP)))
                .body("items.idNumber", everyItem(org.hamcrest.Matchers.nullValue()));
    }

    @Test
    @DisplayName("税务取应缴时打开的每个身份证号各留一条查看记录，记在本人所在的区划")
    void eachOpenedIdNumberIsAudited() {
        var person = world.villager();
        var other = World.somebody();
        var elsewhere = "360900/360902/360902196/";
        world.person(other, elsewhere + "360902196201/");
        world.enrolled(other);
        FeedHorizon.reached();
        World.tax()
                .get(ROOT + "levies?benefitYear=2024&onlyNew=true&limit=1000")
                .then()
                .statusCode(200)
                .body(
                        "items.personId",
                        hasItems(person.id().toString(), other.id().toString()));
        assertEquals(1, opened(person, World.TOWNSHIP));
        assertEquals(1, opened(other, elsewhere));
        assertEquals(0, opened(other, World.TOWNSHIP));
    }

    private long opened(World.Person person, String division) {
        var auditor = new Caller("a", "a", Set.of(Roles.AUDITOR), Scope.ofDivision(division));
        return caller.callAs(
                auditor,
                () -> sql.count(
                        "select count(*) from audit_event where what = 'levies' and subject = ?",
                        person.id().toString()));
    }
}
