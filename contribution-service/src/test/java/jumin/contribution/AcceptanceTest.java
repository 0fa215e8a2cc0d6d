package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class AcceptanceTest {

    private static final String DRAFT = "131000";

    private static String proposed(String day) {
        return World.as("policy", "policy", DRAFT + "/")
                .body(Map.of("area", DRAFT, "inForceFrom", day, "decisionNumber", "测试〔2024〕2号"))
                .post(ROOT + "law-acceptances")
                .then()
                .statusCode(201)
                .extract()
                .path("acceptanceId");
    }

    private static io.restassured.response.ValidatableResponse approved(String login, String id) {
        return World.as("policy", login, DRAFT + "/")
                .post(ROOT + "law-acceptances/" + id + "/approval")
                .then();
    }

    @Test
    @DisplayName("第四十五条：征求意见稿由两人确认施行之日，进入变更流；更正是新版本")
    void aDraftIsAcceptedByTwoPersons() {
        var first = proposed("2024-01-01");
        approved("policy", first).statusCode(409).body("code", equalTo("ACCEPTANCE_NEEDS_TWO_PERSONS"));
        approved("policy2", first).statusCode(200).body("inForce", equalTo(true));
        approved("policy3", first).statusCode(409).body("code", equalTo("ACCEPTANCE_ALREADY_DECIDED"));
        var second = proposed("2024-04-01");
        approved("policy2", second).statusCode(200);

        World.as("policy", "policy", DRAFT + "/")
                .get(ROOT + "law-acceptances?area=" + DRAFT)
                .then()
                .body("version", contains(1, 2))
                .body("inForce", contains(false, true));
        assertThat(FeedPages.payloads("claims-service", "it.kind == 'acceptance'", "from"), hasItem("2024-04-01"));
    }

    @Test
    @DisplayName("已正式施行的规定、没有录入的统筹区：无须确认；外市：越权")
    void onlyADraftIsAccepted() {
        World.as("policy", "policy", "360900/")
                .body(Map.of("area", "360900", "inForceFrom", "2024-01-01", "decisionNumber", "x"))
                .post(ROOT + "law-acceptances")
                .then()
                .statusCode(422)
                .body("code", equalTo("LAW_NOT_A_DRAFT"));
        World.as("policy", "policy", "360900/")
                .body(Map.of("area", DRAFT, "inForceFrom", "2024-01-01", "decisionNumber", "x"))
                .post(ROOT + "law-acceptances")
                .then()
                .statusCode(403)
                .body("code", equalTo("OUTSIDE_SCOPE"));
    }
}
