package jumin.enrollment.move;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.household;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.version;
import static jumin.enrollment.Demo.clerk;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MoveTest {

    private static final String HOUSEHOLD = "/households/{id}";

    @Inject
    FeedOfThisService feed;

    private Family family;

    @BeforeEach
    void aFamilySinceOctober() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        family = Family.inTheVillage();
        Demo.clockAt("2024-03-10T09:00:00");
    }

    private static Map<String, Object> move(String houseNumber, String relation) {
        return new HashMap<>(Map.of(
                "divisionCode",
                "360902199202",
                "houseNumber",
                houseNumber,
                "relation",
                relation,
                "on",
                "2024-03-01",
                "reason",
                "成家"));
    }

    @Test
    @DisplayName("迁入另一村的新户：人员和参保登记随之迁去；1月1日谁住在这里仍查得到")
    void aSonMovesToAHouseholdOfHisOwn() {
        var number = Demo.houseNumber();
        post(clerk(), move(number, "HEAD"), "/persons/{id}/moves", family.son())
                .statusCode(200)
                .body("divisionName", equalTo("柳溪村"));

        get(clerk(), HOUSEHOLD, family.household()).body("members.person.personId", not(hasItem(family.son())));
        get(clerk(), HOUSEHOLD + "?on=2024-01-01", family.household())
                .body("members.person.personId", hasItems(family.head(), family.spouse(), family.son()));
        get(clerk(), HOUSEHOLD + "?on=2024-03-05&knownAt=2024-03-05T00:00:00Z", family.household())
                .body("members.person.personId", hasItem(family.son()));
        get(clerk(), HOUSEHOLD, household(family.son())).body("members[0].relationName", equalTo("户主"));
        get(clerk(), "/persons/{id}/enrollments", family.son())
                .body("items[0].divisionPath", equalTo(Demo.TOWNSHIP + "360902199202/"));
        assertEquals(
                Demo.TOWNSHIP + "360902199202/",
                feed.last("person", family.son()).get("divisionPath").asText());
    }

    @Test
    @DisplayName("户主迁出：没有接任的不行；指定接任的，自迁出之日起为户主")
    void aHeadLeavesASuccessor() {
        var body = move(Demo.houseNumber(), "HEAD");
        post(clerk(), body, "/persons/{id}/moves", family.head())
                .statusCode(422)
                .body("code", equalTo("HOUSEHOLD_NEEDS_HEAD"));
        body.put("successor", family.spouse());
        post(clerk(), body, "/persons/{id}/moves", family.head()).statusCode(200);
        get(clerk(), HOUSEHOLD, family.household())
                .body("members", hasSize(2))
                .body("members[0].person.personId", equalTo(family.spouse()))
                .body("members[0].relationName", equalTo("户主"))
                .body("members[0].from", equalTo("2024-03-01"));
    }

    @Test
    @DisplayName("变更户主：原户主的关系要写明；他人已改的，412 并说明成员的不同")
    void theHeadChanges() {
        var seen = version(HOUSEHOLD, family.household());
        var body = new HashMap<String, Object>(Map.of("newHead", family.son(), "on", "2024-03-01", "reason", "父亲年迈"));
        post(clerk(), seen, body, HOUSEHOLD + "/head-changes", family.household())
                .statusCode(409)
                .body("code", equalTo("HOUSEHOLD_HAS_HEAD"));
        body.put(
                "relations",
                List.of(
                        Map.of("personId", family.head(), "relation", "PARENT"),
                        Map.of("personId", family.spouse(), "relation", "PARENT")));
        post(clerk(), seen, body, HOUSEHOLD + "/head-changes", family.household())
                .statusCode(200)
                .body("members[0].person.personId", equalTo(family.son()));
        post(clerk(), seen, body, HOUSEHOLD + "/head-changes", family.household())
                .statusCode(412)
                .body("errors.pointer", hasItem("/members"));
        get(clerk(), HOUSEHOLD + "?on=2024-02-29", family.household())
                .body("members[0].person.personId", equalTo(family.head()));
    }

    @Test
    @DisplayName("分户再并户：成员齐全；历史各在其位")
    void aHouseholdSplitsAndMergesAgain() {
        var split = new HashMap<String, Object>(Map.of(
                "members",
                List.of(Map.of("personId", family.son(), "relation", "HEAD")),
                "divisionCode",
                Demo.VILLAGE,
                "houseNumber",
                Demo.houseNumber(),
                "on",
                "2024-02-01",
                "reason",
                "成家"));
        String fresh = post(
                        clerk(),
                        version(HOUSEHOLD, family.household()),
                        split,
                        HOUSEHOLD + "/splits",
                        family.household())
                .statusCode(201)
                .body("members", hasSize(1))
                .extract()
                .path("householdId");

        var merger = new HashMap<String, Object>(Map.of(
                "into",
                fresh,
                "members",
                List.of(Map.of("personId", family.head(), "relation", "PARENT")),
                "on",
                "2024-03-05",
                "reason",
                "随子生活"));
        var path = HOUSEHOLD + "/mergers";
        post(clerk(), version(HOUSEHOLD, family.household()), merger, path, family.household())
                .statusCode(422)
                .body("code", equalTo("MEMBERS_DIFFER"));
        merger.put(
                "members",
                List.of(
                        Map.of("personId", family.head(), "relation", "PARENT"),
                        Map.of("personId", family.spouse(), "relation", "PARENT")));
        post(clerk(), version(HOUSEHOLD, family.household()), merger, path, family.household())
                .statusCode(200)
                .body("members", hasSize(3));
        get(clerk(), HOUSEHOLD, family.household()).body("members", hasSize(0));
        get(clerk(), HOUSEHOLD + "?on=2024-02-15", family.household()).body("members", hasSize(2));
    }

    @Test
    @DisplayName("迁出：离开本户，人员仍在原村名下，参保关系不变")
    void somebodyLeaves() {
        var body = Map.<String, Object>of("on", "2024-03-02", "reason", "户口迁往外省");
        post(clerk(), body, "/persons/{id}/departures", family.son()).statusCode(200);
        get(clerk(), HOUSEHOLD, family.household()).body("members", hasSize(2));
        assertTrue(feed.last("person", family.son()).get("householdId").isNull());
    }

    @Test
    @DisplayName("日期不通、不在辖区、外乡镇的人：说明改法，什么也不变")
    void badMovesAreExplained() {
        var late = move(Demo.houseNumber(), "HEAD");
        late.put("on", "2024-04-01");
        post(clerk(), late, "/persons/{id}/moves", family.son())
                .statusCode(422)
                .body("code", equalTo("CHANGE_DATE_INVALID"));
        var early = move(Demo.houseNumber(), "HEAD");
        early.put("on", "2023-01-01");
        post(clerk(), early, "/persons/{id}/moves", family.son())
                .statusCode(422)
                .body("code", equalTo("CHANGE_BEFORE_LAST"));
        var far = move(Demo.houseNumber(), "HEAD");
        far.put("divisionCode", Demo.OTHER_VILLAGE);
        post(clerk(), far, "/persons/{id}/moves", family.son()).statusCode(403).body("code", equalTo("OUTSIDE_SCOPE"));
        post(Demo.otherClerk(), far, "/persons/{id}/moves", family.son()).statusCode(404);
        get(clerk(), HOUSEHOLD, family.household()).body("members", hasSize(3));
    }
}
