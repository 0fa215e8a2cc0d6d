package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 攀枝花第十一条: the length of the wait before 2025 is published with the year's standard. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class StandardWaitTest {

    private static final String AREA = "510400";

    private static ValidatableResponse proposed(int months) {
        return World.as("policy", "policy", AREA + "/")
                .body(Map.of(
                        "area", AREA,
                        "benefitYear", 2024,
                        "individualContribution", "380.00",
                        "fiscalSubsidy", "640.00",
                        "windowFrom", "2023-09-01",
                        "windowTo", "2023-12-31",
                        "configuredWaitMonths", months,
                        "decisionNumber", "演示〔2023〕1号"))
                .post(ROOT + "standards")
                .then();
    }

    @Test
    @DisplayName("超过条文上限6个月的不受理；上限以内的与年度标准一并由两人公布")
    void theWaitIsPublishedWithinTheLaw() {
        proposed(7).statusCode(400).body("errors[0].pointer", equalTo("/configuredWaitMonths"));
        String id = proposed(3)
                .statusCode(201)
                .body("configuredWaitMonths", equalTo(3))
                .extract()
                .path("standardId");
        World.as("policy", "policy2", AREA + "/")
                .post(ROOT + "standards/" + id + "/approval")
                .then()
                .statusCode(200)
                .body("inForce", equalTo(true), "configuredWaitMonths", equalTo(3));
    }
}
