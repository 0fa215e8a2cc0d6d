package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** What may happen to aid that was granted to somebody who is insured elsewhere: an account, an order, a result, a withdrawal. */
final class AidElsewhereEvents {

    private static final Set<String> OVER = Set.of("WITHDRAWN", "TO_RECOVER", "RECOVERED");

    private AidElsewhereEvents() {}

    /** A withdrawal comes at any moment after the grant: before the payment, between order and result, or after it. */
    static List<PaymentEvents.Event> of(World world, World.Person person, Random story) {
        var claim = UUID.nameUUIDFromBytes(person.id().toString().getBytes(StandardCharsets.UTF_8));
        var document = "E" + World.next();
        var told = new boolean[1];
        var events = new ArrayList<PaymentEvents.Event>();
        events.add(() -> {
            AidElsewhereCalls.told(world, person, claim, "APPROVED");
            told[0] = true;
            return true;
        });
        events.add(() -> step(
                claim,
                Set.of("PREPARED", "ORDERED", "PAID"),
                () -> AidElsewhereCalls.named(claim, "测试甲", AidElsewhereCalls.ACCOUNT)
                        .extract()
                        .statusCode()));
        events.add(() -> step(
                claim,
                Set.of("ORDERED", "PAID"),
                () -> AidElsewhereCalls.ordered(claim, "8888").extract().statusCode()));
        events.add(() -> step(
                claim,
                Set.of("PAID"),
                () -> AidElsewhereCalls.byFinance(claim, "result", AidElsewhereCalls.paid(1, document))
                        .extract()
                        .statusCode()));
        if (story.nextBoolean()) {
            events.add(() -> {
                if (told[0]) {
                    AidElsewhereCalls.told(world, person, claim, "WITHDRAWN");
                }
                return told[0];
            });
        }
        return events;
    }

    private interface Step {
        int status();
    }

    /** True when it is done, or when the claim was withdrawn and nothing of it is left to do. */
    private static boolean step(UUID claim, Set<String> done, Step step) {
        var status = step.status();
        assertTrue(status == 200 || status == 404 || status == 409 || status >= 500, "status " + status);
        if (status == 404) {
            return false;
        }
        var read = AidElsewhereCalls.read(claim).extract();
        if (read.statusCode() == 404) {
            return false; // the clerk of another county does it, or this one when the person is back
        }
        var state = read.<String>path("state");
        return done.contains(state) || OVER.contains(state);
    }

    /** At the end, whatever was paid and withdrawn comes back, reported twice. */
    static void recovered(World.Person person) {
        List<Map<String, Object>> owed = World.clerk()
                .get(ROOT + "elsewhere-aid-payouts?state=TO_RECOVER&limit=1000")
                .jsonPath()
                .getList("items.findAll { it.personId == '" + person.id() + "' }");
        for (var payout : owed) {
            var claim = UUID.fromString((String) payout.get("claimId"));
            var document = "ER" + World.next();
            for (var i = 0; i < 2; i++) {
                AidElsewhereCalls.recovered(claim, document).statusCode(200);
                Books.assertBalanced();
            }
        }
    }
}
