package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 国办发〔2024〕38号: how long somebody had lapsed, where this service cannot know it. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class StatedHistoryTest {

    private static final int YEAR = 2027;

    @Inject
    World world;

    @Inject
    HeldMerge merge;

    private World.Person person;

    @BeforeEach
    void somebodyWhoLapsed() {
        for (var year : new int[] {2025, YEAR}) {
            world.standard(year, "400.00", (year - 1) + "-09-15", year + "-02-28");
            world.organ();
            world.collects(year);
        }
        person = World.somebody();
        world.person(person, World.VILLAGE);
        enrolled(2025);
        pays(2025, "2024-11-02");
        enrolled(YEAR);
        pays(YEAR, "2026-11-02");
    }

    private void enrolled(int year) {
        var registered =
                new World.Person(person.id(), UUID.randomUUID(), person.idNumber(), person.no(), person.household());
        world.enrollment(registered, year, "ordinary", "1980-01-01", "{}");
    }

    private void pays(int year, String day) {
        var payment = new HashMap<>(World.payment(person, "400.00", day));
        payment.put("benefitYear", year);
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
    }

    private ValidatableResponse coverage(String on) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=" + on)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse states(int lapsed, int repaired) {
        return World.as("county_reviewer", "reviewer", World.COUNTY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "benefitYear", YEAR,
                        "lapseYears", lapsed,
                        "repairedYears", repaired,
                        "evidence", "外省参保凭证 演示0001"))
                .post(ROOT + "persons/" + person.id() + "/insurance-histories")
                .then();
    }

    private static ValidatableResponse decides(String login, String id, String step) {
        return World.as("county_approver", login, World.COUNTY)
                .post(ROOT + "insurance-histories/" + id + "/" + step)
                .then();
    }

    @Test
    @DisplayName("上一年在外地参保的不算中断：县级一人提出、另一人认定后不再等待")
    void aYearElsewhereIsNoLapse() {
        coverage("2027-01-15").body("state", equalTo("WAITING"));
        String id = states(0, 0)
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("statementId");
        states(0, 0).statusCode(409).body("code", equalTo("HISTORY_ALREADY_PROPOSED"));
        decides("reviewer", id, "approval").statusCode(409).body("code", equalTo("HISTORY_NEEDS_TWO_PERSONS"));
        coverage("2027-01-15").body("state", equalTo("WAITING"));

        decides("approver", id, "approval").statusCode(200).body("state", equalTo("APPROVED"));
        coverage("2027-01-15").body("state", equalTo("COVERED")).body("facts.lapse_years", equalTo(0));
        decides("approver", id, "approval").statusCode(409).body("code", equalTo("HISTORY_ALREADY_DECIDED"));
    }

    @Test
    @DisplayName("中断多年：每多一年等待多一个月，修复一年减一个月；不予认定的不作数")
    void lapsesAndRepairsMoveTheWait() {
        String id = states(3, 1).statusCode(201).extract().path("statementId");
        decides("approver", id, "rejection").statusCode(200).body("state", equalTo("REJECTED"));
        coverage("2027-03-15").body("state", equalTo("COVERED"));
        String more = states(3, 0).statusCode(201).extract().path("statementId");
        decides("approver", more, "approval").statusCode(200);
        coverage("2027-03-15").body("state", equalTo("WAITING")).body("facts.lapse_years", equalTo(3));
        String less = states(3, 2).statusCode(201).extract().path("statementId");
        decides("approver", less, "approval").statusCode(200);
        coverage("2027-03-15").body("state", equalTo("COVERED")).body("facts.repaired_years", equalTo(2));
    }

    @Test
    @DisplayName("合并后，对被合并的那份档案所作的认定随人走")
    void itFollowsTheMergedPerson() {
        String id = states(0, 0).statusCode(201).extract().path("statementId");
        var kept = enrolledToo();
        world.merged(person, kept);
        covered(kept).body("state", equalTo("WAITING"));
        decides("approver", id, "approval").statusCode(200);
        covered(kept).body("state", equalTo("COVERED"));
        World.clerk()
                .get(ROOT + "persons/" + kept.id() + "/insurance-histories")
                .then()
                .body("statementId", equalTo(java.util.List.of(id)));
        world.person(person, World.VILLAGE);
        covered(kept).body("covered", equalTo(false));
    }

    @Test
    @DisplayName("认定等到合并之后：保留的那份档案随之重新核定待遇")
    void anApprovalThatWaitedForAMergeIsOfThePersonWhoIsKept() throws Exception {
        String id = states(0, 0).statusCode(201).extract().path("statementId");
        var kept = enrolledToo();
        merge.during(person, kept, () -> decides("approver", id, "approval").statusCode(200));
        covered(kept).body("state", equalTo("COVERED"));
    }

    private World.Person enrolledToo() {
        var kept = World.somebody();
        world.person(kept, World.VILLAGE);
        for (var year : new int[] {2025, YEAR}) {
            var registered =
                    new World.Person(kept.id(), UUID.randomUUID(), kept.idNumber(), kept.no(), kept.household());
            world.enrollment(registered, year, "ordinary", "1980-01-01", "{}");
        }
        return kept;
    }

    private static ValidatableResponse covered(World.Person person) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2027-01-15")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("修复多于中断、外县的人：退回")
    void whatCannotBeIsRefused() {
        states(1, 2).statusCode(400).body("errors[0].pointer", equalTo("/repairedYears"));
        World.as("county_reviewer", "reviewer9", World.OTHER_COUNTY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("benefitYear", YEAR, "lapseYears", 0, "repairedYears", 0, "evidence", "x"))
                .post(ROOT + "persons/" + person.id() + "/insurance-histories")
                .then()
                .statusCode(404);
    }
}
