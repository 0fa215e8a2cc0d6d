package jumin.contribution;

import static jumin.contribution.World.ROOT;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** 异地参保资助的拨付 as enrollment tells of it and as offices and finance work on it. */
final class AidElsewhereCalls {

    static final String ACCOUNT = "6222000011118888";

    private AidElsewhereCalls() {}

    /** Granted or withdrawn, as it stands in enrollment's feed. */
    static void told(World world, World.Person person, UUID claim, String state) {
        world.apply("elsewhere-aid", person.id().toString(), claim(person, claim, state));
    }

    static String claim(World.Person person, UUID claim, String state) {
        return """
                {"claimId":"%s","personId":"%s","area":"360900","divisionPath":"%s","benefitYear":2024,"state":"%s",
                 "amount":"320.00","tier":"fixed","category":"minimum_living","payer":"finance","articles":["第七条（二）"]}
                """.formatted(claim, person.id(), World.VILLAGE, state);
    }

    static ValidatableResponse named(UUID claim, String name, String account) {
        return World.clerk()
                .body(Map.of("name", name, "account", account))
                .put(ROOT + "elsewhere-aid-payouts/" + claim + "/payee")
                .then();
    }

    static ValidatableResponse ordered(UUID claim, String lastFour) {
        return ordered("approver", claim, lastFour);
    }

    static ValidatableResponse ordered(String login, UUID claim, String lastFour) {
        return World.as("county_approver", login, World.COUNTY)
                .post(ROOT + "elsewhere-aid-payouts/" + claim + "/approval?accountLastFour=" + lastFour)
                .then();
    }

    static Map<String, Object> paid(int attempt, String documentNo) {
        return Map.of("outcome", "PAID", "attempt", attempt, "documentNo", documentNo, "paidOn", "2024-07-01");
    }

    static ValidatableResponse byFinance(UUID claim, String step, Map<String, Object> body) {
        return World.as("finance", "finance", "360900/")
                .body(body)
                .post(ROOT + "elsewhere-aid-payouts/" + claim + "/" + step)
                .then();
    }

    static ValidatableResponse recovered(UUID claim, String documentNo) {
        return byFinance(
                claim, "recovery", Map.of("documentNo", documentNo, "receivedOn", "2024-07-02", "amount", "320.00"));
    }

    static ValidatableResponse read(UUID claim) {
        return World.clerk().get(ROOT + "elsewhere-aid-payouts/" + claim).then();
    }
}
