package jumin.enrollment.newborn;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.household;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeceasedNewbornTest {

    private static final String PATH = "/deceased-newborns";
    private static final String LANGFANG = "131000";
    private static final AtomicInteger SEQUENCE = new AtomicInteger(500);

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 contribution;

    private String mother;
    private String mothersNumber;
    private Map<String, Object> child;

    @BeforeEach
    void aMotherEnrolledFor2024() {
        Demo.divisions();
        Demo.clockAt("2024-04-10T09:00:00");
        mothersNumber = idNumber(LocalDate.of(1992, 3, 4), false);
        var home = person("江丽", mothersNumber);
        mother = registered(home);
        child = child(home.get("divisionCode"), home.get("houseNumber"));
        child.put("parentIdNumber", mothersNumber);
    }

    private static Map<String, Object> child(Object division, Object house) {
        var child = new HashMap<String, Object>();
        child.put("name", "江丽之子");
        child.put("birthCertificate", "O3600" + SEQUENCE.getAndIncrement() + "00");
        child.put("birthDate", "2024-03-01");
        child.put("sex", "MALE");
        child.put("deathDate", "2024-03-09");
        child.put("deathCertificate", "死亡医学证明书 36090201");
        child.put("divisionCode", division);
        child.put("houseNumber", house);
        child.put("relation", "SON");
        return child;
    }

    @Test
    @DisplayName("第十七条：条文没有另外规定的，按新生儿办理，享受至死亡当日（A24）；待遇已开始，不退费；什么也不存")
    void aTrialSaysWhatTheNewbornsRuleGives() throws Exception {
        contribution.covered(mother, 2024);
        post(clerk(), child, PATH + "/trial")
                .statusCode(200)
                .body("type", equalTo("newborn"))
                .body("benefitYear", equalTo(2024))
                .body("parent.state", equalTo("UNDETERMINED"))
                .body("parent.explanation", containsString("凭父母的参保缴费凭证"))
                .body("parent.decidedAt", notNullValue())
                .body("deadline", equalTo("2024-05-30"))
                .body("cover.coverFrom", equalTo("2024-03-01"))
                .body("cover.coverTo", equalTo("2024-03-09"))
                .body("cover.citation.article", containsString("第十七条"))
                .body("refund.outcome", equalTo("REFUSED"))
                .body("refund.citation.article", containsString("第二十二条"));
        post(clerk(), Map.of("idNumber", child.get("birthCertificate")), "/person-searches")
                .body("items", hasSize(0));
    }

    @Test
    @DisplayName("登记后：已登记死亡，户内到死亡之日为止，别的服务得知死亡日期；参保登记在，征缴可收当年")
    void aDeceasedChildIsEnrolledForItsYear() {
        String id = post(clerk(), child, PATH)
                .statusCode(201)
                .body("parent.state", equalTo("UNDETERMINED"))
                .extract()
                .path("personId");
        get(clerk(), "/persons/{id}", id).body("status", equalTo("DECEASED"));
        var published = feed.last("enrollment", id);
        assertEquals("ENROLLED", published.get("state").asText());
        assertEquals("newborn", published.get("type").asText());
        assertEquals("2024-03-09", published.get("facts").get("deathDate").asText());
        assertEquals("DECEASED", feed.last("person", id).get("status").asText());
        post(clerk(), Map.of("benefitYear", 2025, "type", "ordinary"), "/persons/{id}/enrollments", id)
                .statusCode(409)
                .body("code", equalTo("PERSON_DECEASED"));
        post(clerk(), child, PATH).statusCode(409).body("code", equalTo("PERSON_ALREADY_REGISTERED"));
    }

    @Test
    @DisplayName("误登记的死亡新生儿：县级撤销死亡登记即恢复在户，未缴费的参保登记可撤销，重新按新生儿登记")
    void aMistakenDeathIsTakenBack() {
        String id = post(clerk(), child, PATH).statusCode(201).extract().path("personId");
        String ending = get(clerk(), "/persons/{id}/endings", id)
                .body("items.event", equalTo(List.of("DEATH")))
                .body("items[0].on", equalTo("2024-03-09"))
                .extract()
                .path("items[0].endingId");
        var mistake = Map.<String, Object>of("reason", "误登记，婴儿健在");
        post(clerk(), mistake, "/endings/{id}/undo", ending).statusCode(403);
        post(Demo.reviewer(), mistake, "/endings/{id}/undo", ending)
                .statusCode(200)
                .body("notes", hasItem(containsString("请撤销该登记")));

        get(clerk(), "/persons/{id}", id).body("status", equalTo("ACTIVE"));
        assertEquals("ACTIVE", feed.last("person", id).get("status").asText());
        assertEquals(household(mother), household(id));
        post(clerk(), Map.of("reason", "误登记"), "/enrollments/{id}/cancellation", enrollment(id))
                .statusCode(200);
        post(clerk(), Map.of("benefitYear", 2024, "type", "newborn"), "/persons/{id}/enrollments", id)
                .statusCode(201);
    }

    @Test
    @DisplayName("第十七条：满90天后按普通居民，待遇晚于死亡之日，不予办理；日期不通、外乡镇、村协管员都办不了")
    void lateOrImpossibleIsRefused() throws Exception {
        contribution.published(2048, "380.00");
        post(otherClerk(), child, PATH + "/trial").statusCode(403).body("code", equalTo("OUTSIDE_SCOPE"));
        post(Tokens.staff("village_helper", "helper", Demo.VILLAGE_PATH), child, PATH)
                .statusCode(403);
        Demo.clockAt("2048-05-31T09:00:00");
        child.put("birthDate", "2048-03-01");
        child.put("deathDate", "2048-03-09");
        post(clerk(), child, PATH)
                .statusCode(422)
                .body("code", equalTo("DECEASED_NEWBORN_REFUSED"))
                .body("detail", containsString("2048-05-30"));
        child.put("deathDate", "2048-02-28");
        post(clerk(), child, PATH + "/trial").statusCode(422).body("code", equalTo("CHANGE_DATE_INVALID"));
    }

    @Test
    @DisplayName("廊坊第六条（二）4：父母一方参保、3个月内；父母没有参保的凭职工医保材料，都没有的不予办理")
    void aTextWithItsOwnRuleAsksForAParent() throws Exception {
        contribution.accepted(LANGFANG);
        var clerk = Tokens.staff("township_clerk", "clerk-lf", "131000/131002/131002100/");
        as(Tokens.staff("system_admin", "admin-lf", "131000/"))
                .contentType("application/json")
                .body("""
                        {"divisions": [
                          {"code": "131000", "parent": null, "name": "廊坊市", "level": "CITY"},
                          {"code": "131002", "parent": "131000", "name": "安次区", "level": "COUNTY"},
                          {"code": "131002100", "parent": "131002", "name": "东风镇", "level": "TOWNSHIP"},
                          {"code": "131002100201", "parent": "131002100", "name": "东风村", "level": "VILLAGE"}]}
                        """)
                .post("/divisions")
                .then()
                .statusCode(200);
        var child = child("131002100201", Demo.houseNumber());
        lawIsKnown(clerk, child);
        post(clerk, child, PATH)
                .statusCode(422)
                .body("code", equalTo("DECEASED_NEWBORN_REFUSED"))
                .body("citations[0].article", containsString("第六条"));
        child.put("parentIdNumber", mothersNumber);
        post(clerk, child, PATH + "/trial").body("parent.state", equalTo("NOT_ENROLLED"));

        var father = person("江父", idNumber(LocalDate.of(1990, 3, 4), true));
        father.put("divisionCode", "131002100201");
        register(clerk, father, UUID.randomUUID().toString()).statusCode(201);
        child.put("parentIdNumber", father.get("idNumber"));
        post(clerk, child, PATH + "/trial")
                .body("parent.state", equalTo("UNDETERMINED"))
                .body("cover.outcome", equalTo("HELD"));
        post(clerk, child, PATH).statusCode(422).body("detail", containsString("不能核对父母参保"));

        child.put("parentOtherCover", "职工医保参保证明");
        child.put("relation", "GRANDCHILD");
        String id = post(clerk, child, PATH)
                .statusCode(201)
                .body("type", equalTo("newborn_deceased"))
                .body("parent.state", equalTo("BY_EVIDENCE"))
                .body("deadline", equalTo("2024-06-01"))
                .body("cover.coverTo", equalTo("2024-03-09"))
                .extract()
                .path("personId");
        var facts = feed.last("enrollment", id).get("facts");
        assertTrue(facts.get("parentInsuredInArea").asBoolean());
    }

    /** What was accepted is read again every two seconds. */
    private static void lawIsKnown(String clerk, Map<String, Object> child) throws InterruptedException {
        for (var i = 0; i < 50; i++) {
            String type = post(clerk, child, PATH + "/trial").extract().path("type");
            String outcome = post(clerk, child, PATH + "/trial").extract().path("cover.outcome");
            if (type.equals("newborn_deceased") && outcome.equals("NO")) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the accepted law did not arrive");
    }
}
