package jumin.contribution;

import static io.restassured.RestAssured.given;
import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import jumin.testing.FeedHorizon;
import jumin.testing.PostgresResource;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists without a cursor of their own go on after their last item. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class SecondPagesTest extends RefundCalls {

    private static final int PAGE = 9;

    private static RequestSpecification finance() {
        return World.as("finance", "finance", "360900/");
    }

    /** Page by page each item stands once, in the order of the whole list; a stranger's item is no place to go on from. */
    private static void goesOn(Supplier<RequestSpecification> who, String path, String items, String id) {
        List<String> whole = who.get()
                .get(ROOT + path + "limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path(items + id);
        assertTrue(whole.size() > 1, path);
        var seen = new ArrayList<String>();
        for (var after = ""; ; after = "&after=" + seen.getLast()) {
            List<String> page = who.get()
                    .get(ROOT + path + "limit=" + PAGE + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path(items + id);
            if (page.isEmpty()) {
                break;
            }
            seen.addAll(page);
        }
        assertEquals(whole, seen, path);
        who.get()
                .get(ROOT + path + "after=" + UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?after"));
    }

    @Test
    @DisplayName("退费单、退库指令、支出户付款指令：第二页接着上一页最后一项，每项恰好一次")
    void refundsAndOrders() {
        for (var i = 0; i < 2; i++) {
            ordered(request(paid("2023-11-02", "2023-11-03"), "surplus", ""));
        }
        goesOn(World::clerk, "refunds?benefitYear=2024&", "", "refundId");
        goesOn(World::tax, "refund-orders?", "", "refundId");
        finance().get(ROOT + "refund-orders/expenditure-account?limit=1").then().statusCode(200);
        finance()
                .get(ROOT + "refund-orders/expenditure-account?after=" + UUID.randomUUID())
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("税务文件、对账批次：第二页接着上一页最后一项")
    void filesAndRuns() {
        for (var i = 0; i < 2; i++) {
            var person = world.villager();
            var file = new TaxFile()
                    .of("20231102")
                    .pays("F" + World.next() + "000000", person, "测试甲", "380.00")
                    .bytes(StandardCharsets.UTF_8);
            given().auth()
                    .oauth2(Tokens.tax(World.ORGAN))
                    .multiPart("file", "day.txt", file, "text/plain")
                    .post(ROOT + "payment-files")
                    .then()
                    .statusCode(202);
            World.tax()
                    .body(Map.of(
                            "taxOrgan",
                            World.ORGAN,
                            "benefitYear",
                            2024,
                            "from",
                            "2022-01-0" + (i + 1),
                            "to",
                            "2022-01-0" + (i + 1),
                            "totals",
                            Map.of("count", 0, "sum", "0.00"),
                            "details",
                            List.of()))
                    .post(ROOT + "reconciliations")
                    .then()
                    .statusCode(201);
        }
        goesOn(SecondPagesTest::finance, "payment-files?benefitYear=2024&", "items.", "fileId");
        goesOn(SecondPagesTest::finance, "reconciliations?benefitYear=2024&", "", "reconciliationId");
    }

    @Test
    @DisplayName("应缴核定按状态筛选：只有暂缓的，或只有已核定的")
    void leviesOfOneState() {
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrollment(
                person,
                2024,
                "ordinary",
                "{\"tier\":\"held\",\"articles\":[],\"payer\":null,\"category\":null}",
                "ENROLLED",
                "");
        FeedHorizon.reached();
        for (var state : List.of("HELD", "ISSUED")) {
            var mine = hasItem(person.id().toString());
            World.clerk()
                    .get(ROOT + "levies?benefitYear=2024&limit=1000&state=" + state)
                    .then()
                    .statusCode(200)
                    .body("items.state", everyItem(equalTo(state)))
                    .body("items.personId", state.equals("HELD") ? mine : not(mine));
        }
        World.clerk().get(ROOT + "levies?benefitYear=2024&state=OPEN").then().statusCode(400);
    }

    @Test
    @DisplayName("待复核的参保中断认定有清单；复核过的再复核，答复是谁怎么复核的")
    void proposedHistories() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 2; i++) {
            var person = World.somebody();
            world.person(person, World.VILLAGE);
            ids.add(World.as("county_reviewer", "reviewer", World.COUNTY)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Map.of("benefitYear", 2024, "lapseYears", 1, "repairedYears", 0, "evidence", "外地参保凭证"))
                    .post(ROOT + "persons/" + person.id() + "/insurance-histories")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("statementId"));
        }
        Supplier<RequestSpecification> approver = () -> World.as("county_approver", "approver", World.COUNTY);
        goesOn(approver, "insurance-histories?state=PROPOSED&", "", "statementId");
        approver.get()
                .post(ROOT + "insurance-histories/" + ids.getFirst() + "/rejection")
                .then()
                .statusCode(200);
        approver.get()
                .get(ROOT + "insurance-histories?limit=1000")
                .then()
                .body("statementId", hasItem(ids.getLast()))
                .body("statementId", not(hasItem(ids.getFirst())));
        approver.get()
                .post(ROOT + "insurance-histories/" + ids.getFirst() + "/approval")
                .then()
                .statusCode(409)
                .body("detail", equalTo("该认定已由 approver 不予认定，不能再次复核；请刷新查看。仍要更改的，由县级重新提出。"));
        World.as("county_approver", "approver", World.OTHER_COUNTY)
                .get(ROOT + "insurance-histories")
                .then()
                .body("$", hasSize(0));
    }
}
