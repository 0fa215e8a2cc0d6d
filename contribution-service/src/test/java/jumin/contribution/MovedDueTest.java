package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 应收款附表: it adds up to the due, though persons have moved to another county since. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class MovedDueTest extends FundCalls {

    private static ValidatableResponse opened(String division, String due) {
        return World.as("finance", "finance", division)
                .get(ROOT + "fund-dues/" + due + "/postings?limit=1000")
                .then()
                .statusCode(200);
    }

    private static Money sum(List<String> amounts) {
        return amounts.stream().map(Money::yuan).reduce(Money.ZERO, Money::plus);
    }

    @Test
    @DisplayName("结算后迁往外县的：金额仍列在结算的县，写明迁往哪里；明细加迁出的正是应收金额；附表末行合计")
    void whoMovedAwayStillAddsUp() {
        var stays = World.somebody();
        var moves = World.somebody();
        for (var person : List.of(stays, moves)) {
            world.person(person, World.VILLAGE);
            world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        }
        var bill = World.as("finance", "finance", World.COUNTY)
                .header("Idempotency-Key", "moved-due-" + World.next())
                .body(Map.of("divisionPath", World.COUNTY, "benefitYear", 2024, "payer", "finance"))
                .post(ROOT + "aid-bills")
                .then()
                .statusCode(201)
                .extract();
        String due = bill.path("dueId");
        opened(World.COUNTY, due).body("items.personId", hasItem(moves.id().toString()));
        world.person(moves, World.OTHER_COUNTY_VILLAGE);
        var seen = opened(World.COUNTY, due)
                .body("items.personId", hasItem(stays.id().toString()))
                .body("items.personId", not(hasItem(moves.id().toString())))
                .rootPath("movedAwaySums.find { it.divisionPath == '" + World.OTHER_COUNTY + "' }")
                .body("postings", equalTo(1))
                .extract();
        List<String> items = seen.path("items.amount");
        List<String> moved = seen.path("movedAwaySums.amount");
        assertEquals(Money.yuan(bill.path("amount")), sum(items).plus(sum(moved)));
        opened("360900/", due).body("movedAwaySums", nullValue(), "movedAway", equalTo(0));
    }
}
