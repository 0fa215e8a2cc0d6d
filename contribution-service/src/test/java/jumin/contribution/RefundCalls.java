package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Refunds as offices ask for them. */
abstract class RefundCalls {

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    World.Person paid(String... days) {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrolled(person);
        for (var day : days) {
            World.tax()
                    .body(World.payment(person, "380.00", day))
                    .post(ROOT + "payments")
                    .then()
                    .statusCode(200);
        }
        return person;
    }

    static Map<String, Object> request(World.Person person, String cause, String day) {
        var request = new HashMap<String, Object>(
                Map.of("personId", person.id().toString(), "benefitYear", 2024, "cause", cause));
        if (!day.isEmpty()) {
            request.put("eventDate", day);
        }
        return request;
    }

    static ValidatableResponse trial(Map<String, Object> request) {
        return World.clerk().body(request).post(ROOT + "refunds/trial").then();
    }

    static ValidatableResponse ask(Map<String, Object> request) {
        return World.clerk()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(request)
                .post(ROOT + "refunds")
                .then();
    }

    static String ordered(Map<String, Object> request) {
        String id = ask(request).statusCode(201).extract().path("refundId");
        RefundTest.paper(id, "证明材料");
        at("county_approver", id, "approval", Map.of()).statusCode(200).body("state", equalTo("ORDERED"));
        return id;
    }

    static ValidatableResponse at(String role, String id, String step, Map<String, Object> body) {
        var caller = World.as(role, role, World.COUNTY);
        return (body.isEmpty() ? caller : caller.body(body))
                .post(ROOT + "refunds/" + id + "/" + step)
                .then();
    }

    static ValidatableResponse covered(World.Person person, boolean covered) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-01")
                .then()
                .body("covered", equalTo(covered));
    }

    static ValidatableResponse payments(World.Person person) {
        return World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then();
    }
}
