package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 两个时钟: what somebody was told on a day stays to be seen, whatever was learned since. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class AsToldTest {

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    private static ValidatableResponse coverage(World.Person person, String toldOn) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-01" + toldOn)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse levies(World.Person person, String toldOn) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/levies?benefitYear=2024" + toldOn)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("某日怎么告知的：按那一天终了时的决定回答；应缴的各版本注明起讫")
    void whatWasToldOnADay() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var person = world.villager();
        coverage(person, "").body("reasonCode", equalTo("UNPAID"));
        try {
            world.at(today.plusDays(2));
            World.tax()
                    .body(World.payment(person, "380.00", "2023-11-02"))
                    .post(ROOT + "payments")
                    .then()
                    .statusCode(200);
            world.at(today.plusDays(4));
            world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");

            coverage(person, "&toldOn=" + today.minusDays(1))
                    .body("covered", equalTo(false), "decisionId", nullValue());
            coverage(person, "&toldOn=" + today).body("reasonCode", equalTo("UNPAID"));
            coverage(person, "&toldOn=" + today.plusDays(2)).body("covered", equalTo(true));
            levies(person, "").body("version", contains(2, 1)).body("[0].replacedAt", nullValue());
            levies(person, "&toldOn=" + today.plusDays(3))
                    .body("version", contains(1))
                    .body("[0].dueAmount", equalTo("380.00"));
            levies(person, "&toldOn=" + today.minusDays(1)).body("size()", equalTo(0));
        } finally {
            world.now();
        }
        World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP)
                .get(ROOT + "persons/" + person.id() + "/levies?benefitYear=2024")
                .then()
                .statusCode(404);
    }
}
